import type { EntityManager } from 'typeorm';

/** Those of these people who have a browser that takes push messages. */
export async function withPush(manager: EntityManager, personIds: readonly string[]): Promise<Set<string>> {
  const rows: { personId: string }[] = await manager.query(
    `select distinct person_id as "personId" from push_subscription where person_id = any($1::bigint[])`,
    [personIds],
  );
  return new Set(rows.map(({ personId }) => personId));
}
