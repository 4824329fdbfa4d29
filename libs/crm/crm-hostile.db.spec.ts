import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CrmWorld } from './crm.fixture.js';

let world: CrmWorld;

beforeAll(async () => {
  world = await CrmWorld.make();
});
afterAll(() => world?.close());
beforeEach(() => world.begin());
afterEach(() => world.empty());

describe('a hostile CRM', () => {
  it('that asks for a pause is left alone as long as it says', async () => {
    await world.connect();
    world.hubspot.faults.push({ path: 'search', fault: { status: 429, headers: { 'retry-after': '120' } } });
    expect(await world.sync()).toMatchObject({ state: 'active', problem: { code: 'crm-pause' } });
    const wait = () =>
      world
        .query(`select extract(epoch from next_pass_at - now())::int as seconds from crm_connection`)
        .then(([{ seconds }]) => seconds as number);
    expect(await wait()).toBeGreaterThan(100);
    await world.crm.pass();
    expect(await wait()).toBeGreaterThan(100);
    world.hubspot.faults.push({
      path: 'search',
      fault: { status: 429, body: { policyName: 'TEN_SECONDLY_ROLLING' } },
    });
    await world.sync();
    expect(await wait()).toBeLessThan(21);
    world.hubspot.faults.push({ path: 'search', fault: { status: 429, body: { policyName: 'DAILY' } } });
    await world.sync();
    expect(await wait()).toBeGreaterThan(1700);
  });

  it('loses nothing when it fails, is cut off, or talks nonsense at any request', async () => {
    await world.connect();
    const { contactId, recordId } = await world.linked('Hard Times');
    const faults = [
      { path: 'search', fault: { status: 500 } },
      { path: 'search', fault: 'cut' },
      { path: 'search', fault: { status: 200, body: { results: [{ id: 7 }] } } },
      { path: 'batch/read', fault: 'drop' },
      { path: 'PATCH /crm/v3/objects/contacts', fault: 'drop-after-accept' },
      { path: 'PATCH /crm/v3/objects/contacts', fault: { status: 500 } },
    ] as const;
    for (const [place, fault] of faults.entries()) {
      world.hubspot.edit(recordId, { company: `There ${place}` });
      await world.change(contactId, { phone: `+33 1 0${place}` });
      world.hubspot.faults.push(fault);
      const failed = await world.sync();
      expect(failed).toMatchObject({ state: 'active', problem: { code: 'crm-unreachable' } });
      expect((await world.sync()).problem).toBeNull();
      expect(await world.here(contactId)).toMatchObject({
        organisation: `There ${place}`,
        phone: `+33 1 0${place}`,
      });
      expect(world.hubspot.get(recordId)).toMatchObject({
        company: `There ${place}`,
        phone: `+33 1 0${place}`,
      });
    }
    expect(await world.openConflicts()).toEqual([]);
  });

  it('with hundreds of records of one moment, and a clock that jumps, is read to the end', async () => {
    const ids = Array.from({ length: 250 }, (_, n) => world.hubspot.add({ email: `many${n}@example.org` }));
    for (const id of ids) world.hubspot.contacts.get(id)!.changedAt = 1_700_000_000_000;
    const { id } = await world.contact('Last One', 'many249@example.org');
    await world.connect();
    expect((await world.sync()).lastPass).toMatchObject({ read: 250 });
    expect((await world.questions.matches({ limit: 20 })).items).toMatchObject([{ contact: { id } }]);
    const { contactId, recordId } = await world.linked('Clock Jumper');
    world.hubspot.aheadMs = 3_600_000;
    await world.sync();
    world.hubspot.aheadMs = -3_600_000;
    world.hubspot.edit(recordId, { company: 'Before the last reading' });
    await world.sync();
    expect(await world.here(contactId)).toMatchObject({ organisation: 'Before the last reading' });
  });

  it('comes again at once when it was asked for while one was under way', async () => {
    await world.connect();
    await world.query(`update crm_connection set next_pass_at = now() - interval '1 second'`);
    const [{ id }] = await world.query('select id from crm_connection');
    const due = async () =>
      (await world.query('select next_pass_at <= now() as due from crm_connection'))[0].due;
    await world.pass.run(id, new AbortController().signal);
    expect(await due()).toBe(false);
    await world.query(`update crm_connection set next_pass_at = now() - interval '1 second'`);
    let asked: Promise<unknown> | null = null;
    world.hubspot.gate = () => {
      asked ??= world.query('update crm_connection set next_pass_at = now()');
      return null;
    };
    await world.pass.run(id, new AbortController().signal);
    await asked;
    expect(await due()).toBe(true);
  });

  it('is asked by one of two workers, and goes on after one that died in between', async () => {
    await world.connect();
    const { contactId, recordId } = await world.linked('Two Workers');
    await world.change(contactId, { organisation: 'Once' });
    await world.query('update crm_connection set next_pass_at = now()');
    const [{ id }] = await world.query('select id from crm_connection');
    const { signal } = new AbortController();
    const before = world.hubspot.asked('PATCH').length;
    await Promise.all([world.pass.run(id, signal), world.pass.run(id, signal)]);
    expect(world.hubspot.asked('PATCH')).toHaveLength(before + 1);
    expect(world.hubspot.get(recordId)).toMatchObject({ company: 'Once' });
    // A worker that holds the pass and is never heard of again: nobody works until its lease has run out.
    await world.query(
      `update crm_connection set holder = gen_random_uuid(), lease_until = now() + interval '1 hour'`,
    );
    await world.change(contactId, { organisation: 'Twice' });
    await world.sync();
    expect(world.hubspot.get(recordId)).toMatchObject({ company: 'Once' });
    await world.query(`update crm_connection set lease_until = now()`);
    await world.sync();
    expect(world.hubspot.get(recordId)).toMatchObject({ company: 'Twice' });
  });
});
