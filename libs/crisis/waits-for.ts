import type { IncidentState } from './life-cycles.js';
import { CALM_LEVEL } from './targets.js';

/** What an incident can wait for, the most pressing first. */
export const WAITING_KINDS = [
  'lead',
  'posts',
  'statement',
  'report',
  'roles',
  'tasks',
  'checks',
  'review',
  'freeze',
  'close',
  'conclude',
] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

/** What the next steps of an incident follow from; times in milliseconds since 1970. */
export interface IncidentFacts {
  state: IncidentState;
  level: number;
  /** When the offered lead ought to be accepted; null when nobody is asked, or somebody leads. */
  leadDueAt: number | null;
  leads: boolean;
  /** Offers of other roles that nobody has answered: how many, and the first that is due. */
  offers: { count: number; dueAt: number | null };
  /** Open lines of the checklist. */
  tasks: { count: number; dueAt: number | null };
  /** Checks of the log that are not done. */
  checks: { count: number; dueAt: number | null };
  /** Posts that wait for a second person. */
  posts: number;
  /** When the first public word is due; null once it is out. */
  statementDueAt: number | null;
  nextReportAt: number | null;
  reviewComplete: boolean;
  /** Its freeze holds publications. */
  frozen: boolean;
}

export interface Waiting {
  kind: WaitingKind;
  count: number;
  /** Milliseconds since 1970; null where no time is set. */
  dueAt: number | null;
  overdue: boolean;
}

/** A report is worth preparing from so long before it is due. */
const REPORT_AHEAD_MS = 15 * 60_000;

/** Everything that an incident waits for, the most pressing first; nothing once it is closed. */
export function waitsFor(facts: IncidentFacts, now: number): Waiting[] {
  if (facts.state === 'closed') return [];
  const waiting: Waiting[] = [];
  const add = (kind: WaitingKind, dueAt: number | null, count = 1) =>
    waiting.push({ kind, count, dueAt, overdue: dueAt !== null && dueAt <= now });

  const calm = facts.level <= CALM_LEVEL;
  if (facts.state === 'closing') {
    if (!facts.reviewComplete) add('review', null);
    if (facts.frozen) add('freeze', null);
    if (facts.reviewComplete && !facts.frozen && calm) add('close', null);
  } else {
    if (!facts.leads) add('lead', facts.leadDueAt);
    // Words that are proposed already need a second person, not a second proposal.
    if (facts.posts > 0) add('posts', facts.statementDueAt, facts.posts);
    else if (facts.statementDueAt !== null) add('statement', facts.statementDueAt);
    if (facts.nextReportAt !== null && facts.nextReportAt - REPORT_AHEAD_MS <= now)
      add('report', facts.nextReportAt);
    if (facts.offers.count > 0) add('roles', facts.offers.dueAt, facts.offers.count);
    if (facts.tasks.count > 0) add('tasks', facts.tasks.dueAt, facts.tasks.count);
    if (calm) add('conclude', null);
  }
  if (facts.checks.count > 0) add('checks', facts.checks.dueAt, facts.checks.count);
  return waiting.sort((one, other) => weight(one) - weight(other));
}

/** What is late comes before what is not; then in the order of the kinds. */
function weight({ kind, overdue }: Waiting): number {
  return WAITING_KINDS.indexOf(kind) + (overdue || kind === 'lead' ? 0 : WAITING_KINDS.length);
}

/** What keeps an incident from being closed. */
export type ReviewPart = 'happened' | 'worked' | 'failed' | 'actions';
export type ClosingObstacle = 'level' | 'freeze' | ReviewPart;

export interface ReviewFacts {
  happened: string;
  worked: string;
  failed: string;
  actions: number;
  /** It was said that nothing needs to be done. */
  noActions: boolean;
}

/** What a review still lacks: its parts, and actions or the word that none are needed. */
export function reviewLacks(review: ReviewFacts | null): ReviewPart[] {
  if (review === null) return ['happened', 'worked', 'failed', 'actions'];
  const parts = (['happened', 'worked', 'failed'] as const).filter((part) => review[part].trim() === '');
  return review.actions > 0 || review.noActions ? parts : [...parts, 'actions'];
}

/** Closing needs the level back at 0 or 1, publications free again, and a complete review. */
export function closingObstacles(
  level: number,
  frozen: boolean,
  review: ReviewFacts | null,
): ClosingObstacle[] {
  return [
    ...(level > CALM_LEVEL ? (['level'] as const) : []),
    ...(frozen ? (['freeze'] as const) : []),
    ...reviewLacks(review),
  ];
}
