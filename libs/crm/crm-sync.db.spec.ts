import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { Seals } from '#platform/sealing';
import type { Actor } from '#platform/http';
import { HubspotServer } from '../../tests/simulators/hubspot-server.js';
import { ContactsService, nameOnly } from '../contacts/contacts.service.js';
import { MergeAndEraseService } from '../contacts/merge-and-erase.service.js';
import { type SpecWorkspace, specWorkspace } from '../mentions/workspace.fixture.js';
import { CrmAccesses } from './crm-access.js';
import { CrmPass } from './crm-pass.job.js';
import { CrmQuestionsService } from './crm-questions.service.js';
import { CrmService } from './crm.service.js';
import type { Direction } from './synced-values.js';

jest.setTimeout(60_000);

let space: SpecWorkspace;
let anna: Actor;
let boss: Actor;
let contacts: ContactsService;
let ends: MergeAndEraseService;
let crm: CrmService;
let questions: CrmQuestionsService;
let pass: CrmPass;
let hubspot: HubspotServer;

beforeAll(async () => {
  space = await specWorkspace();
  anna = await space.person('Anna', 'community_manager');
  boss = await space.person('Root', 'administrator');
  const { dataSource } = space;
  const accesses = new CrmAccesses(
    new Seals({ dataDirectory: '/nowhere', secretKey: randomBytes(32).toString('base64') } as never),
  );
  contacts = new ContactsService(dataSource);
  ends = new MergeAndEraseService(dataSource);
  crm = new CrmService(dataSource, accesses);
  questions = new CrmQuestionsService(dataSource);
  pass = new CrmPass(dataSource, accesses);
}, 120_000);
afterAll(() => space?.close());

beforeEach(async () => {
  hubspot = await new HubspotServer().listen();
});
afterEach(async () => {
  await query('delete from crm_connection');
  await query('delete from crm_forgotten');
  await query(`update contact set crm_system = null, crm_id = null, email = null`);
  await hubspot.stop();
});

const query = (sql: string, values: unknown[] = []) => space.dataSource.query(sql, values);
const given = () => ({ baseAddress: hubspot.url, token: hubspot.token, allowPrivate: true });
const connect = (direction: Direction = 'both') =>
  crm.connect(boss, { ...given(), direction, consent: true });
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
/** One pass, now, whatever the last one said. */
async function sync(job: CrmPass = pass) {
  const [row] = await query(`update crm_connection set next_pass_at = now() returning id`).then(
    ([rows]) => rows,
  );
  await job.run(row.id, new AbortController().signal);
  return (await crm.read()).connection!;
}
/** A contact here and its record there, in step. */
async function linked(name: string, there: Record<string, string> = {}) {
  const [firstname = '', lastname = ''] = name.split(' ');
  const recordId = hubspot.add({ firstname, lastname, ...there });
  const contact = await contacts.create(anna, {
    ...nameOnly(name),
    crmSystem: 'hubspot',
    crmId: recordId,
    realm: 'live',
    authorIds: [],
  });
  await sync();
  return { contactId: contact.id, recordId };
}
const here = (contactId: string) => contacts.read(anna, contactId);
async function change(contactId: string, fields: Record<string, string | null>) {
  const { name, organisation, language, note, email, phone, crmSystem, crmId, version } =
    await here(contactId);
  const before = { name, organisation, language, note, email, phone, crmSystem, crmId };
  return contacts.change(anna, contactId, version, { ...before, ...fields });
}
const linkOf = async (contactId: string) => (await questions.ofContact(contactId)).link;
const openConflicts = async () => (await questions.conflicts({ limit: 20 })).items;

describe('connecting', () => {
  it('says plainly what is wrong with an access, and keeps nothing of it', async () => {
    expect(await codeOf(crm.try({ ...given(), token: 'wrong' }))).toBe('token-refused');
    expect(await codeOf(crm.try({ ...given(), allowPrivate: false }))).toBe('address-refused');
    hubspot.faults.push({ path: 'account-info', fault: 'cut' });
    expect(await codeOf(crm.try(given()))).toBe('crm-unreachable');
    expect(await crm.try(given())).toEqual({
      account: '4242',
      missing: ['passerelle_reference', 'passerelle_accounts'],
    });
    expect(hubspot.properties.size).toBe(0);
    expect(await crm.read()).toEqual({ connection: null });
  });

  it('makes our properties there once, and seals the token', async () => {
    await connect();
    expect([...hubspot.properties]).toEqual([
      ['passerelle_reference', { hasUniqueValue: true }],
      ['passerelle_accounts', { hasUniqueValue: false }],
    ]);
    const [row] = await query('select row_to_json(c)::text as text from crm_connection c');
    expect(row.text).not.toContain(hubspot.token);
    expect(await codeOf(connect())).toBe('crm-connected');
    const entries = await query(`select after::text from audit_entry where subject_type = 'crm'`);
    expect(JSON.stringify(entries)).not.toContain(hubspot.token);
  });

  it('does not take the token of another account, and a refused one waits for a person', async () => {
    await connect();
    hubspot.portalId = 7;
    expect(await codeOf(crm.change(boss, { direction: 'both', state: 'active', token: hubspot.token }))).toBe(
      'crm-other-account',
    );
    hubspot.faults.push({ path: 'search', fault: { status: 401 } });
    expect(await sync()).toMatchObject({ state: 'needs_attention', problem: { code: 'token-refused' } });
    const before = hubspot.requests.length;
    await sync();
    expect(hubspot.requests.length).toBe(before);
  });

  it('goes with all that was kept, and leaves the references', async () => {
    await connect();
    const { contactId, recordId } = await linked('Gone Later');
    expect(await crm.disconnect(boss)).toMatchObject({ links: 1 });
    expect(await query('select from crm_link union all select from crm_match')).toEqual([]);
    expect(await here(contactId)).toMatchObject({ crmId: recordId });
    expect(await questions.ofContact(contactId)).toEqual({ connected: false, link: null });
  });
});

describe('a change', () => {
  it('there comes here, one here goes there, and neither comes back', async () => {
    await connect();
    const { contactId, recordId } = await linked('Ada Lovelace');
    hubspot.edit(recordId, { company: 'Analytical Engines', email: 'Ada@Example.org' });
    await sync();
    expect(await here(contactId)).toMatchObject({
      organisation: 'Analytical Engines',
      email: 'ada@example.org',
    });
    await change(contactId, { phone: '+44 20 7946', note: 'never leaves' });
    expect(await linkOf(contactId)).toMatchObject({ state: 'linked', waiting: true });
    await sync();
    expect(hubspot.get(recordId)).toMatchObject({ phone: '+44 20 7946', company: 'Analytical Engines' });
    expect(JSON.stringify(hubspot.requests)).not.toContain('never leaves');
    const { version } = await here(contactId);
    const writes = hubspot.asked('PATCH').length;
    expect((await sync()).lastPass).toMatchObject({ in: 0, out: 0 });
    await sync();
    expect((await here(contactId)).version).toBe(version);
    expect(hubspot.asked('PATCH')).toHaveLength(writes);
    expect(await linkOf(contactId)).toMatchObject({ waiting: false });
  });

  it('of different fields at the same time is kept on both sides', async () => {
    await connect();
    const { contactId, recordId } = await linked('Two Sides');
    hubspot.edit(recordId, { company: 'Theirs' });
    await change(contactId, { phone: '+33 1 42' });
    await sync();
    expect(await here(contactId)).toMatchObject({ organisation: 'Theirs', phone: '+33 1 42' });
    expect(hubspot.get(recordId)).toMatchObject({ company: 'Theirs', phone: '+33 1 42' });
    expect(await openConflicts()).toEqual([]);
  });

  it('of one field on both sides waits for a person, and what they choose comes about', async () => {
    await connect();
    const { contactId, recordId } = await linked('Con Flict');
    const clash = async (ours: string, theirs: string) => {
      hubspot.edit(recordId, { company: theirs });
      await change(contactId, { organisation: ours });
      await sync();
      return openConflicts();
    };
    const [conflict] = await clash('Ours', 'Theirs');
    expect(conflict).toMatchObject({ field: 'organisation', here: 'Ours', there: 'Theirs' });
    expect([(await here(contactId)).organisation, hubspot.get(recordId)['company']]).toEqual([
      'Ours',
      'Theirs',
    ]);
    await sync();
    expect((await openConflicts()).map(({ id }) => id)).toEqual([conflict!.id]);
    // Another value there since: nobody decides on what they have not seen.
    hubspot.edit(recordId, { company: 'Newer' });
    await sync();
    expect(await codeOf(questions.decideConflict(anna, conflict!.id, 'here'))).toBe('crm-question-gone');
    const [fresh] = await openConflicts();
    await questions.decideConflict(anna, fresh!.id, 'here');
    await sync();
    expect(hubspot.get(recordId)).toMatchObject({ company: 'Ours' });
    const [second] = await clash('Ours again', 'Theirs again');
    await questions.decideConflict(anna, second!.id, 'there');
    await sync();
    expect(await here(contactId)).toMatchObject({ organisation: 'Theirs again' });
    expect(await openConflicts()).toEqual([]);
  });

  it('goes only the way that is open, and the other way once it is opened', async () => {
    await connect('in');
    const { contactId, recordId } = await linked('One Way');
    await change(contactId, { organisation: 'Ours' });
    hubspot.edit(recordId, { phone: '+1 555 0100' });
    await sync();
    expect(hubspot.asked('PATCH')).toEqual([]);
    expect(await here(contactId)).toMatchObject({ phone: '+1 555 0100' });
    expect(await codeOf(questions.send(anna, contactId))).toBe('crm-only-in');
    await crm.change(boss, { direction: 'out', state: 'active', token: null });
    hubspot.edit(recordId, { phone: '+1 555 0199' });
    await sync();
    expect(hubspot.get(recordId)).toMatchObject({ company: 'Ours', phone: '+1 555 0199' });
    expect(await here(contactId)).toMatchObject({ phone: '+1 555 0100' });
  });
});

describe('people', () => {
  it('of the CRM are proposed by e-mail, linked by a person only, and others leave no trace', async () => {
    const known = await contacts.create(anna, {
      ...nameOnly('Maya Angel'),
      email: 'maya@example.org',
      realm: 'live',
      authorIds: [],
    });
    const recordId = hubspot.add({ firstname: 'M.', lastname: 'Angel', email: 'MAYA@example.org' });
    hubspot.add({ firstname: 'Perfect', lastname: 'Stranger', email: 'stranger@example.org' });
    await connect();
    await sync();
    const [match] = (await questions.matches({ limit: 20 })).items;
    expect(match).toMatchObject({ contact: { id: known.id }, reason: 'same_email', name: 'M. Angel' });
    expect((await here(known.id)).crmId).toBeNull();
    expect(await query(`select from contact where name like '%Stranger%'`)).toEqual([]);
    await questions.decideMatch(anna, match!.id, 'confirm');
    expect(await codeOf(questions.decideMatch(anna, match!.id, 'confirm'))).toBe('crm-question-gone');
    await sync();
    expect(await here(known.id)).toMatchObject({ crmId: recordId });
    // Never compared before: two names, and nobody's is taken without asking.
    expect(await openConflicts()).toMatchObject([{ field: 'name', here: 'Maya Angel', there: 'M. Angel' }]);
  });

  it('are made there once when asked for, whatever becomes of the answer', async () => {
    await connect();
    const { id } = await contacts.create(anna, {
      ...nameOnly('Sent Once'),
      email: 'sent@example.org',
      realm: 'live',
      authorIds: [],
    });
    await questions.send(anna, id);
    await questions.send(anna, id);
    hubspot.faults.push({ path: 'POST /crm/v3/objects/contacts', fault: 'drop-after-accept' });
    expect(await sync()).toMatchObject({ problem: { code: 'crm-unreachable' } });
    await sync();
    const made = [...hubspot.contacts.values()].filter(({ properties }) => properties['lastname'] === 'Once');
    expect(made).toHaveLength(1);
    expect(await here(id)).toMatchObject({ crmSystem: 'hubspot', crmId: made[0]!.id });
    expect(await linkOf(id)).toMatchObject({
      state: 'linked',
      waiting: false,
      recordUrl: `https://app.hubspot.com/contacts/4242/record/0-1/${made[0]!.id}`,
    });
  });

  it('who are there already under the same e-mail are proposed instead', async () => {
    await connect();
    await sync();
    const { id } = await contacts.create(anna, {
      ...nameOnly('Known There'),
      email: 'known@example.org',
      realm: 'live',
      authorIds: [],
    });
    await questions.send(anna, id);
    hubspot.add({ firstname: 'Known', email: 'known@example.org' });
    await sync();
    expect(hubspot.contacts.size).toBe(1);
    expect(await linkOf(id)).toBeNull();
    expect((await questions.matches({ limit: 20 })).items).toMatchObject([{ contact: { id } }]);
  });

  it('who are erased here are archived there, and never come back', async () => {
    await connect();
    const { contactId, recordId } = await linked('Forget Me', { email: 'forget@example.org' });
    hubspot.edit(recordId, { company: 'X' });
    const { version } = await here(contactId);
    await ends.erase(anna, contactId, { version, authors: false });
    hubspot.faults.push({ path: `DELETE /crm/v3/objects/contacts/${recordId}`, fault: 'drop-after-accept' });
    await sync();
    await sync();
    expect(hubspot.contacts.get(recordId)!.archived).toBe(true);
    // Somebody restores it there, and somebody of the same address is known here.
    hubspot.contacts.get(recordId)!.archived = false;
    hubspot.edit(recordId, { company: 'Back' });
    await contacts.create(anna, {
      ...nameOnly('Other'),
      email: 'forget@example.org',
      realm: 'live',
      authorIds: [],
    });
    await sync();
    expect((await questions.matches({ limit: 20 })).items).toEqual([]);
    const kept = await query(
      `select row_to_json(t)::text as text from (
      select * from crm_forgotten f where record_id = $1) t`,
      [recordId],
    );
    expect(kept[0].text).not.toMatch(/forget@|Forget/);
    expect(await query('select from crm_link where contact_id = $1', [contactId])).toEqual([]);
  });

  it('who are erased while the comparison is paused leave nothing of them behind either', async () => {
    await connect();
    const { contactId, recordId } = await linked('Paused Person', { email: 'paused@example.org' });
    await crm.change(boss, { direction: 'both', state: 'paused', token: null });
    const { version } = await here(contactId);
    await ends.erase(anna, contactId, { version, authors: false });
    await pass.forget();
    expect(await query('select from crm_link where contact_id = $1', [contactId])).toEqual([]);
    expect((await crm.read()).connection).toMatchObject({ toArchive: 1 });
    await crm.change(boss, { direction: 'both', state: 'active', token: null });
    await sync();
    expect(hubspot.contacts.get(recordId)!.archived).toBe(true);
  });

  it('who are archived there stay here, and who are merged there are followed', async () => {
    await connect();
    const gone = await linked('Archived There');
    hubspot.archive(gone.recordId);
    const moved = await linked('Merged There');
    const keptId = hubspot.add({ firstname: 'Merged', lastname: 'There', company: 'Kept' });
    hubspot.merge(keptId, moved.recordId);
    await sync();
    expect(await here(gone.contactId)).toMatchObject({ name: 'Archived There' });
    expect(await linkOf(gone.contactId)).toMatchObject({ state: 'gone_there' });
    expect(await here(moved.contactId)).toMatchObject({ crmId: keptId, organisation: 'Kept' });
    expect(await linkOf(moved.contactId)).toMatchObject({ state: 'linked' });
  });
});

describe('a hostile CRM', () => {
  it('that asks for a pause is left alone as long as it says', async () => {
    await connect();
    hubspot.faults.push({ path: 'search', fault: { status: 429, headers: { 'retry-after': '120' } } });
    expect(await sync()).toMatchObject({ state: 'active', problem: { code: 'crm-pause' } });
    const wait = () =>
      query(`select extract(epoch from next_pass_at - now())::int as seconds from crm_connection`).then(
        ([{ seconds }]) => seconds as number,
      );
    expect(await wait()).toBeGreaterThan(100);
    await crm.pass();
    expect(await wait()).toBeGreaterThan(100);
    hubspot.faults.push({
      path: 'search',
      fault: { status: 429, body: { policyName: 'TEN_SECONDLY_ROLLING' } },
    });
    await sync();
    expect(await wait()).toBeLessThan(21);
    hubspot.faults.push({ path: 'search', fault: { status: 429, body: { policyName: 'DAILY' } } });
    await sync();
    expect(await wait()).toBeGreaterThan(1700);
  });

  it('loses nothing when it fails, is cut off, or talks nonsense at any request', async () => {
    await connect();
    const { contactId, recordId } = await linked('Hard Times');
    const faults = [
      { path: 'search', fault: { status: 500 } },
      { path: 'search', fault: 'cut' },
      { path: 'search', fault: { status: 200, body: { results: [{ id: 7 }] } } },
      { path: 'batch/read', fault: 'drop' },
      { path: 'PATCH /crm/v3/objects/contacts', fault: 'drop-after-accept' },
      { path: 'PATCH /crm/v3/objects/contacts', fault: { status: 500 } },
    ] as const;
    for (const [place, fault] of faults.entries()) {
      hubspot.edit(recordId, { company: `There ${place}` });
      await change(contactId, { phone: `+33 1 0${place}` });
      hubspot.faults.push(fault);
      const failed = await sync();
      expect(failed).toMatchObject({ state: 'active', problem: { code: 'crm-unreachable' } });
      expect((await sync()).problem).toBeNull();
      expect(await here(contactId)).toMatchObject({
        organisation: `There ${place}`,
        phone: `+33 1 0${place}`,
      });
      expect(hubspot.get(recordId)).toMatchObject({ company: `There ${place}`, phone: `+33 1 0${place}` });
    }
    expect(await openConflicts()).toEqual([]);
  });

  it('with hundreds of records of one moment, and a clock that jumps, is read to the end', async () => {
    const ids = Array.from({ length: 250 }, (_, n) => hubspot.add({ email: `many${n}@example.org` }));
    for (const id of ids) hubspot.contacts.get(id)!.changedAt = 1_700_000_000_000;
    const { id } = await contacts.create(anna, {
      ...nameOnly('Last One'),
      email: 'many249@example.org',
      realm: 'live',
      authorIds: [],
    });
    await connect();
    expect((await sync()).lastPass).toMatchObject({ read: 250 });
    expect((await questions.matches({ limit: 20 })).items).toMatchObject([{ contact: { id } }]);
    const { contactId, recordId } = await linked('Clock Jumper');
    hubspot.aheadMs = 3_600_000;
    await sync();
    hubspot.aheadMs = -3_600_000;
    hubspot.edit(recordId, { company: 'Before the last reading' });
    await sync();
    expect(await here(contactId)).toMatchObject({ organisation: 'Before the last reading' });
  });

  it('comes again at once when it was asked for while one was under way', async () => {
    await connect();
    await query(`update crm_connection set next_pass_at = now() - interval '1 second'`);
    const [{ id }] = await query('select id from crm_connection');
    const due = async () => (await query('select next_pass_at <= now() as due from crm_connection'))[0].due;
    await pass.run(id, new AbortController().signal);
    expect(await due()).toBe(false);
    await query(`update crm_connection set next_pass_at = now() - interval '1 second'`);
    let asked: Promise<unknown> | null = null;
    hubspot.gate = () => {
      asked ??= query('update crm_connection set next_pass_at = now()');
      return null;
    };
    await pass.run(id, new AbortController().signal);
    await asked;
    expect(await due()).toBe(true);
  });

  it('is asked by one of two workers, and goes on after one that died in between', async () => {
    await connect();
    const { contactId, recordId } = await linked('Two Workers');
    await change(contactId, { organisation: 'Once' });
    await query('update crm_connection set next_pass_at = now()');
    const [{ id }] = await query('select id from crm_connection');
    const { signal } = new AbortController();
    const before = hubspot.asked('PATCH').length;
    await Promise.all([pass.run(id, signal), pass.run(id, signal)]);
    expect(hubspot.asked('PATCH')).toHaveLength(before + 1);
    expect(hubspot.get(recordId)).toMatchObject({ company: 'Once' });
    // A worker that holds the pass and is never heard of again: nobody works until its lease has run out.
    await query(
      `update crm_connection set holder = gen_random_uuid(), lease_until = now() + interval '1 hour'`,
    );
    await change(contactId, { organisation: 'Twice' });
    await sync();
    expect(hubspot.get(recordId)).toMatchObject({ company: 'Once' });
    await query(`update crm_connection set lease_until = now()`);
    await sync();
    expect(hubspot.get(recordId)).toMatchObject({ company: 'Twice' });
  });
});
