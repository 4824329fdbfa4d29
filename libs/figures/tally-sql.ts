import type { FigureScope } from './figure-scope.js';

const DAY_MS = 86_400_000;

/** Values of a statement in the making. */
export class Values {
  readonly list: unknown[] = [];
  readonly add = (value: unknown, type: string): string => `$${this.list.push(value)}::${type}`;
}

/**
 * The tallies of a scope as a subquery of rows `start, network, language, voice, mentions, negative, reach`: full days
 * as days and only what is left at both ends as hours. `topic` is SQL for the topic's id.
 */
export function tallySql(scope: FigureScope, topic: string, values: Values): string {
  const firstDay = new Date(Math.ceil(scope.from.getTime() / DAY_MS) * DAY_MS);
  const lastDay = new Date(Math.floor(scope.to.getTime() / DAY_MS) * DAY_MS);
  if (lastDay <= firstDay) return rowsSql(scope, topic, 'hour', scope.from, scope.to, values);
  return [
    rowsSql(scope, topic, 'day', firstDay, lastDay, values),
    ...(scope.from < firstDay ? [rowsSql(scope, topic, 'hour', scope.from, firstDay, values)] : []),
    ...(lastDay < scope.to ? [rowsSql(scope, topic, 'hour', lastDay, scope.to, values)] : []),
  ].join(' union all ');
}

/** The rows of one span between two moments, for courses. */
export function rowsSql(
  scope: FigureScope,
  topic: string,
  span: 'hour' | 'day',
  from: Date,
  to: Date,
  values: Values,
): string {
  const anyOf = (column: string, list: readonly string[]) =>
    list.length > 0 ? ` and y.${column} = any(${values.add(list, 'text[]')})` : '';
  return `
    select y.start, y.network, y.language, y.voice, y.mentions, y.negative, y.reach from mention_tally y
    where y.topic_id = ${topic} and y.realm = ${values.add(scope.realm, 'text')} and y.span = '${span}'
      and y.start >= ${values.add(from, 'timestamptz')} and y.start < ${values.add(to, 'timestamptz')}
      ${anyOf('network', scope.networks)}${anyOf('language', scope.languages)}`;
}
