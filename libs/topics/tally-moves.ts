import type { EntityManager } from 'typeorm';
import { DAY_MS, HOUR_MS, type ReachMove } from './author-moves.js';
import type { CounterMove } from './counter-move.js';

interface TallyCell {
  topicId: string;
  realm: string;
  span: 'hour' | 'day';
  start: number;
  network: string;
  language: string;
  voice: string;
  mentions: number;
  negative: number;
  reach: number;
}

/** Moves the hours and days that the moves fall into, and the reach of the days. */
export async function moveTallies(
  manager: EntityManager,
  moves: readonly CounterMove[],
  reached: readonly ReachMove[],
): Promise<void> {
  const cells = tallyCells(moves, reached);
  if (cells.length === 0) return;
  await manager.query(
    `insert into mention_tally as t
       (topic_id, realm, span, start, network, language, voice, mentions, negative, reach)
     select topic_id, realm, span, to_timestamp(start / 1000.0), network, language, voice, mentions, negative, reach
     from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::integer[],
       $9::integer[], $10::bigint[])
       as g(topic_id, realm, span, start, network, language, voice, mentions, negative, reach)
     on conflict (topic_id, realm, span, start, network, language, voice) do update set
       mentions = t.mentions + excluded.mentions, negative = t.negative + excluded.negative,
       reach = t.reach + excluded.reach`,
    [
      cells.map(({ topicId }) => topicId),
      cells.map(({ realm }) => realm),
      cells.map(({ span }) => span),
      cells.map(({ start }) => start),
      cells.map(({ network }) => network),
      cells.map(({ language }) => language),
      cells.map(({ voice }) => voice),
      cells.map(({ mentions }) => mentions),
      cells.map(({ negative }) => negative),
      cells.map(({ reach }) => reach),
    ],
  );
}

/** Moves of one cell added up, those that cancel out left out, in the order in which rows are locked. */
function tallyCells(moves: readonly CounterMove[], reached: readonly ReachMove[]): TallyCell[] {
  const cells = new Map<string, TallyCell>();
  const add = (move: TallyCell) => {
    const { topicId, realm, span, start, network, language, voice } = move;
    const key = JSON.stringify([topicId.padStart(19, '0'), realm, span, start, network, language, voice]);
    const cell = cells.get(key);
    if (!cell) {
      cells.set(key, move);
      return;
    }
    cell.mentions += move.mentions;
    cell.negative += move.negative;
    cell.reach += move.reach;
  };
  for (const { publishedAt, topicId, realm, network, language, voice, by, negative } of moves) {
    const counted = { topicId, realm, network, language, voice, mentions: by, reach: 0 };
    for (const [span, size] of SPANS) {
      const start = Math.floor(publishedAt.getTime() / size) * size;
      add({ ...counted, negative: negative ? by : 0, span, start });
    }
  }
  for (const { day, ...reach } of reached) {
    add({ ...reach, span: 'day', start: day, mentions: 0, negative: 0 });
  }
  return [...cells.entries()]
    .filter(([, cell]) => cell.mentions !== 0 || cell.negative !== 0 || cell.reach !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, cell]) => cell);
}

const SPANS = [
  ['hour', HOUR_MS],
  ['day', DAY_MS],
] as const;
