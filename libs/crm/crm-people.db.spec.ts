import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf, CrmWorld } from './crm.fixture.js';

let world: CrmWorld;

beforeAll(async () => {
  world = await CrmWorld.make();
});
afterAll(() => world?.close());
beforeEach(() => world.begin());
afterEach(() => world.empty());

describe('people', () => {
  it('of the CRM are proposed by e-mail, linked by a person only, and others leave no trace', async () => {
    const known = await world.contact('Maya Angel', 'maya@example.org');
    const recordId = world.hubspot.add({ firstname: 'M.', lastname: 'Angel', email: 'MAYA@example.org' });
    world.hubspot.add({ firstname: 'Perfect', lastname: 'Stranger', email: 'stranger@example.org' });
    await world.connect();
    await world.sync();
    const [match] = (await world.questions.matches({ limit: 20 })).items;
    expect(match).toMatchObject({ contact: { id: known.id }, reason: 'same_email', name: 'M. Angel' });
    expect((await world.here(known.id)).crmId).toBeNull();
    expect(await world.query(`select from contact where name like '%Stranger%'`)).toEqual([]);
    await world.questions.decideMatch(world.anna, match!.id, 'confirm');
    expect(await codeOf(world.questions.decideMatch(world.anna, match!.id, 'confirm'))).toBe(
      'crm-question-gone',
    );
    await world.sync();
    expect(await world.here(known.id)).toMatchObject({ crmId: recordId });
    // Never compared before: two names, and nobody's is taken without asking.
    expect(await world.openConflicts()).toMatchObject([
      { field: 'name', here: 'Maya Angel', there: 'M. Angel' },
    ]);
  });

  it('are made there once when asked for, whatever becomes of the answer', async () => {
    await world.connect();
    const { id } = await world.contact('Sent Once', 'sent@example.org');
    await world.questions.send(world.anna, id);
    await world.questions.send(world.anna, id);
    world.hubspot.faults.push({ path: 'POST /crm/v3/objects/contacts', fault: 'drop-after-accept' });
    expect(await world.sync()).toMatchObject({ problem: { code: 'crm-unreachable' } });
    await world.sync();
    const made = [...world.hubspot.contacts.values()].filter(
      ({ properties }) => properties['lastname'] === 'Once',
    );
    expect(made).toHaveLength(1);
    expect(await world.here(id)).toMatchObject({ crmSystem: 'hubspot', crmId: made[0]!.id });
    expect(await world.linkOf(id)).toMatchObject({
      state: 'linked',
      waiting: false,
      recordUrl: `https://app.hubspot.com/contacts/4242/record/0-1/${made[0]!.id}`,
    });
  });

  it('who are there already under the same e-mail are proposed instead', async () => {
    await world.connect();
    await world.sync();
    const { id } = await world.contact('Known There', 'known@example.org');
    await world.questions.send(world.anna, id);
    world.hubspot.add({ firstname: 'Known', email: 'known@example.org' });
    await world.sync();
    expect(world.hubspot.contacts.size).toBe(1);
    expect(await world.linkOf(id)).toBeNull();
    expect((await world.questions.matches({ limit: 20 })).items).toMatchObject([{ contact: { id } }]);
  });

  it('who are erased here are archived there, and never come back', async () => {
    await world.connect();
    const { contactId, recordId } = await world.linked('Forget Me', { email: 'forget@example.org' });
    world.hubspot.edit(recordId, { company: 'X' });
    const { version } = await world.here(contactId);
    await world.ends.erase(world.anna, contactId, { version, authors: false });
    world.hubspot.faults.push({
      path: `DELETE /crm/v3/objects/contacts/${recordId}`,
      fault: 'drop-after-accept',
    });
    await world.sync();
    await world.sync();
    expect(world.hubspot.contacts.get(recordId)!.archived).toBe(true);
    // Somebody restores it there, and somebody of the same address is known here.
    world.hubspot.contacts.get(recordId)!.archived = false;
    world.hubspot.edit(recordId, { company: 'Back' });
    await world.contact('Other', 'forget@example.org');
    await world.sync();
    expect((await world.questions.matches({ limit: 20 })).items).toEqual([]);
    const kept = await world.query(
      `select row_to_json(t)::text as text from (
      select * from crm_forgotten f where record_id = $1) t`,
      [recordId],
    );
    expect(kept[0].text).not.toMatch(/forget@|Forget/);
    expect(await world.query('select from crm_link where contact_id = $1', [contactId])).toEqual([]);
  });

  it('who are erased while the comparison is paused leave nothing of them behind either', async () => {
    await world.connect();
    const { contactId, recordId } = await world.linked('Paused Person', { email: 'paused@example.org' });
    await world.crm.change(world.boss, { direction: 'both', state: 'paused', token: null });
    const { version } = await world.here(contactId);
    await world.ends.erase(world.anna, contactId, { version, authors: false });
    await world.pass.forget();
    expect(await world.query('select from crm_link where contact_id = $1', [contactId])).toEqual([]);
    expect((await world.crm.read()).connection).toMatchObject({ toArchive: 1 });
    await world.crm.change(world.boss, { direction: 'both', state: 'active', token: null });
    await world.sync();
    expect(world.hubspot.contacts.get(recordId)!.archived).toBe(true);
  });

  it('who are archived there stay here, and who are merged there are followed', async () => {
    await world.connect();
    const gone = await world.linked('Archived There');
    world.hubspot.archive(gone.recordId);
    const moved = await world.linked('Merged There');
    const keptId = world.hubspot.add({ firstname: 'Merged', lastname: 'There', company: 'Kept' });
    world.hubspot.merge(keptId, moved.recordId);
    await world.sync();
    expect(await world.here(gone.contactId)).toMatchObject({ name: 'Archived There' });
    expect(await world.linkOf(gone.contactId)).toMatchObject({ state: 'gone_there' });
    expect(await world.here(moved.contactId)).toMatchObject({ crmId: keptId, organisation: 'Kept' });
    expect(await world.linkOf(moved.contactId)).toMatchObject({ state: 'linked' });
  });
});
