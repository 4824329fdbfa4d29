import type { EntityManager } from 'typeorm';

/**
 * Reads several things: at once over the pool, one after the other inside a transaction, which has one connection.
 */
export async function together<T extends readonly unknown[]>(
  manager: EntityManager,
  reads: { [Place in keyof T]: () => Promise<T[Place]> },
): Promise<T> {
  const list = reads as readonly (() => Promise<unknown>)[];
  if (manager.queryRunner === undefined) return (await Promise.all(list.map((read) => read()))) as never;
  const results: unknown[] = [];
  for (const read of list) results.push(await read());
  return results as never;
}
