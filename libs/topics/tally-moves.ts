import type { EntityManager } from 'typeorm';
import type { ReachMove } from './author-moves.js';
import type { CounterMove } from './counter-move.js';
import { spanStart, TALLY_SPANS, type TallySpan } from './tally-span.js';

interface Tally {
  topicId: string;
  realm: string;
  span: TallySpan;
  start: number;
  mentions: number;
  negative: number;
  reach: number;
}
/** Of a network, of a language, or of everything: what does not narrow it is empty. */
interface TallySum extends Tally {
  network: string;
  language: string;
}
interface TallyCell extends TallySum {
  voice: string;
}

/** Moves the hours, days and weeks that the moves fall into, and the reach of days and weeks: cells first, then sums. */
export async function moveTallies(
  manager: EntityManager,
  moves: readonly CounterMove[],
  reached: readonly ReachMove[],
): Promise<void> {
  const parts = tallyParts(moves, reached);
  await moveCells(
    manager,
    addedUp(parts, ({ network, language, voice }) => [network, language, voice]),
  );
  await moveSums(
    manager,
    addedUp(parts.flatMap(sumsOf), ({ network, language }) => [network, language]),
  );
}

async function moveCells(manager: EntityManager, cells: readonly TallyCell[]): Promise<void> {
  if (cells.length === 0) return;
  await manager.query(
    `insert into mention_tally as t
       (topic_id, realm, span, start, network, language, voice, mentions, negative, reach)
     select topic_id, realm, span, to_timestamp(start / 1000.0), network, language, voice, mentions, negative, reach
     from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::integer[], $6::integer[], $7::bigint[],
       $8::text[], $9::text[], $10::text[])
       as g(topic_id, realm, span, start, mentions, negative, reach, network, language, voice)
     on conflict (topic_id, realm, span, start, network, language, voice) do update set ${ADDED}`,
    [
      ...columnsOf(cells),
      cells.map(({ network }) => network),
      cells.map(({ language }) => language),
      cells.map(({ voice }) => voice),
    ],
  );
}

async function moveSums(manager: EntityManager, sums: readonly TallySum[]): Promise<void> {
  if (sums.length === 0) return;
  await manager.query(
    `insert into topic_tally as t (topic_id, realm, span, start, network, language, mentions, negative, reach)
     select topic_id, realm, span, to_timestamp(start / 1000.0), network, language, mentions, negative, reach
     from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::integer[], $6::integer[], $7::bigint[],
       $8::text[], $9::text[])
       as g(topic_id, realm, span, start, mentions, negative, reach, network, language)
     on conflict (topic_id, realm, span, start, network, language) do update set ${ADDED}`,
    [...columnsOf(sums), sums.map(({ network }) => network), sums.map(({ language }) => language)],
  );
}

const ADDED = `mentions = t.mentions + excluded.mentions, negative = t.negative + excluded.negative,
  reach = t.reach + excluded.reach`;

function columnsOf(rows: readonly Tally[]): unknown[][] {
  return [
    rows.map(({ topicId }) => topicId),
    rows.map(({ realm }) => realm),
    rows.map(({ span }) => span),
    rows.map(({ start }) => start),
    rows.map(({ mentions }) => mentions),
    rows.map(({ negative }) => negative),
    rows.map(({ reach }) => reach),
  ];
}

/** What each move adds to each span. */
function tallyParts(moves: readonly CounterMove[], reached: readonly ReachMove[]): TallyCell[] {
  const parts: TallyCell[] = [];
  for (const { publishedAt, topicId, realm, network, language, voice, by, negative } of moves) {
    const counted = { topicId, realm, network, language, voice, mentions: by, reach: 0 };
    for (const span of TALLY_SPANS)
      parts.push({
        ...counted,
        negative: negative ? by : 0,
        span,
        start: spanStart(span, publishedAt.getTime()),
      });
  }
  for (const { day, ...reach } of reached)
    for (const span of ['day', 'week'] as const)
      parts.push({ ...reach, span, start: spanStart(span, day), mentions: 0, negative: 0 });
  return parts;
}

/** What a part adds to the sums: that of everything, that of its network and that of its language. */
function sumsOf({ voice: _, ...part }: TallyCell): TallySum[] {
  const [network, language] = [
    { ...part, language: '' },
    { ...part, network: '' },
  ];
  return [{ ...network, network: '' }, network, language];
}

/** Parts of one row added up, those that cancel out left out, in the order in which rows are locked. */
function addedUp<Row extends Tally>(parts: readonly Row[], furtherKey: (part: Row) => string[]): Row[] {
  const rows = new Map<string, Row>();
  for (const part of parts) {
    const { topicId, realm, span, start } = part;
    const key = [topicId.padStart(19, '0'), realm, span, start, ...furtherKey(part)].join('\n');
    const row = rows.get(key);
    if (!row) {
      rows.set(key, { ...part });
      continue;
    }
    row.mentions += part.mentions;
    row.negative += part.negative;
    row.reach += part.reach;
  }
  return [...rows.entries()]
    .filter(([, row]) => row.mentions !== 0 || row.negative !== 0 || row.reach !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row);
}
