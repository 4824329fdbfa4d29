import type { EntityManager } from 'typeorm';
import type { Matter } from './delivery-time.js';
import { planDeliveries } from './plan-deliveries.js';
import { readPreferences } from './preference-store.js';
import { withPush } from './with-push.js';

/** A means by which a person would be told, and when: later than asked for in quiet hours, with a digest, … */
export interface PlannedTelling {
  by: 'console' | 'mail' | 'push';
  at: Date;
}

/** A room that would be told as well. */
export interface PlannedRoom {
  id: string;
  name: string;
}

/** What would happen if people were told of a matter at a moment, and nothing had been told of it before. */
export interface TellingPlan {
  person(personId: string, matter: Matter, at: Date): PlannedTelling[];
  rooms(personIds: readonly string[], matter: Matter): PlannedRoom[];
}

/** Reads what these people have chosen, and which rooms there are; by the very rules by which messages are planned. */
export async function readTellingPlan(
  manager: EntityManager,
  personIds: readonly string[],
  { mail }: { mail: boolean },
): Promise<TellingPlan> {
  const preferences = await readPreferences(manager, personIds);
  const pushed = await withPush(manager, personIds);
  const rooms: (PlannedRoom & { kinds: string[]; minLevel: number; memberIds: string[] | null })[] =
    await manager.query(
      `select c.id, c.name, c.kinds, c.min_level as "minLevel", case when c.department_id is not null then (
         select coalesce(array_agg(m.person_id::text), '{}') from person_department m
         where m.department_id = c.department_id) end as "memberIds"
       from notification_channel c where c.active and c.removed_at is null order by lower(c.name), c.id`,
    );
  return {
    person(personId, matter, at) {
      const one = { id: '', personId, channelId: null, groupKey: matter.kind, ...matter };
      const given = { now: at, mail, preferences, withPush: pushed, told: () => null };
      return [
        { by: 'console' as const, at },
        ...planDeliveries([one], given).flatMap(({ by, dueAt }) =>
          by === 'channel' ? [] : [{ by, at: dueAt }],
        ),
      ];
    },
    rooms: (asked, { kind, level }) =>
      rooms
        .filter(({ kinds, minLevel }) => kinds.includes(kind) && level >= minLevel)
        .filter(({ memberIds }) => memberIds === null || memberIds.some((id) => asked.includes(id)))
        .map(({ id, name }) => ({ id, name })),
  };
}
