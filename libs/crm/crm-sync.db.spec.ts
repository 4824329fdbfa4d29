import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf, CrmWorld } from './crm.fixture.js';

let world: CrmWorld;

beforeAll(async () => {
  world = await CrmWorld.make();
});
afterAll(() => world?.close());
beforeEach(() => world.begin());
afterEach(() => world.empty());

describe('connecting', () => {
  it('says plainly what is wrong with an access, and keeps nothing of it', async () => {
    expect(await codeOf(world.crm.try({ ...world.given(), token: 'wrong' }))).toBe('token-refused');
    expect(await codeOf(world.crm.try({ ...world.given(), allowPrivate: false }))).toBe('address-refused');
    world.hubspot.faults.push({ path: 'account-info', fault: 'cut' });
    expect(await codeOf(world.crm.try(world.given()))).toBe('crm-unreachable');
    expect(await world.crm.try(world.given())).toEqual({
      account: '4242',
      missing: ['passerelle_reference', 'passerelle_accounts'],
    });
    expect(world.hubspot.properties.size).toBe(0);
    expect(await world.crm.read()).toEqual({ connection: null });
  });

  it('makes our properties there once, and seals the token', async () => {
    await world.connect();
    expect([...world.hubspot.properties]).toEqual([
      ['passerelle_reference', { hasUniqueValue: true }],
      ['passerelle_accounts', { hasUniqueValue: false }],
    ]);
    const [row] = await world.query('select row_to_json(c)::text as text from crm_connection c');
    expect(row.text).not.toContain(world.hubspot.token);
    expect(await codeOf(world.connect())).toBe('crm-connected');
    const entries = await world.query(`select after::text from audit_entry where subject_type = 'crm'`);
    expect(JSON.stringify(entries)).not.toContain(world.hubspot.token);
  });

  it('does not take the token of another account, and a refused one waits for a person', async () => {
    await world.connect();
    world.hubspot.portalId = 7;
    expect(
      await codeOf(
        world.crm.change(world.boss, { direction: 'both', state: 'active', token: world.hubspot.token }),
      ),
    ).toBe('crm-other-account');
    world.hubspot.faults.push({ path: 'search', fault: { status: 401 } });
    expect(await world.sync()).toMatchObject({
      state: 'needs_attention',
      problem: { code: 'token-refused' },
    });
    const before = world.hubspot.requests.length;
    await world.sync();
    expect(world.hubspot.requests.length).toBe(before);
  });

  it('goes with all that was kept, and leaves the references', async () => {
    await world.connect();
    const { contactId, recordId } = await world.linked('Gone Later');
    expect(await world.crm.disconnect(world.boss)).toMatchObject({ links: 1 });
    expect(await world.query('select from crm_link union all select from crm_match')).toEqual([]);
    expect(await world.here(contactId)).toMatchObject({ crmId: recordId });
    expect(await world.questions.ofContact(contactId)).toEqual({ connected: false, link: null });
  });
});

describe('a change', () => {
  it('there comes here, one here goes there, and neither comes back', async () => {
    await world.connect();
    const { contactId, recordId } = await world.linked('Ada Lovelace');
    world.hubspot.edit(recordId, { company: 'Analytical Engines', email: 'Ada@Example.org' });
    await world.sync();
    expect(await world.here(contactId)).toMatchObject({
      organisation: 'Analytical Engines',
      email: 'ada@example.org',
    });
    await world.change(contactId, { phone: '+44 20 7946', note: 'never leaves' });
    expect(await world.linkOf(contactId)).toMatchObject({ state: 'linked', waiting: true });
    await world.sync();
    expect(world.hubspot.get(recordId)).toMatchObject({
      phone: '+44 20 7946',
      company: 'Analytical Engines',
    });
    expect(JSON.stringify(world.hubspot.requests)).not.toContain('never leaves');
    const { version } = await world.here(contactId);
    const writes = world.hubspot.asked('PATCH').length;
    expect((await world.sync()).lastPass).toMatchObject({ in: 0, out: 0 });
    await world.sync();
    expect((await world.here(contactId)).version).toBe(version);
    expect(world.hubspot.asked('PATCH')).toHaveLength(writes);
    expect(await world.linkOf(contactId)).toMatchObject({ waiting: false });
  });

  it('of different fields at the same time is kept on both sides', async () => {
    await world.connect();
    const { contactId, recordId } = await world.linked('Two Sides');
    world.hubspot.edit(recordId, { company: 'Theirs' });
    await world.change(contactId, { phone: '+33 1 42' });
    await world.sync();
    expect(await world.here(contactId)).toMatchObject({ organisation: 'Theirs', phone: '+33 1 42' });
    expect(world.hubspot.get(recordId)).toMatchObject({ company: 'Theirs', phone: '+33 1 42' });
    expect(await world.openConflicts()).toEqual([]);
  });

  it('of one field on both sides waits for a person, and what they choose comes about', async () => {
    await world.connect();
    const { contactId, recordId } = await world.linked('Con Flict');
    const clash = async (ours: string, theirs: string) => {
      world.hubspot.edit(recordId, { company: theirs });
      await world.change(contactId, { organisation: ours });
      await world.sync();
      return world.openConflicts();
    };
    const [conflict] = await clash('Ours', 'Theirs');
    expect(conflict).toMatchObject({ field: 'organisation', here: 'Ours', there: 'Theirs' });
    expect([(await world.here(contactId)).organisation, world.hubspot.get(recordId)['company']]).toEqual([
      'Ours',
      'Theirs',
    ]);
    await world.sync();
    expect((await world.openConflicts()).map(({ id }) => id)).toEqual([conflict!.id]);
    // Another value there since: nobody decides on what they have not seen.
    world.hubspot.edit(recordId, { company: 'Newer' });
    await world.sync();
    expect(await codeOf(world.questions.decideConflict(world.anna, conflict!.id, 'here'))).toBe(
      'crm-question-gone',
    );
    const [fresh] = await world.openConflicts();
    await world.questions.decideConflict(world.anna, fresh!.id, 'here');
    await world.sync();
    expect(world.hubspot.get(recordId)).toMatchObject({ company: 'Ours' });
    const [second] = await clash('Ours again', 'Theirs again');
    await world.questions.decideConflict(world.anna, second!.id, 'there');
    await world.sync();
    expect(await world.here(contactId)).toMatchObject({ organisation: 'Theirs again' });
    expect(await world.openConflicts()).toEqual([]);
  });

  it('goes only the way that is open, and the other way once it is opened', async () => {
    await world.connect('in');
    const { contactId, recordId } = await world.linked('One Way');
    await world.change(contactId, { organisation: 'Ours' });
    world.hubspot.edit(recordId, { phone: '+1 555 0100' });
    await world.sync();
    expect(world.hubspot.asked('PATCH')).toEqual([]);
    expect(await world.here(contactId)).toMatchObject({ phone: '+1 555 0100' });
    expect(await codeOf(world.questions.send(world.anna, contactId))).toBe('crm-only-in');
    await world.crm.change(world.boss, { direction: 'out', state: 'active', token: null });
    world.hubspot.edit(recordId, { phone: '+1 555 0199' });
    await world.sync();
    expect(world.hubspot.get(recordId)).toMatchObject({ company: 'Ours', phone: '+1 555 0199' });
    expect(await world.here(contactId)).toMatchObject({ phone: '+1 555 0100' });
  });
});
