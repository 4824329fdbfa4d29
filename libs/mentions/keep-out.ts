import type { EntityManager } from 'typeorm';

/**
 * Posts that were taken back before they came: they are known from now on, without a word of theirs, so that a delivery
 * that was late brings nothing. In the caller's transaction, before what is here of them is erased; whoever stores one at
 * the same moment comes first or finds it known. Posts that are here stay as they are.
 */
export async function keepOut(
  manager: EntityManager,
  network: string,
  externalIds: readonly string[],
): Promise<void> {
  if (externalIds.length === 0) return;
  // In the order of whoever stores mentions.
  await manager.query(
    `insert into mention_identity (network, external_id, published_at)
     select $1, external_id, now() from unnest($2::text[]) as gone(external_id)
     on conflict (network, external_id) do nothing`,
    [network, [...new Set(externalIds)].sort()],
  );
}

/** Whether some of these posts were taken back by their authors. */
export async function areTakenBack(
  manager: EntityManager,
  network: string,
  externalIds: readonly string[],
): Promise<boolean> {
  if (externalIds.length === 0) return false;
  const [found]: unknown[] = await manager.query(
    `select from mention_identity i
     left join mention m on m.id = i.mention_id and m.published_at = i.published_at
     where i.network = $1 and i.external_id = any($2::text[]) and (m.id is null or m.erased_at is not null) limit 1`,
    [network, externalIds],
  );
  return found !== undefined;
}
