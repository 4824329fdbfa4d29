import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clearAuthorsOf } from '#mentions';
import {
  actions,
  anna,
  codeOf,
  compareAll,
  contacts,
  ends,
  exchange,
  history,
  named,
  post,
  query,
  space,
  startContacts,
  stopContacts,
} from './contacts.fixture.js';
import { nameOnly } from './contacts.service.js';
import { readContacts } from './exchange-csv.js';

beforeAll(startContacts);
afterAll(stopContacts);

describe('erasing', () => {
  it('takes everything personal away, here and in what was merged, keeps the figures and the fact', async () => {
    const x = await post('x', 'forget_me', { author: { name: 'Forget Me' } });
    const a = await contacts.create(anna, {
      ...nameOnly('Forget Me'),
      email: 'forget@example.org',
      crmSystem: 'crm',
      crmId: 'F-1',
      realm: 'live',
      authorIds: [x.authorId],
    });
    const b = await named('Forget Me Too');
    const merged = await ends.merge(anna, a.id, {
      otherId: b.id,
      version: a.version,
      otherVersion: b.version,
    });
    await compareAll();
    const before = await query('select count(*) from mention');
    const erased = await ends.erase(anna, a.id, { version: merged.version, authors: true });
    expect(erased).toMatchObject({ name: '', email: null, crmId: null, authors: [], absorbed: [] });
    const texts = await query(
      `select row_to_json(t)::text as text from (
         select c.* from contact c where id = any($1::bigint[])) t
       union all select row_to_json(a)::text from author a where id = $2
       union all select row_to_json(m)::text from mention m where author_id = $2
       union all select row_to_json(d)::text from author_day d
       union all select row_to_json(p)::text from contact_proposal p where $2 in (first_author_id, second_author_id)
       union all select row_to_json(e)::text from audit_entry e where subject_type = 'contact'`,
      [[a.id, b.id], x.authorId],
    );
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.map(({ text }: { text: string }) => text).join('\n')).not.toMatch(/forget/i);
    expect(await query('select count(*) from mention')).toEqual(before);
    expect((await actions(a.id)).at(-1)).toBe('contact.erased');
    expect(await codeOf(contacts.change(anna, a.id, erased.version, nameOnly('Back')))).toBe('contact-gone');
    // The same account, should it post again, is a new author.
    expect((await post('x', 'forget_me')).authorId).not.toBe(x.authorId);
  });

  it('of posts by their network clears the author once no post with the name is left', async () => {
    const first = await post('x', 'deleter', { author: { name: 'Del Eter' } });
    const second = await post('x', 'deleter', { author: { name: 'Del Eter' } });
    const { manager } = space.dataSource;
    const erase = (mentionId: string) =>
      query('update mention set author_handle = null, author_name = null, author_url = null where id = $1', [
        mentionId,
      ]);
    await erase(first.mentionId);
    await clearAuthorsOf(manager, [first.mentionId]);
    expect(await query('select name from author where id = $1', [first.authorId])).toEqual([
      { name: 'Del Eter' },
    ]);
    await erase(second.mentionId);
    await clearAuthorsOf(manager, [second.mentionId]);
    expect(await query('select name, handle, url from author where id = $1', [first.authorId])).toEqual([
      { name: null, handle: null, url: null },
    ]);
  });
});

describe('a file', () => {
  it('does exactly what its dry run showed, all of it or nothing', async () => {
    const file = readContacts(
      new TextEncoder().encode(
        'crm_system,crm_id,name,email,accounts\ncsv,1,File One,one@example.org,x:file_one\ncsv,2,File Two,,\ncsv,3,,,',
      ),
    );
    const plan = await exchange.plan('live', file);
    expect(plan.counts).toEqual({ new: 2, changed: 0, same: 0, refused: 1 });
    expect(await query(`select from contact where crm_system = 'csv'`)).toEqual([]);
    expect(await codeOf(exchange.apply(anna, 'live', file, 'f'.repeat(64)))).toBe('contacts-changed');
    await exchange.apply(anna, 'live', file, plan.planHash);
    // The account had not posted before: its first post finds the contact.
    const { mentionId } = await post('x', 'File_One');
    expect((await history.ofMention(mentionId)).contact).toMatchObject({ name: 'File One' });
    const again = await exchange.plan('live', file);
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 2, refused: 1 });
    expect(await codeOf(exchange.apply(anna, 'live', file, again.planHash))).toBe('nothing-to-import');
    const [out] = (await exchange.export(anna, 'live'))
      .split('\r\n')
      .filter((line) => line.includes('File One'));
    expect(out).toContain('csv,1,File One,,,one@example.org,,,x:file_one');
  });
});
