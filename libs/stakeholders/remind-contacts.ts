import type { DataSource } from 'typeorm';
import { notifyAll } from '#notifications';
import { inTransaction } from '#platform/database';

/** Reminders of one transaction; the next turn goes on. */
const MANY = 100;

/**
 * Reminds owners of contacts that are due, once for each due time and owner: whoever takes a stakeholder over is told as
 * well. Everything due is looked at in every turn, so nothing is missed that came due while no worker ran, and a clock
 * that is set back repeats nothing. Drills remind nobody. Returns how many were reminded.
 */
export function remindContacts(dataSource: DataSource, now: Date): Promise<number> {
  return inTransaction(dataSource, async ({ manager }) => {
    const due: { stakeholderId: string; personId: string; name: string }[] = await manager.query(DUE, [now]);
    await notifyAll(
      manager,
      due.map(({ stakeholderId, personId, name }) => ({
        kind: 'stakeholder.contact_due' as const,
        personIds: [personId],
        level: 0,
        groupKey: 'stakeholder.contact_due',
        params: { name },
        link: `/stakeholders/${stakeholderId}`,
      })),
    );
    return due.length;
  });
}

/** The row that says so and the notice commit together: of two workers, the second finds the row and tells nobody. */
const DUE = `
  with told as (
    insert into stakeholder_reminder (stakeholder_id, due_at, person_id)
    select s.id, s.next_contact_at, s.owner_id
    from stakeholder s join person p on p.id = s.owner_id and p.active
    where s.next_contact_at <= $1 and s.archived_at is null and s.realm = 'live' and not exists (
      select from stakeholder_reminder r
      where r.stakeholder_id = s.id and r.due_at = s.next_contact_at and r.person_id = s.owner_id)
    order by s.next_contact_at, s.id limit ${MANY}
    on conflict do nothing
    returning stakeholder_id, person_id)
  select told.stakeholder_id as "stakeholderId", told.person_id as "personId", s.name
  from told join stakeholder s on s.id = told.stakeholder_id order by told.stakeholder_id`;
