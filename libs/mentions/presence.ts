import type { EntityManager } from 'typeorm';
import type { Presence } from '#contract/mentions';
import { publishEvents } from '#platform/live';
import { notFound } from '#platform/problem';

/** A presence that is not renewed within this time is over. Clients renew every 15 s. */
export const PRESENCE_SECONDS = 45;

/** Says what a person does at a mention; screens hear of it only when that changes what they show. */
export async function announce(
  manager: EntityManager,
  personId: string,
  mentionId: string,
  activity: Presence['activity'] | 'left',
): Promise<Presence[]> {
  const known: unknown[] = await manager.query(
    `select 1 from mention_identity i join mention m on m.id = i.mention_id and m.published_at = i.published_at
     where i.mention_id = $1 and m.assessed_at is not null and not m.own`,
    [mentionId],
  );
  if (known.length === 0) throw notFound('mention-not-found', 'There is no such mention.');
  // One at a time for each mention: what stood before and after is then certain.
  await manager.query(`select pg_advisory_xact_lock(hashtext('passerelle presence'), hashtext($1))`, [
    mentionId,
  ]);
  const before = await readPresence(manager, mentionId);
  if (activity === 'left') {
    await manager.query(`delete from mention_presence where mention_id = $1 and person_id = $2`, [
      mentionId,
      personId,
    ]);
  } else {
    await manager.query(
      `insert into mention_presence (mention_id, person_id, activity, expires_at)
       values ($1, $2, $3, now() + interval '${PRESENCE_SECONDS} seconds')
       on conflict (mention_id, person_id) do update set activity = excluded.activity, expires_at = excluded.expires_at`,
      [mentionId, personId, activity],
    );
  }
  const after = await readPresence(manager, mentionId);
  if (!same(before, after))
    await publishEvents(manager, [{ type: 'presence.changed', mentionId, presence: after }]);
  return after;
}

/** Who is at a mention now. */
export async function readPresence(manager: EntityManager, mentionId: string): Promise<Presence[]> {
  return manager.query(
    `select p.id as "personId", p.name, mp.activity
     from mention_presence mp join person p on p.id = mp.person_id
     where mp.mention_id = $1 and mp.expires_at > now() order by p.name, p.id`,
    [mentionId],
  );
}

/** Ends presences that were not renewed and tells the screens. Returns how many ended. */
export async function sweepPresence(manager: EntityManager): Promise<number> {
  const [ended]: [{ mentionId: string }[], number] = await manager.query(
    `with over as (
       select mention_id, person_id from mention_presence where expires_at <= now()
       order by mention_id, person_id for update skip locked
     )
     delete from mention_presence mp using over
     where mp.mention_id = over.mention_id and mp.person_id = over.person_id
     returning mp.mention_id as "mentionId"`,
  );
  for (const mentionId of new Set(ended.map((row) => row.mentionId))) {
    const presence = await readPresence(manager, mentionId);
    await publishEvents(manager, [{ type: 'presence.changed', mentionId, presence }]);
  }
  return ended.length;
}

function same(before: readonly Presence[], after: readonly Presence[]): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}
