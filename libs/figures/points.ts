import { type FigureScope, pointSize } from './figure-scope.js';
import type { Values } from './tally-sql.js';

/** SQL of the point of a course into which a time falls: its begin. */
export function pointOf(at: string, scope: FigureScope, values: Values): string {
  return `date_bin(interval '${pointSize(scope) / 1000} seconds', ${at}, ${values.add(scope.from, 'timestamptz')})`;
}

/** A row for each point of a course, oldest first: the one that was read, or what an empty point holds. */
export function byPoint<Row extends object>(
  scope: FigureScope,
  rows: readonly (Row & { at: Date })[],
  nothing: Row,
): Row[] {
  const size = pointSize(scope);
  const found = new Map(rows.map((row) => [row.at.getTime(), row]));
  const points = Math.ceil((scope.to.getTime() - scope.from.getTime()) / size);
  return Array.from(
    { length: points },
    (_, index): Row => found.get(scope.from.getTime() + index * size) ?? nothing,
  );
}
