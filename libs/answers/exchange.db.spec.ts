import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { verifyChain } from '#audit';
import { createDataSource } from '#platform/database';
import { Problem } from '#platform/problem';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { ENTITIES } from '#schema';
import { ApprovalsService } from './approvals.service.js';
import { DraftsService } from './drafts.service.js';
import { ExchangeService } from './exchange.service.js';
import { addLibraryPeople, libraryContent, type LibraryPeople } from './library.fixture.js';
import { LibraryService } from './library.service.js';
import { readLibraryFile } from './read-library-file.js';

let database: TestDatabase;
let dataSource: DataSource;
let people: LibraryPeople;
let exchange: ExchangeService;
let library: LibraryService;
let drafts: DraftsService;
let approvals: ApprovalsService;
let inForce: string;

const file = (text: string, name = 'library') => ({ name, proposals: readLibraryFile(Buffer.from(text)) });
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : `unexpected: ${String(error)}`),
  );
const count = async (table: string) =>
  Number((await dataSource.query(`select count(*) from ${table}`))[0].count);
const importer = () => people.lawyer;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES }).initialize();
  people = await addLibraryPeople(dataSource);
  exchange = new ExchangeService(dataSource);
  library = new LibraryService(dataSource);
  drafts = new DraftsService(dataSource);
  approvals = new ApprovalsService(dataSource);
  const content = libraryContent(people, {
    doNotSay: '=HYPERLINK("http://evil.example")\nNo date.',
    keyMessages: [{ id: 'five-days', text: 'Within five days: "always", and; so on' }],
    proofPoints: ['a\nb', '\\n'],
    validUntil: '2999-01-01T00:00:00+02:00',
  });
  inForce = await drafts.create('answer', content, people.author);
  await approvals.submit(inForce, 1, people.author);
  await approvals.decide(inForce, 1, { departmentId: people.legal, decision: 'approved' }, people.lawyer);
  await approvals.decide(inForce, 1, { departmentId: people.pr, decision: 'approved' }, people.spokesperson);
  await drafts.create(
    'holding_statement',
    libraryContent(people, { question: { fr: 'Q', en: '' } }),
    people.author,
  );
  await drafts.create(
    'answer',
    libraryContent(people, { variants: [], question: { fr: '', en: 'E' } }),
    people.author,
  );
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

describe('the library', () => {
  it('goes out and comes back in both formats, and nothing would change', async () => {
    for (const text of [await exchange.exportCsv(), await exchange.exportJson(new Date())]) {
      const plan = await exchange.plan(file(text), 'in_review', importer());
      expect(plan.entries.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);
      expect(plan.counts).toEqual({ new: 0, changed: 0, unchanged: 3, refused: 0 });
      expect(await code(exchange.apply(plan.id, plan.planHash, importer()))).toBe('nothing-to-import');
    }
  });

  it('carries the words of every version, by whom and with which approvals', async () => {
    const { answers } = JSON.parse(await exchange.exportJson(new Date())) as {
      answers: { owner: string; versions: Record<string, unknown>[] }[];
    };
    expect(answers[0]).toMatchObject({ owner: 'camille@lumen.example' });
    expect(answers[0]!.versions[0]).toMatchObject({
      number: 1,
      state: 'approved',
      departments: ['legal', 'pr'],
      approvals: [
        { department: 'legal', by: 'Helene', decision: 'approved' },
        { department: 'pr', by: 'Antoine' },
      ],
    });
  });

  it('takes new and changed answers as the words of whoever brings them in, never approved', async () => {
    const head = 'answer_key,kind,question_fr,question_en,departments,do_not_say,language,network,body';
    const [{ exchange_key: key }] = await dataSource.query('select exchange_key from answer where id = $1', [
      inForce,
    ]);
    const csv = [
      head,
      `${key},answer,Où en est mon remboursement ?,Where is my refund?,"legal, pr",Rien.,fr,,Sous dix jours.`,
      ',answer,Neuf ?,New?,legal,,fr,,Oui.',
      ',answer,Neuf ?,New?,legal,,en,x,Yes.',
      ',answer,Long ?,,legal,,fr,x,' + 'a'.repeat(300),
      ',answer,Faux ?,,tax,,fr,,Non.',
    ].join('\n');
    const [answers, versions, entries] = [
      await count('answer'),
      await count('answer_version'),
      await count('audit_entry'),
    ];
    const plan = await exchange.plan(file(csv), 'in_review', importer());
    expect(plan.entries.map(({ outcome, arrivesAs, line }) => [line, outcome, arrivesAs])).toEqual([
      [2, 'changed', 'in_review'],
      [3, 'new', 'in_review'],
      [5, 'new', 'draft'],
      [6, 'refused', null],
    ]);
    // Dry: nothing has changed yet.
    expect([await count('answer'), await count('answer_version'), await count('audit_entry')]).toEqual([
      answers,
      versions,
      entries,
    ]);
    const applied = await exchange.apply(plan.id, plan.planHash, importer());
    expect(applied).toMatchObject({ state: 'applied', counts: plan.counts });
    const [changed, fresh, draft] = await Promise.all(
      applied.entries.slice(0, 3).map(({ answerId }) => library.read(answerId!)),
    );
    expect(changed!.versions.map(({ number, state }) => `${number} ${state}`)).toEqual([
      '2 in_review',
      '1 approved',
    ]);
    expect(changed).toMatchObject({
      currentVersionNumber: 1,
      versions: [{ author: { name: 'Helene' } }, {}],
    });
    expect(changed!.versions[0]!.variants.map(({ body }) => body)).toEqual(['Sous dix jours.']);
    expect(fresh).toMatchObject({
      state: 'in_review',
      owner: { name: 'Helene' },
      currentVersionNumber: null,
    });
    expect(draft).toMatchObject({ state: 'draft' });
    const approved = await dataSource.query(`select from answer_version where state = 'approved'`);
    expect(approved).toHaveLength(1);
    // The importer has written these words, and cannot approve them.
    expect(
      await code(
        approvals.decide(fresh!.id, 1, { departmentId: people.legal, decision: 'approved' }, people.lawyer),
      ),
    ).toBe('own-words');
    expect(await code(exchange.apply(plan.id, plan.planHash, importer()))).toBe('import-applied');
    expect(await code(exchange.read(plan.id, people.author))).toBe('import-not-found');
    expect((await exchange.read(plan.id, importer())).entries[1]?.answerId).toBe(fresh!.id);
    expect(await verifyChain(dataSource.manager)).toMatchObject({ intact: true });
    // The same file again would bring nothing new.
    const again = await exchange.plan(file(csv), 'draft', importer());
    expect(again.entries.map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
      'refused',
    ]);
  });

  it('refuses a plan that is not the one the library gives now, and changes nothing', async () => {
    const id = await drafts.create(
      'answer',
      libraryContent(people, { question: { fr: 'Z', en: 'Z' } }),
      people.author,
    );
    const [{ exchange_key: key }] = await dataSource.query('select exchange_key from answer where id = $1', [
      id,
    ]);
    const plan = await exchange.plan(file(`answer_key,do_not_say\n${key},X`), 'draft', importer());
    await drafts.save(
      id,
      libraryContent(people, { question: { fr: 'Z', en: 'Z' }, doNotSay: 'Y' }),
      1,
      people.author,
    );
    expect(await code(exchange.apply(plan.id, plan.planHash, importer()))).toBe('library-changed');
    expect((await library.read(id)).versions[0]?.doNotSay).toBe('Y');
    const fresh = await exchange.read(plan.id, importer());
    expect(fresh.entries[0]?.changes).toEqual([{ field: 'doNotSay', before: 'Y', after: 'X' }]);
    await exchange.apply(plan.id, fresh.planHash, importer());
    expect((await library.read(id)).versions[0]?.doNotSay).toBe('X');
  });

  it('is changed once when two apply the same file at once', async () => {
    const csv =
      'answer_key,question_fr,departments,language,network,body\n11111111-1111-4111-8111-111111111111,Deux ?,pr,fr,,Un.';
    const plans = await Promise.all([1, 2].map(() => exchange.plan(file(csv), 'draft', importer())));
    const both = await Promise.all(
      plans.map((plan) => code(exchange.apply(plan.id, plan.planHash, importer()))),
    );
    expect(both.sort()).toEqual(['done', 'library-changed']);
    expect(await dataSource.query(`select from answer where exchange_key::text like '1111%'`)).toHaveLength(
      1,
    );
  });

  it('forgets a file that nobody applied after a week', async () => {
    await exchange.plan(file('answer_key,question_fr\n,Quoi ?'), 'draft', importer());
    const kept = await count('library_import');
    expect(await exchange.forget(new Date())).toBe(0);
    await exchange.forget(new Date(Date.now() + 8 * 86_400_000));
    expect(await count('library_import')).toBeLessThan(kept);
  });
});

describe('a file that makes no sense', () => {
  it.each([
    ['', 'library-file-unreadable'],
    ['{"answers": []}', 'library-file-unreadable'],
    ['[', 'library-file-unreadable'],
    ['[]', 'library-file-unreadable'],
    ['[{"question": {"fr": "\\u0000"}}]', 'library-file-unreadable'],
    ['answer_key\n"', 'library-file-unreadable'],
  ])('%j is refused with its line', (text, expected) => {
    try {
      file(text);
      throw new Error('it was read');
    } catch (error) {
      expect(error).toBeInstanceOf(Problem);
      expect((error as Problem).errors[0]).toMatchObject({ field: 'file', code: expected });
      expect((error as Problem).errors[0]?.params?.['line']).toEqual(expect.any(Number));
    }
  });

  it('of another encoding is refused', () => {
    expect(() => readLibraryFile(Buffer.from([0x61, 0xe9, 0x0a]))).toThrow();
  });
});
