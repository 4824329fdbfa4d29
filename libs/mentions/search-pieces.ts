import type { EntityManager } from 'typeorm';
import type { MentionFilter } from '#contract/mentions';
import { type FilterSql, LISTED, Parameters, realmSql, stateSql, timesSql } from './mention-filter-sql.js';
import { markOfLevel, markOfRealm, markOfState, monthOf, type Piece } from './search-marks.js';

/** A search, of which several statements are made. */
export interface Search<Made> {
  /** What a statement is made of, with its values among these parameters. */
  make: (parameters: Parameters) => Made;
  /** The time that it is limited to. */
  range: Pick<MentionFilter, 'from' | 'to'>;
}

/** SQL: the marks of `mention m`, as the index of the search has them. */
const MARKS = 'mention_marks(m.published_at, m.level, m.state, m.realm)';

/** SQL: `mention m` has one of these marks. */
const markedSql = (marks: readonly number[], { add }: Parameters) => `${MARKS} && ${add(marks)}::integer[]`;

/** First and last time that a list may hold, in milliseconds; null where there is no mention. */
export async function timesOf(
  manager: EntityManager,
  range: Search<unknown>['range'],
): Promise<{ from: number; to: number } | null> {
  const parameters = new Parameters();
  const [row]: { from: number | null; to: number | null }[] = await manager.query(
    `select floor(extract(epoch from min(m.published_at)) * 1000)::float8 as from,
       ceil(extract(epoch from max(m.published_at)) * 1000)::float8 as to
     from mention m where ${[LISTED, ...timesSql(range, parameters)].join(' and ')}`,
    parameters.values,
  );
  return row && row.from !== null && row.to !== null ? { from: row.from, to: row.to } : null;
}

/**
 * Conditions on a piece of time: in the marks of the index, and on the time itself. The index of times would have to be
 * read for all mentions of the piece, while the words and their marks leave few: so the planner is told of whole months
 * only, which are the partitions.
 */
export function pieceSql({ from, to, marks }: Piece, parameters: Parameters): string[] {
  const { add } = parameters;
  // A time has microseconds.
  const end = new Date(to + 1);
  return [
    ...(marks === null ? [] : [markedSql(marks, parameters)]),
    `m.published_at >= ${add(new Date(monthOf(from)))}::timestamptz`,
    `m.published_at < ${add(new Date(monthOf(to, 1)))}::timestamptz`,
    `m.published_at + interval '0' >= ${add(new Date(from))}::timestamptz`,
    `m.published_at + interval '0' < ${add(end)}::timestamptz`,
  ];
}

/**
 * SQL: over how many milliseconds the rows of `first` would reach if all stood as close as the closest quarter of them does.
 * The newest may be those of a quiet night, and the day before is not like it.
 */
export const SPAN_SQL = `coalesce((
    select 4 * min(later - sooner) from (
      select unnest(at[2:5]) as later, unnest(at[1:4]) as sooner from (
        select percentile_disc(array[0, 0.25, 0.5, 0.75, 1]) within group (order by at) as at
        from (select extract(epoch from published_at) * 1000 as at from first) t
      ) t
    ) t
  ), 0)::float8`;

/** SQL: the times that the rows of `first` lie between, in milliseconds. */
export const TIMES_SQL = `(
    select jsonb_build_object(
      'from', coalesce(floor(extract(epoch from min(published_at)) * 1000), 0),
      'to', coalesce(ceil(extract(epoch from max(published_at)) * 1000), 0)) from first
  )`;

/** More states than this are nearly all mentions: a look into the index for them costs more than it spares. */
const FEW_STATES = 3;

/** Conditions on realm, state and level, in the marks of the index where that spares looks at mentions. */
export function marksSql(
  filter: FilterSql,
  levels: readonly number[] | null,
  parameters: Parameters,
): string[] {
  const wanted = levels ?? filter.levels;
  return [
    realmSql(filter, parameters),
    ...(filter.realms.includes('live') ? [] : [markedSql(filter.realms.map(markOfRealm), parameters)]),
    filter.states.length > FEW_STATES
      ? stateSql(filter, parameters)
      : markedSql(filter.states.map(markOfState), parameters),
    ...(wanted === null ? [] : [markedSql(wanted.map(markOfLevel), parameters)]),
  ];
}
