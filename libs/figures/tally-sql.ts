import type { TallySpan } from '#topics';
import type { FigureScope } from './figure-scope.js';
import { rangePieces } from './range-pieces.js';

/** Values of a statement in the making. */
export class Values {
  readonly list: unknown[] = [];
  readonly add = (value: unknown, type: string): string => `$${this.list.push(value)}::${type}`;
}

/**
 * `sums`: rows `start, mentions, negative, reach`. `cells`: the same with `network, language, voice`, some times as
 * many rows.
 */
export type TallyGrain = 'sums' | 'cells';

/** The tallies of a scope as a subquery, in as few rows as there can be. `topic` is SQL for the topic's id. */
export function tallySql(
  scope: FigureScope,
  topic: string,
  values: Values,
  grain: TallyGrain = 'sums',
): string {
  return rangePieces(scope.from, scope.to)
    .map(({ span, from, to }) => rowsSql(scope, topic, span, from, to, values, grain))
    .join(' union all ');
}

/** The rows of one span between two moments, for courses. */
export function rowsSql(
  scope: FigureScope,
  topic: string,
  span: TallySpan,
  from: Date,
  to: Date,
  values: Values,
  grain: TallyGrain = 'sums',
): string {
  const anyOf = (column: string, list: readonly string[]) =>
    list.length > 0 ? ` and y.${column} = any(${values.add(list, 'text[]')})` : '';
  const sumOf = (column: string, list: readonly string[]) =>
    list.length > 0 ? `y.${column} = any(${values.add(list, 'text[]')})` : `y.${column} = ''`;
  const { networks, languages } = scope;
  // The sums know a network or a language, never both.
  const summed = grain === 'sums' && (networks.length === 0 || languages.length === 0);
  const narrowing = summed
    ? ` and ${sumOf('network', networks)} and ${sumOf('language', languages)}`
    : `${anyOf('network', networks)}${anyOf('language', languages)}`;
  const columns = grain === 'cells' ? 'y.network, y.language, y.voice, ' : '';
  return `
    select y.start, ${columns}y.mentions, y.negative, y.reach from ${summed ? 'topic_tally' : 'mention_tally'} y
    where y.topic_id = ${topic} and y.realm = ${values.add(scope.realm, 'text')} and y.span = '${span}'
      and y.start >= ${values.add(from, 'timestamptz')} and y.start < ${values.add(to, 'timestamptz')}
      ${narrowing}`;
}
