import type { EntityManager } from 'typeorm';
import { notify } from '#notifications';
import { permissionsOf, ROLES } from '#platform/contract';

const KEEPERS = ROLES.filter((role) => permissionsOf([role]).includes('sources.write'));

/** Whoever can put a source right is told that it cannot be read any more. */
export async function tellAttention(
  manager: EntityManager,
  sourceId: string,
  problem: string,
): Promise<void> {
  const [source]: { name: string }[] = await manager.query('select name from source where id = $1', [
    sourceId,
  ]);
  await notify(manager, {
    kind: 'source.attention',
    personIds: await keepersOfSources(manager),
    level: 0,
    groupKey: `source:${sourceId}`,
    params: { source: source?.name ?? '', problem: problem.slice(0, 200) },
    link: '/sources',
  });
}

/** Who can put a source right. */
export async function keepersOfSources(manager: EntityManager): Promise<string[]> {
  const people: { id: string }[] = await manager.query(
    'select id from person where active and roles && $1::text[] order by id',
    [KEEPERS],
  );
  return people.map(({ id }) => id);
}
