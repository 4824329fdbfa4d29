import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { remindContacts } from './remind-contacts.js';
import { type StakeholderSpace, stakeholderSpace } from './stakeholders.fixture.js';

let at: StakeholderSpace;
beforeAll(async () => {
  at = await stakeholderSpace();
});
afterAll(() => at?.close());

const DUE = '2026-11-20T09:00:00.000Z';
const before = new Date('2026-11-20T08:59:59Z');
const after = new Date('2026-11-20T09:00:00Z');
/** Whom the notices tell of whom, oldest first. */
const told = async (): Promise<string[]> => {
  const rows: { said: string }[] = await at.query(
    `select p.name || ': ' || (n.params->>'name') as said from notice n join person p on p.id = any(n.person_ids)
     where n.kind = 'stakeholder.contact_due' order by n.id`,
  );
  return rows.map(({ said }) => said);
};

describe('the owner of a stakeholder', () => {
  it('is reminded once for each due time, by however many workers, whatever the clock does', async () => {
    const made = await at.make('Syndicat', { ownerId: at.anna.personId, nextContactAt: DUE });
    expect(await remindContacts(at.dataSource, before)).toBe(0);
    const both = await Promise.all([
      remindContacts(at.dataSource, after),
      remindContacts(at.dataSource, after),
    ]);
    expect(both.sort()).toEqual([0, 1]);
    expect(await remindContacts(at.dataSource, before)).toBe(0);
    expect(await remindContacts(at.dataSource, after)).toBe(0);
    expect(await told()).toEqual(['Anna: Syndicat']);
    await at.query(`update stakeholder set next_contact_at = '2026-11-21T09:00:00Z' where id = $1`, [
      made.id,
    ]);
    expect(await remindContacts(at.dataSource, after)).toBe(0);
    expect(await remindContacts(at.dataSource, new Date('2026-12-24T00:00:00Z'))).toBe(1);
    await at.query(`update stakeholder set archived_at = now() where id = $1`, [made.id]);
  });

  it('is the new one when it changes hands; nobody is told of drills, of what is put away, or without an owner', async () => {
    const [heir]: { id: string }[] = await at.query(
      `insert into person (email, name, roles, locale) values ('h@example.org', 'Hugo', '{approver}', 'fr') returning id`,
    );
    const made = await at.make('Mairie', { ownerId: at.anna.personId, nextContactAt: DUE });
    await at.make('Exercice', { ownerId: at.anna.personId, nextContactAt: DUE }, 'training');
    await at.make('Sans responsable', { nextContactAt: DUE });
    expect(await remindContacts(at.dataSource, after)).toBe(1);
    await at.query(`update stakeholder set owner_id = $2 where id = $1`, [made.id, heir?.id]);
    expect(await remindContacts(at.dataSource, after)).toBe(1);
    expect((await told()).slice(-2)).toEqual(['Anna: Mairie', 'Hugo: Mairie']);
  });

  it('is told later when the transaction did not come to its end', async () => {
    await at.make('Presse locale', { ownerId: at.anna.personId, nextContactAt: DUE });
    await at.query(
      `alter table notice add constraint broken check (kind <> 'stakeholder.contact_due') not valid`,
    );
    await expect(remindContacts(at.dataSource, after)).rejects.toThrow('broken');
    await at.query('alter table notice drop constraint broken');
    expect(await remindContacts(at.dataSource, after)).toBe(1);
  });
});
