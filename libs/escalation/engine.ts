import type { DataSource, EntityManager } from 'typeorm';
import { type DecisionToRecord, recordDecisions } from '#audit';
import type { Realm } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { asksOwner, type DutyBook } from './duty-book.js';
import { nextMove, type NextMove, type RunningAsk } from './next-move.js';
import { tellAsked } from './tell-people.js';
import { readConcernedBy } from './read-concerned.js';
import { readDutyBook } from './read-duty-book.js';
import { readPolicies, type StoredPolicy } from './read-policies.js';
import { escalationsChanged } from './wake-engine.js';
import { writeMoves } from './write-moves.js';

/** A question that is due, claimed by this worker until its transaction ends. */
export interface DueAsk extends RunningAsk {
  id: string;
  escalationId: string;
  policyId: string | null;
  dueAt: Date;
  ownerId: string | null;
  question: string;
  subjectType: string;
  openedBy: string | null;
  realm: Realm;
}

export interface MovedAsk {
  ask: DueAsk;
  move: NextMove;
}

export interface CycleTally {
  asked: number;
  exhausted: number;
  lapsed: number;
  postponed: number;
  woken: number;
}

/** Questions handled in one transaction. */
export const BATCH = 500;

/**
 * Handles everything that is due, oldest first, in batches of one transaction each: claimed, decided by the pure rule,
 * written set by set. Any number of workers may do so at once: each claims what no other holds. A worker that dies
 * leaves its batch as it was. After an outage the rows alone say what is due.
 */
export async function runDue(
  dataSource: DataSource,
  clock: () => Date,
  { batch = BATCH, signal }: { batch?: number; signal?: AbortSignal } = {},
): Promise<CycleTally> {
  const tally: CycleTally = { asked: 0, exhausted: 0, lapsed: 0, postponed: 0, woken: 0 };
  while (!signal?.aborted) {
    const moved = await runOneBatch(dataSource, clock, batch);
    for (const { move } of moved) {
      if (move.kind === 'ask') tally.asked += 1;
      if (move.kind === 'ask' && move.exhausted) tally.exhausted += 1;
      if (move.kind === 'lapse') tally.lapsed += 1;
      if (move.kind === 'wait') tally.postponed += 1;
      if (move.kind === 'wake') tally.woken += 1;
    }
    if (moved.length === 0) break;
  }
  return tally;
}

/** One claimed batch in its transaction; what it did, once that is committed. */
export function runOneBatch(dataSource: DataSource, clock: () => Date, batch = BATCH): Promise<MovedAsk[]> {
  return inTransaction(dataSource, ({ manager }) => runBatch(manager, clock(), batch));
}

async function runBatch(manager: EntityManager, now: Date, limit: number): Promise<MovedAsk[]> {
  const claimed = await claimDue(manager, now, limit);
  if (claimed.length === 0) return [];
  const book = await readDutyBook(manager, now);
  const policies = new Map((await readPolicies(manager)).map((policy) => [policy.id, policy]));
  const due = await withConcerned(manager, claimed, [...policies.values()]);
  const moved = due.map((ask) => ({ ask, move: nextMove(ask, policyOf(policies, ask), book, now) }));
  await writeMoves(manager, moved, now);
  await tellAsked(manager, moved);
  await escalationsChanged(
    manager,
    moved.map(({ ask }) => ask.escalationId),
  );
  await recordMoves(manager, moved, book);
  return moved;
}

/** Both rows are locked or neither: whoever decides at this moment holds the escalation, and is not waited for. */
function claimDue(manager: EntityManager, now: Date, limit: number): Promise<DueAsk[]> {
  return manager.query(
    `select a.id, a.escalation_id as "escalationId", a.department_id as "departmentId", a.state, a.level, a.round,
       a.step, a.repetition, a.loud_from as "loudFrom", a.snoozed_until is not null as snoozed,
       a.policy_id as "policyId", a.next_at as "dueAt", a.owner_id as "ownerId", e.question,
       e.subject_type as "subjectType", e.opened_by as "openedBy", e.realm
     from escalation_ask a join escalation e on e.id = a.escalation_id
     where a.state in ('open', 'acknowledged', 'confirming') and a.next_at <= $1
     order by a.next_at, a.id limit $2
     for no key update of e, a skip locked`,
    [now, limit],
  );
}

/** Who is concerned is read only where some policy asks their owners. */
async function withConcerned(
  manager: EntityManager,
  due: DueAsk[],
  policies: readonly StoredPolicy[],
): Promise<DueAsk[]> {
  if (!policies.some(({ steps }) => steps.some(({ targets }) => asksOwner(targets)))) return due;
  const concerned = await readConcernedBy(
    manager,
    due.map(({ escalationId }) => escalationId),
  );
  return due.map((ask) => ({ ...ask, concerned: concerned.get(ask.escalationId) ?? [] }));
}

/** A policy that was switched off no longer drives anything: the default does, or the last resort. */
function policyOf(policies: ReadonlyMap<string, StoredPolicy>, ask: DueAsk): StoredPolicy | null {
  const chosen = ask.policyId === null ? undefined : policies.get(ask.policyId);
  if (chosen?.active) return chosen;
  return [...policies.values()].find(({ isDefault, active }) => isDefault && active) ?? null;
}

/** What has to be on record: that a chain ran out, that nobody could be asked, that somebody let it lapse. */
function recordMoves(manager: EntityManager, moved: readonly MovedAsk[], book: DutyBook): Promise<void> {
  return recordDecisions(
    manager,
    moved.flatMap(({ ask, move }): DecisionToRecord[] => {
      const about = { actor: null, subjectType: 'escalation', subjectId: ask.escalationId };
      if (move.kind === 'lapse') {
        return [
          {
            ...about,
            action: 'escalation.lapsed',
            before: { departmentId: ask.departmentId, ownerId: ask.ownerId },
            after: { state: 'open', round: move.next.round },
          },
        ];
      }
      if (move.kind !== 'ask') return [];
      return [
        ...(move.people.length === 0
          ? [
              {
                ...about,
                action: 'escalation.nobody_reachable',
                after: { ...move.fired, people: book.people.size },
              },
            ]
          : []),
        ...(move.exhausted
          ? [
              {
                ...about,
                action: 'escalation.exhausted',
                after: { departmentId: ask.departmentId, round: move.next.round },
              },
            ]
          : []),
      ];
    }),
  );
}
