import type { EntityManager } from 'typeorm';
import { notify } from '#notifications';
import { permissionsOf, ROLES } from '#platform/contract';

const KEEPERS = ROLES.filter((role) => permissionsOf([role]).includes('sources.write'));

/** Whoever can put the connection right is told, as of any source that cannot be read any more. */
export async function tellAttention(manager: EntityManager, problem: string): Promise<void> {
  const people: { id: string }[] = await manager.query(
    'select id from person where active and roles && $1::text[] order by id',
    [KEEPERS],
  );
  await notify(manager, {
    kind: 'source.attention',
    personIds: people.map(({ id }) => id),
    level: 0,
    groupKey: 'crm',
    params: { source: 'HubSpot', problem: problem.slice(0, 200) },
    link: '/contacts/crm',
  });
}
