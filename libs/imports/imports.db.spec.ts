import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { emptying, type TestDatabase, testDatabase } from '#platform/testing';
import { ENTITIES } from '#schema';
import { ImportsWorker } from './imports-worker.js';
import { runImport } from './import-runner.js';
import { type Mapping } from './mapping.js';
import { knownMappings, recogniseMapping } from './mapping-store.js';
import { startFileImport } from './start-file-import.js';

let database: TestDatabase;
let dataSource: DataSource;
let folder: string;
let mappings: Mapping[];

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES }).initialize();
  folder = await mkdtemp(path.join(tmpdir(), 'passerelle-imports-'));
  mappings = await knownMappings(folder);
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() =>
  dataSource.query(emptying('import_row, import_run, mention, mention_identity, mention_queue')),
);

const line = (id: number, more: object = {}) =>
  JSON.stringify({
    network: 'x',
    externalId: `post-${id}`,
    text: `message ${id}`,
    publishedAt: '2026-11-24T09:00:00Z',
    ...more,
  });

async function write(name: string, text: string | Buffer): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

async function bringIn(file: string, options: { pageSize?: number } = {}) {
  const mapping = await recogniseMapping(mappings, file);
  if (!mapping) throw new Error('no mapping fits');
  const { id } = await startFileImport(dataSource, file, mapping);
  const end = await runImport(dataSource, id, { fileOf: (name) => name, ...options });
  return { id, end, ...(await figures(id)) };
}

async function figures(id: string) {
  const [run] = await dataSource.query(
    'select state, lines, stored, known, refused, problem from import_run where id = $1',
    [id],
  );
  return run as {
    state: string;
    lines: number;
    stored: number;
    known: number;
    refused: number;
    problem: string;
  };
}

const report = (id: string) =>
  dataSource.query(
    'select line, item, outcome, field, reason from import_row where import_id = $1 order by line, item',
    [id],
  );
const mentions = async () =>
  Number((await dataSource.query('select count(*) from mention'))[0].count as string);

describe('an import', () => {
  it('stores each post once and says what became of every row', async () => {
    const text = [
      line(1),
      line(1),
      '',
      'no json',
      line(2, { publishedAt: 'soon' }),
      line(3, { text: ' ' }),
      line(4),
    ];
    const run = await bringIn(await write('mixed.jsonl', text.join('\n')));
    expect(run).toMatchObject({ end: 'done', lines: 7, stored: 2, known: 1, refused: 3 });
    expect(await report(run.id)).toMatchObject([
      { line: 1, outcome: 'stored' },
      { line: 2, outcome: 'known' },
      { line: 4, outcome: 'refused', field: null, reason: 'is not JSON' },
      { line: 5, outcome: 'refused', field: 'publishedAt', reason: expect.stringContaining('date') },
      { line: 6, outcome: 'refused', field: 'text', reason: 'is required' },
      { line: 7, outcome: 'stored' },
    ]);
    expect(await mentions()).toBe(2);
  });

  it('takes over what a post says later, in whatever order the rows come, and keeps what it said', async () => {
    const edited = (text: string, minute: number) =>
      line(1, { text, editedAt: `2026-11-24T09:${minute}:00Z` });
    const rows = [
      line(1),
      edited('the last word', 40),
      edited('put better', 20),
      line(2, { editedAt: 'soon' }),
    ];
    const run = await bringIn(await write('edited.jsonl', rows.join('\n')), { pageSize: 1 });
    expect(run).toMatchObject({ stored: 1, known: 2, refused: 1 });
    expect(await report(run.id)).toContainEqual(
      expect.objectContaining({ line: 4, field: 'editedAt', outcome: 'refused' }),
    );
    const [mention] = await dataSource.query('select text, edited_at from mention');
    expect(mention).toEqual({ text: 'the last word', edited_at: new Date('2026-11-24T09:40:00Z') });
    const csv =
      'network,externalId,text,publishedAt,editedAt\nx,post-1,at the very end,2026-11-24,2026-11-24T11:00Z\n';
    await bringIn(await write('edited.csv', csv));
    const [{ text }] = await dataSource.query('select text from mention');
    expect(text).toBe('at the very end');
  });

  it('of the same file again stores nothing', async () => {
    const file = await write('again.jsonl', [1, 2, 3].map((id) => line(id)).join('\n'));
    await bringIn(file);
    expect(await bringIn(file)).toMatchObject({ stored: 0, known: 3 });
    expect(await mentions()).toBe(3);
  });

  it('reads CSV with line breaks, quotes, a byte order mark and semicolons', async () => {
    const csv =
      '\ufeffnetwork;externalId;text;publishedAt;authorHandle\r\n' +
      'x;1;"deux\r\nlignes ; et ""guillemets""";2026-11-24T09:00:00Z;@anna\r\n' +
      'x;2;court\r\n' +
      'x;3;trois;2026-11-24T09:00:00Z;\r\n';
    const run = await bringIn(await write('posts.csv', csv));
    expect(run).toMatchObject({ stored: 2, refused: 1 });
    expect(await report(run.id)).toMatchObject([
      { line: 2, outcome: 'stored' },
      { line: 4, outcome: 'refused', reason: expect.stringContaining('3 columns') },
      { line: 5, outcome: 'stored' },
    ]);
    const [first] = await dataSource.query(`select text, author_handle from mention where external_id = '1'`);
    expect(first).toEqual({ text: 'deux\r\nlignes ; et "guillemets"', author_handle: 'anna' });
  });

  it('goes on where it was stopped, in either format, as if it had never been', async () => {
    const rows = Array.from({ length: 23 }, (_, index) => index + 1);
    const files = {
      jsonl: await write(
        'long.jsonl',
        rows.map((id) => line(id, id % 7 === 0 ? { text: '' } : {})).join('\r\n'),
      ),
      csv: await write(
        'long.csv',
        [
          'network,externalId,text,publishedAt',
          ...rows.map((id) => `x,csv-${id},${id % 7 === 0 ? '' : `"a\nb ${id}"`},2026-11-24`),
        ].join('\n'),
      ),
    };
    for (const file of Object.values(files)) {
      const mapping = (await recogniseMapping(mappings, file))!;
      const { id } = await startFileImport(dataSource, file, mapping);
      let ends = 0;
      for (let end = ''; end !== 'done'; ends += 1) {
        const stopping = new AbortController();
        end = await runImport(dataSource, id, {
          fileOf: (name) => name,
          pageSize: 4,
          signal: stopping.signal,
          onProgress: () => stopping.abort(),
        });
        if (ends === 0) expect((await startFileImport(dataSource, file, mapping)).resumed).toBe(true);
      }
      expect(ends).toBeGreaterThan(4);
      expect(await figures(id)).toMatchObject({ state: 'done', stored: 20, known: 0, refused: 3 });
      const whole = (await report(id)) as { line: number; outcome: string }[];
      expect(whole).toHaveLength(23);
      expect(whole.filter(({ outcome }) => outcome === 'refused')).toHaveLength(3);
    }
    expect(await mentions()).toBe(40);
  });

  it('is refused from the line on which the file breaks, and keeps what came before', async () => {
    const run = await bringIn(
      await write(
        'broken.csv',
        'network,externalId,text,publishedAt\nx,1,un,2026-11-24\nx,2,"deux,2026-11-24\n',
      ),
      { pageSize: 1 },
    );
    expect(run).toMatchObject({ end: 'failed', state: 'failed', stored: 1 });
    expect(run.problem).toMatch(/quote/i);
  });

  it('refuses bytes that are no text and lines that are too long, and reads on', async () => {
    const long = Buffer.alloc(1024 * 1024 + 10, 'a');
    const file = await write(
      'bytes.jsonl',
      Buffer.concat([
        Buffer.from(`${line(1)}\n`),
        Buffer.from([0x7b, 0xff, 0x7d, 0x0a]),
        long,
        Buffer.from(`\n${line(2)}`),
      ]),
    );
    const run = await bringIn(file);
    expect(run).toMatchObject({ stored: 2, refused: 2 });
    expect(await report(run.id)).toMatchObject([
      { line: 1, outcome: 'stored' },
      { line: 2, reason: 'is not text in UTF-8' },
      { line: 3, reason: 'is longer than 1 MB' },
      { line: 4, outcome: 'stored' },
    ]);
  });

  it('is worked on by one process at a time', async () => {
    const file = await write('busy.jsonl', [1, 2, 3, 4, 5, 6].map((id) => line(id)).join('\n'));
    const { id } = await startFileImport(dataSource, file, (await recogniseMapping(mappings, file))!);
    const ends = await Promise.all(
      [1, 2, 3].map(() => runImport(dataSource, id, { fileOf: (name) => name, pageSize: 1 })),
    );
    expect(ends.filter((end) => end === 'done').length).toBeGreaterThanOrEqual(1);
    expect(await figures(id)).toMatchObject({ state: 'done', stored: 6, known: 0 });
  });
});

describe('an uploaded file', () => {
  it('is brought in by the worker and then thrown away', async () => {
    const worker = new ImportsWorker(dataSource, { dataDirectory: folder } as never);
    await writeFile(path.join(folder, 'uploads-test'), '');
    await (await import('node:fs/promises')).mkdir(path.join(folder, 'uploads'), { recursive: true });
    await writeFile(path.join(folder, 'uploads/one'), line(1));
    const mapping = mappings.find(({ name }) => name === 'passerelle-jsonl')!;
    const [row]: { id: string }[] = await dataSource.query(
      `insert into import_run (file_name, file_path, mapping_name, mapping, realm, bytes_total)
       values ('one.jsonl', 'uploads/one', $1, $2, 'live', 100) returning id`,
      [mapping.name, JSON.stringify(mapping)],
    );
    expect(await worker.due()).toEqual([row!.id]);
    await worker.run(row!.id);
    expect(await figures(row!.id)).toMatchObject({ state: 'done', stored: 1 });
    expect(await readdir(path.join(folder, 'uploads'))).toEqual([]);
    expect(await worker.due()).toEqual([]);
  });
});
