import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HubspotServer } from '../../../tests/simulators/hubspot-server.js';
import type { CrmAccess, CrmCursor } from '../connector.js';
import { hubspotConnector as connector } from './hubspot-connector.js';

let hubspot: HubspotServer;
beforeEach(async () => {
  hubspot = await new HubspotServer().listen();
});
afterEach(() => hubspot.stop());

const access = (): CrmAccess => ({
  baseAddress: hubspot.url,
  token: hubspot.token,
  allowPrivate: true,
  signal: AbortSignal.timeout(20_000),
});
async function readAll(cursor: CrmCursor | null) {
  const ids: string[] = [];
  let at = cursor;
  for (;;) {
    const page = await connector.changedSince(access(), at);
    ids.push(...page.records.map(({ id }) => id));
    at = page.cursor;
    if (page.end) return { ids, cursor: at };
  }
}

describe('HubSpot', () => {
  it('is verified, and prepared once', async () => {
    expect(await connector.verify(access())).toEqual({
      id: '4242',
      recordAddress: 'https://app.hubspot.com/contacts/4242/record/0-1/',
      missing: ['passerelle_reference', 'passerelle_accounts'],
    });
    await connector.prepare(access());
    await connector.prepare(access());
    expect(hubspot.asked('POST', '/properties/contacts')).toHaveLength(2);
    expect((await connector.verify(access())).missing).toEqual([]);
  });

  it('says what a person has to put right, and what passes by itself', async () => {
    await expect(connector.verify({ ...access(), token: 'wrong' })).rejects.toMatchObject({
      code: 'token-refused',
    });
    await expect(connector.verify({ ...access(), allowPrivate: false })).rejects.toMatchObject({
      code: 'address-refused',
    });
    hubspot.mayWrite = false;
    const id = hubspot.add({ firstname: 'A' });
    await expect(connector.update(access(), id, { name: 'B' })).rejects.toMatchObject({
      code: 'rights-missing',
    });
    hubspot.faults.push({ path: id, fault: { status: 429, headers: { 'retry-after': '30' } } });
    await expect(connector.read(access(), id)).rejects.toMatchObject({ name: 'CrmPause' });
    for (const fault of ['cut', 'drop', { status: 500 }, { status: 200, body: { id: 7 } }] as const) {
      hubspot.faults.push({ path: id, fault });
      await expect(connector.read(access(), id)).rejects.toMatchObject({
        name: expect.stringMatching(/Error$/),
      });
    }
    expect(await connector.read(access(), id)).toMatchObject({ id, values: { name: 'A', email: null } });
  });

  it('tells of what was changed a moment ago, and of what follows in the same second', async () => {
    const first = hubspot.add({ firstname: 'Now' });
    const { ids, cursor } = await readAll(null);
    const second = hubspot.add({ firstname: 'And now' });
    expect(ids).toEqual([first]);
    expect((await readAll(cursor)).ids).toEqual([first, second]);
  });

  it('is read to the end in windows, also what changes while it is read', async () => {
    const ids = Array.from({ length: 230 }, (_, n) => hubspot.add({ email: `p${n}@example.org` }));
    for (const id of ids) hubspot.contacts.get(id)!.changedAt = 1_700_000_000_000;
    const first = await connector.changedSince(access(), null);
    // One that was not read yet leaves the window; the next window brings it.
    hubspot.edit(ids[200]!, { company: 'Moved' });
    const rest = await readAll(first.cursor);
    const seen = new Set([...first.records.map(({ id }) => id), ...rest.ids]);
    hubspot.aheadMs = 2_000;
    for (const id of (await readAll(rest.cursor)).ids) seen.add(id);
    expect(ids.filter((id) => !seen.has(id))).toEqual([]);
  });

  it('makes one record for one reference, and names the one that has the address already', async () => {
    await connector.prepare(access());
    hubspot.faults.push({ path: 'POST /crm/v3/objects/contacts', fault: 'drop-after-accept' });
    const values = { name: 'Ada King Lovelace', email: 'ada@example.org', accounts: 'x:ada' };
    await expect(connector.create(access(), 'ref-1', values)).rejects.toThrow();
    const made = await connector.create(access(), 'ref-1', values);
    expect(made).toMatchObject({ record: { values: { name: 'Ada King Lovelace' }, accounts: 'x:ada' } });
    expect(hubspot.contacts.size).toBe(1);
    const [id] = [...hubspot.contacts.keys()];
    expect(await connector.create(access(), 'ref-2', values)).toEqual({ taken: id });
    expect(await connector.update(access(), id!, { email: null, name: 'Ada' })).toMatchObject({
      values: { name: 'Ada', email: null },
    });
  });

  it('follows records that were merged, and archives once', async () => {
    const [kept, other] = [hubspot.add({ firstname: 'Kept' }), hubspot.add({ firstname: 'Other' })];
    hubspot.merge(kept, other);
    expect(await connector.read(access(), other)).toMatchObject({ id: kept, formerIds: [other] });
    expect((await connector.readMany(access(), [kept, other])).map(({ id }) => id)).toEqual([kept]);
    await connector.archive(access(), kept);
    await connector.archive(access(), kept);
    expect(await connector.read(access(), kept)).toBeNull();
    expect(await connector.update(access(), kept, { name: 'Back' })).toBeNull();
  });
});
