import type { WaitingKind } from '#rules/crisis';

export const INCIDENT_TABS = [
  'checklist',
  'log',
  'statements',
  'messages',
  'stakeholders',
  'roles',
  'reports',
  'attached',
  'review',
] as const;
export type IncidentTab = (typeof INCIDENT_TABS)[number];

/** Where one does what an incident waits for; null: by a button on top of the page. */
export const TAB_OF_WAITING: Readonly<Record<WaitingKind, IncidentTab | null>> = {
  lead: 'roles',
  posts: 'statements',
  statement: 'statements',
  report: 'reports',
  roles: 'roles',
  tasks: 'checklist',
  checks: 'log',
  review: 'review',
  freeze: null,
  close: null,
  conclude: null,
};

/** Goes with a link into a part of the page that may be far below: the part comes into view. */
export const TO_PANEL = { toPanel: true } as const;
