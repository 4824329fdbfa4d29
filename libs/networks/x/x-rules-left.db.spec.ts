import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import type { JobQueue } from '#platform/jobs';
import { XServer } from '../../../tests/simulators/x-server.js';
import { StreamRules } from '../following/stream-rules.js';
import { leaveRules, TakeRulesAway } from '../following/take-rules-away.job.js';
import { registryOf, streamSpace, type StreamSpace } from '../live/streams.fixture.js';
import { SourceService } from '../source.service.js';
import { XConnector } from './x-connector.js';

let space: StreamSpace;
let dataSource: DataSource;
let x: XServer;
let sourceId: string;
const connector = new XConnector();
const registry = registryOf('x', () => connector);
const { signal } = new AbortController();
const OTHERS = [
  { id: '1', value: 'trains', tag: 'passerelle source 4711' },
  { id: '2', value: 'buses' },
];

beforeAll(async () => {
  space = await streamSpace();
  ({ dataSource } = space);
});
afterAll(() => space?.close());
beforeEach(async () => {
  await space.empty();
  x = await new XServer().listen();
  sourceId = await connect({});
  x.rules = [...OTHERS];
  await rules().keep(sourceId, signal);
});
afterEach(() => x.stop());

async function connect(settings: Record<string, unknown>): Promise<string> {
  const [row]: { id: string }[] = await dataSource.query(
    `insert into source (network, realm, name, settings, sealed_credentials, pull_every_seconds, next_pull_at, account)
     values ('x', 'live', 'Lumen', $1, $2, 60, now() + interval '1 hour', '@lumen') returning id`,
    [{ ...x.settings, live: true, ...settings }, space.access.seal(x.credentials)],
  );
  return row!.id;
}
const rules = () => new StreamRules(dataSource, registry, space.access);
const job = () => new TakeRulesAway(dataSource, registry, space.access, rules());
async function work(): Promise<string[]> {
  const due = await job().due();
  for (const id of due) await job().run(id, signal);
  return due;
}
const pass = (seconds: number) =>
  dataSource.query(
    `update source_rules_left set next_try_at = next_try_at - $1 * interval '1 second',
       since = since - $1 * interval '1 second'`,
    [seconds],
  );
const left = () =>
  dataSource.query('select source_id as "sourceId", failures, sealed_credentials from source_rules_left');
const ours = () => x.rules.filter(({ id }) => !OTHERS.some((other) => other.id === id));
/** As a person disconnects it. */
async function remove(): Promise<void> {
  const [row]: { id: string }[] = await dataSource.query(
    `insert into person (email, name, roles, locale) values ('a@lumen.example', 'A', '{administrator}', 'en')
     on conflict (email) do update set name = excluded.name returning id`,
  );
  const actor = { personId: row!.id, name: 'A' } as Actor;
  const jobs = { enqueue: async () => undefined } as unknown as JobQueue;
  await new SourceService(dataSource, jobs, registry, space.access).remove(actor, sourceId, 'keep');
}

describe('the rules of a source that was removed', () => {
  it('are taken away at X, those of others are not, and then the access is forgotten', async () => {
    expect(ours()).toMatchObject([{ tag: `passerelle source ${sourceId}` }]);
    await remove();
    const [source] = await dataSource.query('select sealed_credentials, settings from source');
    expect(source).toEqual({ sealed_credentials: null, settings: {} });
    expect(await work()).toEqual([sourceId]);
    expect(x.rules).toEqual(OTHERS);
    expect(await work()).toEqual([]);
    // A worker that was about to set them does so after all.
    x.rules.push({ id: '9', value: '@lumen -is:retweet', tag: `passerelle source ${sourceId}` });
    await pass(130);
    await work();
    expect(x.rules).toEqual(OTHERS);
    await pass(130);
    await work();
    expect(await left()).toEqual([]);
  });

  it('wait while X is down, and are taken away once it answers again', async () => {
    await remove();
    x.faults.push({ path: '/oauth2/token', fault: 'drop' }, { path: '/rules', fault: { status: 503 } });
    await work();
    expect(await left()).toMatchObject([{ failures: 1 }]);
    expect(ours()).toHaveLength(1);
    await pass(3600);
    await work();
    expect(await left()).toMatchObject([{ failures: 2 }]);
    await pass(3600);
    await work();
    expect(ours()).toEqual([]);
    expect(await left()).toMatchObject([{ failures: 0 }]);
  });

  it('are set right where another source of the application listens', async () => {
    const other = await connect({ watch: 'hashtag', term: 'lumen' });
    await rules().keep(other, signal);
    expect(ours()).toHaveLength(2);
    await remove();
    await work();
    expect(ours()).toMatchObject([{ value: '#lumen -is:retweet', tag: `passerelle source ${other}` }]);
    await pass(130);
    await work();
    expect(await left()).toEqual([]);
  });

  it('are given up after a week in which X did not take the access, which is forgotten then', async () => {
    await remove();
    x.faults.push({ path: '/oauth2/token', fault: { status: 403 } });
    await work();
    expect(await left()).toHaveLength(1);
    await pass(8 * 86_400);
    await work();
    expect(await left()).toEqual([]);
  });

  it('are taken away once, by one worker, when several are told to', async () => {
    await remove();
    await Promise.all(Array.from({ length: 4 }, () => job().run(sourceId, signal)));
    const deletions = x.requests.filter(({ body }) => (body as { delete?: object } | null)?.delete);
    expect(deletions).toHaveLength(1);
  });
});

it('a source that listens no more leaves its rules too, unless it is told to listen again', async () => {
  await dataSource.query(`update source set settings = settings || '{"live": false}' where id = $1`, [
    sourceId,
  ]);
  await inTransaction(dataSource, ({ manager }) => leaveRules(manager, sourceId));
  await work();
  expect(x.rules).toEqual(OTHERS);
  await dataSource.query(`update source set settings = settings || '{"live": true}' where id = $1`, [
    sourceId,
  ]);
  await pass(130);
  await work();
  expect(ours()).toMatchObject([{ tag: `passerelle source ${sourceId}` }]);
});
