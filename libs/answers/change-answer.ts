import type { EntityManager } from 'typeorm';
import { type DecisionToRecord, recordDecisions } from '#audit';
import { publishEvents } from '#platform/live';
import { conflict, notFound } from '#platform/problem';
import { tellFollowers } from './answer-followers.js';
import type { VersionState } from './contract.js';
import { type VersionMove, moveVersion } from './version-life-cycle.js';
import { type VersionRecord, readVersions } from './version-record.js';

/** Every move of an answer and its versions holds the lock of the answer's row: one at a time, in order. */
export async function lockAnswer(manager: EntityManager, answerId: string): Promise<VersionRecord[]> {
  const [answer]: unknown[] = await manager.query('select id from answer where id = $1 for update', [
    answerId,
  ]);
  if (!answer) throw answerNotFound(answerId);
  return readVersions(manager, 'v.answer_id = $1', [answerId]);
}

export function versionNumbered(versions: readonly VersionRecord[], number: number): VersionRecord {
  const version = versions.find((candidate) => candidate.number === number);
  if (!version) throw notFound('answer-not-found', `This answer has no version ${number}.`);
  return version;
}

/** The state after a move, or the problem that says why there is none. */
export function nextState(version: { number: number; state: VersionState }, move: VersionMove): VersionState {
  const next = moveVersion(version.state, move);
  if (next) return next;
  throw conflict(
    'transition-not-allowed',
    `Version ${version.number} is ${version.state}: it cannot ${move}.`,
    {
      state: version.state,
      move,
      version: version.number,
    },
  );
}

/** An entry of the record about an answer. */
export type LibraryDecision = Omit<DecisionToRecord, 'subjectType' | 'subjectId'>;

/** Ends a change: the answer's date, the live event, those who follow it, and last, because it takes the chain's lock, the record. */
export async function finishChange(
  manager: EntityManager,
  answerId: string,
  decisions: readonly LibraryDecision[],
): Promise<void> {
  await manager.query('update answer set updated_at = clock_timestamp() where id = $1', [answerId]);
  await publishEvents(manager, [{ type: 'answer.changed', answerId }]);
  await tellFollowers(manager, answerId);
  await recordDecisions(
    manager,
    decisions.map((decision) => ({ ...decision, subjectType: 'answer', subjectId: answerId })),
  );
}

/** What may be published has changed: whoever keeps the library in memory reads it again. */
export async function bumpLibrary(manager: EntityManager): Promise<void> {
  await manager.query(`update revision set number = number + 1 where name = 'library'`);
}

export function answerNotFound(answerId: string) {
  return notFound('answer-not-found', `There is no answer ${answerId}.`);
}
