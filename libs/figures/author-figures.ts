import type { EntityManager } from 'typeorm';
import { before, type FigureScope } from './figure-scope.js';
import { topicOf } from './mention-figures.js';
import { rowsSql, Values } from './tally-sql.js';
import { together } from './together.js';

const DAY_MS = 86_400_000;

/** The full days (UTC) that a range touches: authors are counted once a day. */
export function daysOf({ from, to }: { from: Date; to: Date }): { from: Date; to: Date } {
  return {
    from: new Date(Math.floor(from.getTime() / DAY_MS) * DAY_MS),
    to: new Date(Math.ceil(to.getTime() / DAY_MS) * DAY_MS),
  };
}

export interface Reach {
  now: number;
  before: number;
  /** By day, oldest first. */
  course: number[];
}

/** Followers of those who spoke on the days of the range; who spoke on two days counts for both. */
export async function readReach(manager: EntityManager, scope: FigureScope): Promise<Reach> {
  const read = async (of: FigureScope) => {
    const values = new Values();
    const days = daysOf(of);
    const rows: { start: Date; reach: number }[] = await manager.query(
      `select start, sum(reach)::float8 as reach
       from (${rowsSql(of, topicOf(of, values), 'day', days.from, days.to, values)}) t group by 1`,
      values.list,
    );
    const byDay = new Map(rows.map(({ start, reach }) => [start.getTime(), reach]));
    const count = (days.to.getTime() - days.from.getTime()) / DAY_MS;
    return Array.from({ length: count }, (_, index) => byDay.get(days.from.getTime() + index * DAY_MS) ?? 0);
  };
  const whole = { ...scope, ...daysOf(scope) };
  const [course, earlier] = await together(manager, [() => read(whole), () => read(before(whole))]);
  const sum = (list: readonly number[]) => list.reduce((total, reach) => total + reach, 0);
  return { now: sum(course), before: sum(earlier), course };
}

export interface AuthorLine {
  network: string;
  author: string;
  voice: string;
  mentions: number;
  negative: number;
  followers: number;
}

/** Of each day, only so many of the busiest are looked at. */
const LOOKED_AT_A_DAY = 40;

/**
 * Who spoke most. Candidates are the busiest of each day; what each said is then counted over the whole range, from
 * the same rows, so that the figures of those named are exact.
 */
export async function readTopAuthors(
  manager: EntityManager,
  scope: FigureScope,
  limit: number,
): Promise<AuthorLine[]> {
  const values = new Values();
  const days = daysOf(scope);
  const topic = topicOf(scope, values);
  const [realm, from, to] = [
    values.add(scope.realm, 'text'),
    values.add(days.from, 'timestamptz'),
    values.add(days.to, 'timestamptz'),
  ];
  const narrowed = [
    ...(scope.networks.length > 0 ? [`a.network = any(${values.add(scope.networks, 'text[]')})`] : []),
    ...(scope.languages.length > 0 ? [`a.language = any(${values.add(scope.languages, 'text[]')})`] : []),
  ]
    .map((condition) => ` and ${condition}`)
    .join('');
  return manager.query(
    `with candidate as (
       select network, author, sum(mentions) as mentions
       from generate_series(${from}, ${to} - interval '1 day', interval '1 day') d(day)
       cross join lateral (
         select a.network, a.author, a.mentions from author_day a
         where a.topic_id = ${topic} and a.realm = ${realm} and a.day = d.day and a.mentions > 0${narrowed}
         order by a.mentions desc, a.followers desc limit ${LOOKED_AT_A_DAY}
       ) a
       group by 1, 2 order by 3 desc, 1, 2 limit ${values.add(limit * 2, 'integer')}
     )
     select c.network, c.author, s.voice, s.mentions, s.negative, s.followers
     from candidate c cross join lateral (
       select (array_agg(a.voice order by a.day desc))[1] as voice, sum(a.mentions)::integer as mentions,
         sum(a.negative)::integer as negative, max(a.followers) as followers
       from author_day a
       where a.topic_id = ${topic} and a.realm = ${realm} and a.network = c.network and a.author = c.author
         and a.day >= ${from} and a.day < ${to} and a.mentions > 0${narrowed}
     ) s
     order by s.mentions desc, s.followers desc, c.network, c.author limit ${values.add(limit, 'integer')}`,
    values.list,
  );
}
