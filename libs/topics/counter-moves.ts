import type { EntityManager } from 'typeorm';
import { moveAuthors } from './author-moves.js';
import type { CounterMove } from './counter-move.js';
import { moveTallies } from './tally-moves.js';

/** Topic id under which every mention counts once, whatever topics it matches. */
export const EVERY_MENTION = '0';

/** One cell of `mention_counter`; `minute` is in milliseconds since 1970, UTC. */
export interface CounterCell {
  minute: number;
  realm: string;
  topicId: string;
  network: string;
  language: string;
  level: number;
  by: number;
}

/**
 * Moves counters inside the caller's transaction, which must be the one that changes what they count. Cells are
 * taken in one order everywhere, so transactions that move the same cells wait for each other and never deadlock:
 * call it once per transaction. Minutes first, then authors, then hours, days
 * and weeks.
 */
export async function moveCounters(manager: EntityManager, moves: readonly CounterMove[]): Promise<void> {
  await moveMinutes(manager, moves);
  await moveTallies(manager, moves, await moveAuthors(manager, moves));
}

async function moveMinutes(manager: EntityManager, moves: readonly CounterMove[]): Promise<void> {
  const cells = sumMoves(moves);
  if (cells.length === 0) return;
  await manager.query(
    `insert into mention_counter (minute, realm, topic_id, network, language, level, mentions)
     select to_timestamp(minute / 1000.0), realm, topic_id, network, language, level, by
     from unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::smallint[], $7::integer[])
       as moved(minute, realm, topic_id, network, language, level, by)
     on conflict (minute, realm, topic_id, network, language, level)
       do update set mentions = mention_counter.mentions + excluded.mentions`,
    [
      cells.map((cell) => cell.minute),
      cells.map((cell) => cell.realm),
      cells.map((cell) => cell.topicId),
      cells.map((cell) => cell.network),
      cells.map((cell) => cell.language),
      cells.map((cell) => cell.level),
      cells.map((cell) => cell.by),
    ],
  );
}

/** Moves of one cell added up, those that cancel out left out, in the order in which cells are locked. */
export function sumMoves(moves: Iterable<CounterMove>): CounterCell[] {
  const cells = new Map<string, CounterCell>();
  for (const { publishedAt, realm, topicId, network, language, level, by } of moves) {
    const minute = Math.floor(publishedAt.getTime() / 60_000) * 60_000;
    const key = `${String(minute).padStart(15, '0')} ${realm} ${topicId.padStart(19, '0')} ${network} ${language} ${level}`;
    const cell = cells.get(key);
    if (cell) cell.by += by;
    else cells.set(key, { minute, realm, topicId, network, language, level, by });
  }
  return [...cells.entries()]
    .filter(([, cell]) => cell.by !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, cell]) => cell);
}
