import type { IncidentRole } from './life-cycles.js';

/** Whom the public holds responsible; source: W. T. Coombs, situational crisis communication theory. */
export const CLUSTERS = ['victim', 'accidental', 'preventable'] as const;
export type Cluster = (typeof CLUSTERS)[number];

/** A line of a playbook. */
export interface PlaybookStep {
  label: { fr: string; en: string };
  role: IncidentRole;
  /** Minutes after the declaration by which it ought to be done. */
  minutes: number;
}

/** What is done in a crisis of a type, by whom and by when. */
export interface Playbook {
  /** Names the type of crisis. */
  key: string;
  name: { fr: string; en: string };
  cluster: Cluster;
  steps: readonly PlaybookStep[];
}

/** Strategies of answers that fit a cluster: denying is for rumours, and an apology that is owed cannot be left out. */
export const FITTING_STRATEGIES: Readonly<Record<Cluster, readonly string[]>> = {
  victim: ['inform', 'sympathise', 'deny_rumour', 'thank'],
  accidental: ['inform', 'sympathise', 'explain', 'justify', 'thank'],
  preventable: ['inform', 'sympathise', 'apologise', 'compensate', 'correct'],
};
