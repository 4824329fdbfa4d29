import { z } from 'zod';

/** What a person may do; roles are bundles of these. Nothing is allowed that is not named here. */
export const PERMISSIONS = [
  'mentions.read',
  'mentions.triage',
  'replies.send',
  'replies.confirm',
  'replies.govern',
  'answers.read',
  'answers.write',
  'answers.approve',
  'escalations.read',
  'escalations.decide',
  'escalations.write',
  'contacts.read',
  'contacts.personal',
  'contacts.write',
  'incidents.read',
  'incidents.take_part',
  'incidents.run',
  'playbooks.write',
  'topics.read',
  'topics.write',
  'levels.set',
  'levels.settings',
  'sources.read',
  'sources.write',
  'imports.read',
  'imports.write',
  'lexicon.read',
  'lexicon.write',
  'training.read',
  'training.play',
  'people.read',
  'people.write',
  'audit.read',
  'system.read',
  'notifications.manage',
  'displays.manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];
export const permissionSchema = z.enum(PERMISSIONS);

export const ROLES = ['community_manager', 'approver', 'crisis_lead', 'executive', 'administrator'] as const;
export type Role = (typeof ROLES)[number];
export const roleSchema = z.enum(ROLES);

const READING = [
  'mentions.read',
  'answers.read',
  'escalations.read',
  'incidents.read',
  'topics.read',
  'training.read',
  'people.read',
] as const;

/** Those who answer know whom they answer; e-mail, phone and notes stay with them (executives and administrators do without). */
const CONTACTS = ['contacts.read', 'contacts.personal', 'contacts.write'] as const;

const PERMISSIONS_OF_ROLE: Record<Role, readonly Permission[]> = {
  community_manager: [
    ...READING,
    ...CONTACTS,
    'mentions.triage',
    'replies.send',
    'answers.write',
    'incidents.take_part',
    'topics.write',
    'levels.set',
    'sources.read',
    'imports.read',
    'imports.write',
    'lexicon.read',
    'training.play',
  ],
  approver: [
    ...READING,
    ...CONTACTS,
    'replies.confirm',
    'answers.write',
    'answers.approve',
    'escalations.decide',
    'incidents.take_part',
  ],
  crisis_lead: [
    ...READING,
    ...CONTACTS,
    'mentions.triage',
    'replies.send',
    'replies.confirm',
    'replies.govern',
    'answers.write',
    'answers.approve',
    'escalations.decide',
    'escalations.write',
    'incidents.take_part',
    'incidents.run',
    'playbooks.write',
    'topics.write',
    'levels.set',
    'levels.settings',
    'sources.read',
    'imports.read',
    'imports.write',
    'lexicon.read',
    'lexicon.write',
    'training.play',
    'audit.read',
    'system.read',
    'displays.manage',
  ],
  executive: [...READING, 'audit.read'],
  administrator: [
    'mentions.read',
    'replies.govern',
    'answers.read',
    'escalations.read',
    'escalations.write',
    'contacts.read',
    'incidents.read',
    'playbooks.write',
    'topics.read',
    'topics.write',
    'levels.settings',
    'sources.read',
    'sources.write',
    'imports.read',
    'imports.write',
    'lexicon.read',
    'lexicon.write',
    'training.read',
    'training.play',
    'people.read',
    'people.write',
    'audit.read',
    'system.read',
    'notifications.manage',
    'displays.manage',
  ],
};

/** The union of the permissions of the given roles, in the order of PERMISSIONS. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return PERMISSIONS.filter((permission) =>
    roles.some((role) => PERMISSIONS_OF_ROLE[role].includes(permission)),
  );
}
