import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CONTACT_FIELDS, mergedFields } from './contact-fields.js';
import { readContacts, writeContacts } from './exchange-csv.js';
import { type KnownContact, type KnownContacts, planContacts } from './exchange-plan.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const contact = (given: Partial<KnownContact> = {}): KnownContact => ({
  id: '7',
  version: 1,
  gone: false,
  name: 'Marie Durand',
  organisation: null,
  language: 'fr',
  note: null,
  email: 'marie@example.org',
  phone: null,
  crmSystem: 'hubspot',
  crmId: '42',
  ...given,
});
const known = (contacts: KnownContact[], accounts: [string, string | null][] = []): KnownContacts => ({
  realm: 'live',
  byId: new Map(contacts.map((one) => [one.id, one])),
  byReference: new Map(contacts.map((one) => [`${one.crmSystem} ${one.crmId}`, one])),
  accounts: new Map(accounts),
});
const plan = (text: string, against: KnownContacts) =>
  planContacts(readContacts(bytes(text)), against).map(({ entry }) => entry);

describe('a file of contacts', () => {
  it('says of each line whether it is new, changed, the same or refused, and why', () => {
    const entries = plan(
      [
        'crm_system,crm_id,name,email',
        'hubspot,42,Marie Durand,marie@example.org',
        'hubspot,43,Paul Petit,paul@example.org',
        'hubspot,44,,nobody',
        'hubspot,43,Paul again,',
      ].join('\n'),
      known([contact()]),
    );
    expect(entries.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'same'],
      [3, 'new'],
      [4, 'refused'],
      [5, 'refused'],
    ]);
    expect(entries[2]!.errors.map(({ column }) => column)).toEqual(['name', 'email']);
    expect(entries[3]!.errors[0]).toMatchObject({
      code: 'line-twice',
      detail: 'line 3 is about the same contact',
    });
  });

  it('changes only the columns that it has; an empty cell empties', () => {
    const [entry] = plan('contact_id,email,phone\n7,,+33 1 23 45 67 89', known([contact()]));
    expect(entry).toMatchObject({
      outcome: 'changed',
      changes: [
        { column: 'email', from: 'marie@example.org', to: '' },
        { column: 'phone', from: '', to: '+33 1 23 45 67 89' },
      ],
    });
  });

  it('links accounts, but never takes one from another contact or into the other realm', () => {
    const against = known(
      [contact()],
      [
        ['x marie_d', '7'],
        ['x paul', '9'],
        ['mastodon marie@mamot.fr', null],
      ],
    );
    const [entry] = plan('contact_id,accounts\n7,x:@Marie_D; mastodon:marie@mamot.fr', against);
    expect(entry!.changes).toEqual([{ column: 'accounts', from: '', to: 'mastodon:marie@mamot.fr' }]);
    const [taken] = plan('contact_id,accounts\n7,"x:paul; training:anna; nonsense"', against);
    expect(taken!.errors.map(({ code }) => code)).toEqual([
      'account-unreadable',
      'author-linked',
      'author-of-other-realm',
    ]);
  });

  it('of a contact that was merged or erased is refused', () => {
    const [entry] = plan('contact_id,name\n7,Marie', known([contact({ gone: true })]));
    expect(entry).toMatchObject({
      outcome: 'refused',
      errors: [{ column: 'contact_id', code: 'contact-gone' }],
    });
  });

  it.each([
    ['', 'the file is empty'],
    ['name\n', 'there is no contact in it'],
    ['name,shoe_size\nA,42', 'there is no column'],
    ['name,email\nA', 'has 1 columns'],
  ])('that cannot be read says where: %j', (text, reason) => {
    expect(() => readContacts(bytes(text))).toThrow(reason);
  });

  const cell = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((text) => text.trim())
    .filter((text) => text !== '' && !/[\0\p{Cs}]/u.test(text));
  const text = fc.option(fc.oneof(cell, fc.constantFrom('=1+1', '+33', '-x', '@sum', "'=1", '\tx'.trim())));

  it('comes back from a spreadsheet as it was, and no cell of it is a formula', () => {
    fc.assert(
      fc.property(fc.tuple(cell, text, text, text), ([name, organisation, note, crmId]) => {
        const fields = { ...contact(), name, organisation, note, crmId };
        const file = writeContacts(
          [{ ...fields, accounts: [{ network: 'x', key: 'a', handle: 'A' }] }],
          true,
        );
        const [read] = readContacts(bytes(file));
        for (const field of CONTACT_FIELDS) expect(read!.fields[field]).toBe(fields[field]);
        expect(read!.accounts).toEqual([{ network: 'x', handle: 'A' }]);
        const [plain] = [writeContacts([{ ...fields, name: `=${name}`, accounts: [] }], true)];
        expect(plain).not.toMatch(/(?:^|,|\n)"?=/);
      }),
    );
  });

  it('has no personal columns for those without the right to them', () => {
    const file = writeContacts([{ ...contact(), accounts: [] }], false);
    expect(file).not.toContain('marie@example.org');
    expect(file).toContain('contact_id,crm_system,crm_id,name,organisation,language,accounts');
  });
});

describe('a merged contact', () => {
  it('keeps its own values, takes what it lacks, and never mixes two references', () => {
    const kept = contact({ crmSystem: null, crmId: null, phone: '1234' });
    const other = contact({ name: 'M. Durand', phone: '5678', organisation: 'ACME' });
    expect(mergedFields(kept, other)).toEqual({
      name: 'Marie Durand',
      organisation: 'ACME',
      language: 'fr',
      note: null,
      email: 'marie@example.org',
      phone: '1234',
      crmSystem: 'hubspot',
      crmId: '42',
    });
    expect(mergedFields(contact({ crmId: '1' }), contact({ crmSystem: 'other', crmId: '2' }))).toMatchObject({
      crmSystem: 'hubspot',
      crmId: '1',
    });
  });
});
