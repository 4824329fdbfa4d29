import type { EntityManager } from 'typeorm';
import type { Cluster, Hall, Item, RoomSelf } from './contract.js';

/** Everything in a workshop but its items; null when there is no such workshop. */
export async function readHall(manager: EntityManager, workshopId: string): Promise<Hall | null> {
  const [row]: { hall: Hall }[] = await manager.query(HALL, [workshopId]);
  if (!row) return null;
  const { hall } = row;
  const key = hall.run ? (hall.run as unknown as { phaseKey: string }).phaseKey : null;
  const run = hall.run && {
    startedAt: iso(hall.run.startedAt),
    minutes: hall.run.minutes,
    pausedMs: hall.run.pausedMs,
    pausedAt: hall.run.pausedAt === null ? null : iso(hall.run.pausedAt),
  };
  const index = hall.plan.phases.findIndex((phase) => phase.key === key);
  return { ...hall, run, phaseIndex: index < 0 ? null : index, now: iso(hall.now) };
}

/** The items given, or all; what was taken out of sight is left out. */
export async function readItems(
  manager: EntityManager,
  workshopId: string,
  itemIds?: readonly string[],
): Promise<Item[]> {
  const rows: (Omit<Item, 'createdAt'> & { createdAt: Date })[] = await manager.query(
    `select i.id, i.kind, i.text, i.phase_key as "phaseKey", i.cluster_id as "clusterId", i.created_at as "createdAt",
       case when s.id is not null then jsonb_build_object('seatId', s.id::text, 'name', coalesce(s.name, '#' || s.number))
         when p.id is not null then jsonb_build_object('seatId', null, 'name', p.name) end as author,
       coalesce((select sum(d.dots) from workshop_dot d where d.item_id = i.id), 0)::integer as dots
     from workshop_item i left join workshop_seat s on s.id = i.seat_id left join person p on p.id = i.person_id
     where i.workshop_id = $1 and i.hidden_at is null and ($2::bigint[] is null or i.id = any($2::bigint[]))
     order by i.id`,
    [workshopId, itemIds ?? null],
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

export function readClusters(manager: EntityManager, workshopId: string): Promise<Cluster[]> {
  return manager.query(
    'select id, title from workshop_cluster where workshop_id = $1 and dissolved_at is null order by id',
    [workshopId],
  );
}

/** Own dots by item. */
export async function readDots(manager: EntityManager, seatId: string): Promise<RoomSelf['dots']> {
  const rows: { id: string; dots: number }[] = await manager.query(
    `select d.item_id as id, d.dots from workshop_dot d join workshop_item i on i.id = d.item_id
     where d.seat_id = $1 and i.hidden_at is null`,
    [seatId],
  );
  return Object.fromEntries(rows.map(({ id, dots }) => [id, dots]));
}

function iso(instant: string | Date): string {
  return new Date(instant).toISOString();
}

const HALL = `
  select jsonb_build_object('id', w.id::text, 'title', w.title, 'sponsor', w.sponsor, 'objective', w.objective,
    'place', w.place, 'language', w.language, 'state', w.state, 'anonymousAllowed', w.anonymous_allowed,
    'methodKey', w.method_key, 'plan', w.plan, 'rooms', w.rooms, 'draw', w.draw, 'now', clock_timestamp(),
    'run', (select jsonb_build_object('phaseKey', r.phase_key, 'startedAt', r.started_at, 'minutes', r.minutes,
      'pausedMs', r.paused_ms, 'pausedAt', r.paused_at) from workshop_run r
      where r.workshop_id = w.id and r.ended_at is null),
    'begun', coalesce((select jsonb_agg(distinct r.phase_key) from workshop_run r where r.workshop_id = w.id), '[]'),
    'seats', coalesce((select jsonb_agg(jsonb_build_object('id', s.id::text, 'number', s.number, 'name', s.name,
      'host', s.host) order by s.number) from workshop_seat s where s.workshop_id = w.id and s.revoked_at is null), '[]')
  ) as hall
  from workshop w where w.id = $1`;
