import { ACCEPT_MINUTES, incidentLevel } from './targets.js';

/** What a review measures, in the order in which things happen. */
export const REVIEW_DELAYS = [
  'detection',
  'declaration',
  'roles',
  'statement',
  'first_report',
  'calm',
] as const;
export type ReviewDelay = (typeof REVIEW_DELAYS)[number];

/** When things happened, in milliseconds since 1970; null: they did not. */
export interface IncidentMoments {
  firstMention: number | null;
  detected: number;
  declared: number;
  /** When the last of the roles that were offered first was accepted; null while one is not. */
  rolesAccepted: number | null;
  firstStatement: number | null;
  /** When the first public word was due; null when no level asked for one. */
  statementDue: number | null;
  firstReport: number | null;
  /** When the level last came back to 0 or 1. */
  calm: number | null;
  declaredLevel: number;
}

export interface MeasuredDelay {
  name: ReviewDelay;
  from: number | null;
  to: number | null;
  seconds: number | null;
  targetSeconds: number | null;
  late: boolean;
}

/** A crisis ought to be noticed within this time of the first mention, and be declared within this time of that. */
const NOTICE_SECONDS = 15 * 60;
const DECLARE_SECONDS = 15 * 60;
const REPORT_SECONDS = 90 * 60;

/** Delays against their targets; one that has not come to its end is late when `now` is past its target. */
export function measureDelays(moments: IncidentMoments, now: number): MeasuredDelay[] {
  const { detected, declared } = moments;
  const statementTarget = moments.statementDue === null ? null : (moments.statementDue - detected) / 1000;
  const acceptTarget = ACCEPT_MINUTES[incidentLevel(moments.declaredLevel)] * 60;
  const spans: [ReviewDelay, number | null, number | null, number | null][] = [
    ['detection', moments.firstMention, detected, NOTICE_SECONDS],
    ['declaration', detected, declared, DECLARE_SECONDS],
    ['roles', declared, moments.rolesAccepted, acceptTarget],
    ['statement', detected, moments.firstStatement, statementTarget],
    ['first_report', declared, moments.firstReport, REPORT_SECONDS],
    ['calm', detected, moments.calm, null],
  ];
  return spans.map(([name, from, to, targetSeconds]) => {
    // What began before its beginning took no time: an incident can be declared on a level that came later.
    const seconds = from === null || to === null ? null : Math.max(0, Math.round((to - from) / 1000));
    const elapsed = seconds ?? (from === null ? 0 : (now - from) / 1000);
    return {
      name,
      from,
      to,
      seconds,
      targetSeconds,
      late: targetSeconds !== null && elapsed > targetSeconds,
    };
  });
}
