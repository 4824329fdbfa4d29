import type { EntityManager } from 'typeorm';
import type { CounterMove } from './counter-move.js';
import { spanStart } from './tally-span.js';

/** Change of a day's reach in one cell of the tallies. */
export interface ReachMove {
  /** Milliseconds since 1970. */
  day: number;
  realm: string;
  topicId: string;
  network: string;
  language: string;
  voice: string;
  reach: number;
}

interface AuthorCell extends Omit<ReachMove, 'reach'> {
  author: string;
  followers: number;
  by: number;
  negative: number;
}

/**
 * Moves what each author said on each day, and tells by how much the reach of those days changed: an author counts
 * from the first mention of the day until the last of them is taken away, with the most followers seen on that day.
 */
export async function moveAuthors(
  manager: EntityManager,
  moves: readonly CounterMove[],
): Promise<ReachMove[]> {
  const cells = authorCells(moves);
  if (cells.length === 0) return [];
  const rows: (Omit<ReachMove, 'day' | 'reach'> & { day: Date; reach: string })[] = await manager.query(
    `with moved as (
       insert into author_day as a
         (topic_id, realm, network, author, day, language, voice, mentions, negative, followers)
       select topic_id, realm, network, author, to_timestamp(day / 1000.0), language, voice, by, negative, followers
       from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::integer[],
         $9::integer[], $10::integer[])
         as g(topic_id, realm, network, author, day, language, voice, by, negative, followers)
       on conflict (topic_id, realm, network, author, day, language, voice) do update set
         mentions = a.mentions + excluded.mentions, negative = a.negative + excluded.negative,
         followers = case when a.mentions <= 0 then excluded.followers else greatest(a.followers, excluded.followers) end
       returning new.topic_id, new.realm, new.network, new.day, new.language, new.voice,
         case when new.mentions > 0 then new.followers else 0 end
           - case when coalesce(old.mentions, 0) > 0 then old.followers else 0 end as reach
     )
     select topic_id as "topicId", realm, network, day, language, voice, sum(reach)::bigint as reach
     from moved group by 1, 2, 3, 4, 5, 6 having sum(reach) <> 0`,
    [
      cells.map(({ topicId }) => topicId),
      cells.map(({ realm }) => realm),
      cells.map(({ network }) => network),
      cells.map(({ author }) => author),
      cells.map(({ day }) => day),
      cells.map(({ language }) => language),
      cells.map(({ voice }) => voice),
      cells.map(({ by }) => by),
      cells.map(({ negative }) => negative),
      cells.map(({ followers }) => followers),
    ],
  );
  return rows.map(({ day, reach, ...row }) => ({ ...row, day: day.getTime(), reach: Number(reach) }));
}

/** Moves of one author and day added up, in the order in which their rows are locked. */
function authorCells(moves: readonly CounterMove[]): AuthorCell[] {
  const cells = new Map<string, AuthorCell>();
  for (const { publishedAt, author, realm, topicId, network, language, voice, ...move } of moves) {
    if (author === null) continue;
    const day = spanStart('day', publishedAt.getTime());
    const key = JSON.stringify([topicId.padStart(19, '0'), realm, network, author, day, language, voice]);
    const negative = move.negative ? move.by : 0;
    const cell = cells.get(key);
    if (!cell) {
      const { followers, by } = move;
      cells.set(key, { topicId, realm, network, author, day, language, voice, followers, by, negative });
      continue;
    }
    cell.by += move.by;
    cell.negative += negative;
    cell.followers = Math.max(cell.followers, move.followers);
  }
  return [...cells.entries()]
    .filter(([, cell]) => cell.by !== 0 || cell.negative !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, cell]) => cell);
}
