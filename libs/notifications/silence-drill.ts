import type { EntityManager } from 'typeorm';
import { publishEvents } from '#platform/live';

/**
 * Takes back what was told of a drill since it began, in the caller's transaction: what nobody has gathered yet is told
 * to nobody, and what is not read yet counts as read, so that no message of it leaves later.
 */
export async function silenceDrill(manager: EntityManager, since: Date): Promise<void> {
  await manager.query(`delete from notice where params ? 'exercise_en' and at >= $1`, [since]);
  const [rows]: [{ personId: string | null }[], number] = await manager.query(
    `update notification set read_at = clock_timestamp(), gathering = false
     where read_at is null and params ? 'exercise_en' and first_at >= $1 returning person_id as "personId"`,
    [since],
  );
  const people = [...new Set(rows.flatMap(({ personId }) => personId ?? []))];
  await publishEvents(
    manager,
    people.map((personId) => ({ type: 'notification.read' as const, personId })),
  );
}
