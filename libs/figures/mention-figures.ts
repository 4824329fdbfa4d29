import type { EntityManager } from 'typeorm';
import { EVERY_MENTION } from '#topics';
import { before, type FigureScope, pointSize } from './figure-scope.js';
import { rowsSql, tallySql, Values } from './tally-sql.js';
import { together } from './together.js';

const DAY_MS = 86_400_000;

export interface MentionCount {
  mentions: number;
  negative: number;
}

export interface MentionPoint extends MentionCount {
  /** Begin of the point. */
  at: Date;
  /** Mentions that such a time held on average in the weeks before; null where nothing is known. */
  usual: number | null;
}

export interface MentionFigures {
  now: MentionCount;
  before: MentionCount;
  course: MentionPoint[];
}

/** Mentions and negative ones of a scope, of the period before it, and their course. */
export async function readMentionFigures(
  manager: EntityManager,
  scope: FigureScope,
): Promise<MentionFigures> {
  const [course, now, earlier] = await together(manager, [
    () => readCourse(manager, scope),
    () => readCount(manager, scope),
    () => readCount(manager, before(scope)),
  ]);
  return { now, before: earlier, course };
}

export async function readCount(manager: EntityManager, scope: FigureScope): Promise<MentionCount> {
  const values = new Values();
  const [row]: MentionCount[] = await manager.query(
    `select coalesce(sum(mentions), 0)::integer as mentions, coalesce(sum(negative), 0)::integer as negative
     from (${tallySql(scope, topicOf(scope, values), values)}) t`,
    values.list,
  );
  return row ?? { mentions: 0, negative: 0 };
}

/** Weeks that the usual volume is taken from, at the same hours of the week. */
const USUAL_WEEKS = 4;
/** Longer ranges are set against the period before them only. */
const LONGEST_WITH_USUAL_MS = 7 * DAY_MS;

async function readCourse(manager: EntityManager, scope: FigureScope): Promise<MentionPoint[]> {
  const values = new Values();
  const size = pointSize(scope);
  const span = size % DAY_MS === 0 && scope.from.getTime() % DAY_MS === 0 ? 'day' : 'hour';
  const topic = topicOf(scope, values);
  const seconds = values.add(size / 1000, 'double precision');
  const from = values.add(scope.from, 'timestamptz');
  const withUsual = scope.to.getTime() - scope.from.getTime() <= LONGEST_WITH_USUAL_MS;
  const weeksBack = (weeks: number) => ({
    from: new Date(scope.from.getTime() - weeks * 7 * DAY_MS),
    to: new Date(scope.to.getTime() - weeks * 7 * DAY_MS),
  });
  const usual = withUsual
    ? Array.from({ length: USUAL_WEEKS }, (_, index) => {
        const past = weeksBack(index + 1);
        return `select start + interval '${(index + 1) * 7} days' as start, mentions, ${index} as week
          from (${rowsSql(scope, topic, span, past.from, past.to, values)}) w`;
      }).join(' union all ')
    : `select null::timestamptz as start, 0 as mentions, 0 as week where false`;
  const place = (start: string) => `floor(date_part('epoch', ${start} - ${from}) / ${seconds})::integer`;
  const rows: { place: number; mentions: number; negative: number; usual: number | null }[] =
    await manager.query(
      `with counted as (
         select ${place('start')} as place, sum(mentions)::integer as mentions, sum(negative)::integer as negative
         from (${rowsSql(scope, topic, span, scope.from, scope.to, values)}) t group by 1
       ), past as (select * from (${usual}) p), weeks as (select count(distinct week)::float8 as known from past),
       usual as (
         select ${place('start')} as place, sum(mentions) / nullif((select known from weeks), 0) as usual from past group by 1
       )
       select coalesce(c.place, u.place) as place, coalesce(mentions, 0) as mentions, coalesce(negative, 0) as negative, usual
       from counted c full join usual u on u.place = c.place`,
      values.list,
    );
  const known = rows.some(({ usual: value }) => value !== null);
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  const points = Math.ceil((scope.to.getTime() - scope.from.getTime()) / size);
  return Array.from({ length: points }, (_, index) => {
    const row = byPlace.get(index);
    return {
      at: new Date(scope.from.getTime() + index * size),
      mentions: row?.mentions ?? 0,
      negative: row?.negative ?? 0,
      usual: known ? (row?.usual ?? 0) : null,
    };
  });
}

export function topicOf(scope: FigureScope, values: Values): string {
  return values.add(scope.topicId ?? EVERY_MENTION, 'bigint');
}
