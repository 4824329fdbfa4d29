import type { IncidentRole } from './life-cycles.js';

/** Names of roles, for messages that leave the console. */
export const ROLE_NAMES: Readonly<Record<IncidentRole, { fr: string; en: string }>> = {
  lead: { fr: 'Responsable de cellule', en: 'Lead' },
  community: { fr: 'Réseaux sociaux', en: 'Community' },
  legal: { fr: 'Juridique', en: 'Legal' },
  pr: { fr: 'Presse et communication', en: 'Press and communication' },
  operations: { fr: 'Opérations', en: 'Operations' },
  log_keeper: { fr: 'Main courante', en: 'Log keeper' },
};
