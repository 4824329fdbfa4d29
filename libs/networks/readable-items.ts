import type { z } from 'zod';
import type { PulledPage } from './connector.js';

/** The items of a list that are as they should be; of each other one, which field is at fault. */
export function readableItems<T>(
  items: readonly unknown[],
  schema: z.ZodType<T>,
): { items: T[]; refused: PulledPage['refused'] } {
  const good: T[] = [];
  const refused: PulledPage['refused'] = [];
  items.forEach((item, index) => {
    const result = schema.safeParse(item);
    if (result.success) return good.push(result.data);
    const issue = result.error.issues[0];
    return refused.push({
      item: index + 1,
      field: issue?.path.join('.') || 'item',
      reason: issue?.message ?? 'cannot be read',
    });
  });
  return { items: good, refused };
}
