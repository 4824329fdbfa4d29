import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { permissionsOf } from '#platform/contract';
import type { Actor } from '#platform/http';
import { HostileNetwork } from '../replies/hostile-network.fixture.js';
import { OutboxWorld } from '../replies/outbox.fixture.js';
import { batteriesBurn } from './crisis.fixture.js';
import { IncidentsService } from './incidents.service.js';
import { IncidentPostsService } from './posts.service.js';
import { ReportsService } from './reports.service.js';
import { StatementsService } from './statements.service.js';

const WORDS = 'Nous savons, et nous en disons plus à midi.';
let dataSource: DataSource;
let world: OutboxWorld;
let keyed: HostileNetwork;
let plain: HostileNetwork;
let posts: IncidentPostsService;
let statements: StatementsService;
let incidents: IncidentsService;
let lead: Actor;
let answerId: string;
let answerVariantId: string;
let incidentId: string;
/** Accounts by their network. */
const accounts: Record<string, string> = {};
const takenDown: string[] = [];

beforeAll(async () => {
  world = await OutboxWorld.open();
  ({ dataSource } = world);
  keyed = await world.network({ keyed: true });
  plain = await world.network({ keyed: false });
  const removing = (network: HostileNetwork) => ({
    ...network.publisher(),
    remove: ({ externalId }: { externalId: string }) => Promise.resolve(void takenDown.push(externalId)),
  });
  world.publishers.set('mastodon', removing(keyed));
  world.publishers.set('x', removing(plain));
  world.publishers.set('youtube', { ...keyed.publisher(), posts: false });
  world.publishers.set('webhook', {
    ...keyed.publisher(),
    speaks: ({ replyUrl }) => replyUrl !== undefined,
  });
  posts = new IncidentPostsService(dataSource, world.posts);
  statements = new StatementsService(dataSource, world.outbox);
  incidents = new IncidentsService(dataSource, world.jobs);
  await dataSource.query(`update person set roles = '{crisis_lead}' where id = $1`, [world.anna.personId]);
  const roles = ['crisis_lead' as const];
  lead = { ...world.anna, roles, permissions: permissionsOf(roles), sessionId: '1' };
  await dataSource.query(`update source set account = '@lumen@social.example' where network = 'mastodon'`);
  await dataSource.query(
    `insert into source (network, realm, name, account, settings, state, pull_every_seconds) values
       ('mastodon', 'live', 'mot-dièse', '@lumen@social.example', '{}', 'active', 60),
       ('x', 'live', 'X', '@lumen', '{}', 'active', 60),
       ('youtube', 'live', 'Chaîne', 'Lumen', '{}', 'active', 60),
       ('feed', 'live', 'Le Journal', null, '{}', 'active', 60),
       ('webhook', 'live', 'Forum', null, '{}', 'active', 60),
       ('x', 'live', 'X, ancien', '@old', '{}', 'needs_attention', 60),
       ('training', 'training', 'Entraînement', null, '{}', 'active', 60)`,
  );
  const rows: { id: string; network: string }[] = await dataSource.query(
    `select min(id)::text as id, network from source group by network`,
  );
  for (const { id, network } of rows) accounts[network] = id;
  const variants = [
    { language: 'fr' as const, network: null, body: WORDS },
    { language: 'fr' as const, network: 'x', body: 'Nous savons. Plus à midi : {{link}}' },
    { language: 'en' as const, network: null, body: 'We know. More at noon.' },
  ];
  const placeholders = [
    {
      name: 'link',
      type: 'link' as const,
      label: { fr: 'Adresse', en: 'Address' },
      required: true,
      allowedDomains: ['lumen.org'],
    },
  ];
  ({ answerId } = await world.approved(
    { levelMin: 2, levelMax: 4, variants, placeholders },
    'holding_statement',
  ));
  answerVariantId = await variantOf('fr', null);
});
afterAll(() => world?.close());
beforeEach(async () => {
  ({ incidentId } = await batteriesBurn(dataSource, incidents, lead));
});

async function variantOf(language: string, network: string | null): Promise<string> {
  const [row]: { id: string }[] = await dataSource.query(
    `select r.id from answer_variant r join answer_version v on v.id = r.version_id
     where v.answer_id = $1 and r.language = $2 and r.network is not distinct from $3`,
    [answerId, language, network],
  );
  return row!.id;
}

const propose = async (networks = ['mastodon'], values: Record<string, string> = {}) => {
  const items = await Promise.all(
    networks.map(async (network) => ({
      sourceId: accounts[network]!,
      answerVariantId: network === 'x' ? await variantOf('fr', 'x') : answerVariantId,
    })),
  );
  return (await posts.propose(incidentId, answerId, { items, placeholders: values }, lead)).items;
};
const proposedOne = async (network = 'mastodon') => {
  const values: Record<string, string> = network === 'x' ? { link: 'https://lumen.org/securite' } : {};
  return (await propose([network], values))[0]!;
};
const stateOf = async (id: string) =>
  (await posts.read(incidentId)).items.find((one) => one.id === id) ?? { state: 'missing', problem: null };

it('names every account once, with what would stand there and how long it is, or why nothing can', async () => {
  const { items, languages, placeholders } = await posts.preview(incidentId, answerId, {
    language: 'fr',
    placeholders: { link: 'https://lumen.org/securite' },
  });
  expect(languages).toEqual(['fr', 'en']);
  expect(placeholders.map(({ name }) => name)).toEqual(['link']);
  expect(items.map(({ network, account, obstacle }) => [network, account, obstacle])).toEqual([
    ['mastodon', '@lumen@social.example', null],
    ['x', '@lumen', null],
    ['feed', 'Le Journal', 'only-read'],
    ['webhook', 'Forum', 'no-address'],
    ['x', '@old', 'needs-attention'],
    ['youtube', 'Lumen', 'only-answers'],
  ]);
  expect(items.slice(0, 2)).toMatchObject([
    { text: WORDS, length: WORDS.length, limit: 500, fits: true, problem: null },
    // X counts every address as 23.
    { text: 'Nous savons. Plus à midi : https://lumen.org/securite', length: 27 + 23, limit: 280 },
  ]);
  const blank = await posts.preview(incidentId, answerId, { language: 'fr', placeholders: {} });
  expect(blank.items[1]).toMatchObject({ text: null, problem: { code: 'placeholder-missing' } });
  const english = await posts.preview(incidentId, answerId, { language: 'en', placeholders: {} });
  expect(english.items[1]).toMatchObject({ text: 'We know. More at noon.' });
  expect((await posts.read(incidentId)).items).toEqual([]);
});

it('takes two keys, leaves though all else is held, and is told in the log', async () => {
  const before = keyed.posts.length;
  const [first, again] = await Promise.allSettled([propose(), propose()]);
  const made = [first, again].flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  const refused = [first, again].flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  expect(made).toMatchObject([
    { state: 'awaiting_second', second: { why: 'post', by: null }, mentionId: null },
  ]);
  expect(refused).toMatchObject([
    { code: 'post-under-way', errors: [{ field: 'items.0.sourceId', code: 'post-under-way' }] },
  ]);
  const { id } = made[0]!;
  expect((await incidents.read(incidentId)).waitsFor[0]).toMatchObject({ kind: 'posts', count: 1 });
  await world.publish.run(id);
  await expect(world.held.confirm(id, world.anna)).rejects.toMatchObject({ code: 'own-reply' });
  // Not even a hand in the database lets it go with one key.
  await expect(dataSource.query(`update reply set state = 'queued' where id = $1`, [id])).rejects.toThrow(
    /reply_post_two_keys/,
  );
  expect(keyed.posts).toHaveLength(before);
  await world.held.confirm(id, world.boris);
  await Promise.all([world.publish.run(id), world.publish.run(id), world.publish.run(id)]);
  expect(keyed.posts).toHaveLength(before + 1);
  expect(keyed.posts.at(-1)).toMatchObject({ text: WORDS, inReplyTo: null });
  expect(await stateOf(id)).toMatchObject({ state: 'sent', post: { account: '@lumen@social.example' } });
  const { items: lines } = await incidents.log(incidentId, { order: 'newest', limit: 200 });
  expect(
    lines.filter(({ event }) => ['post_proposed', 'released', 'sent'].includes(event ?? '')),
  ).toMatchObject([
    { kind: 'post', event: 'sent', text: '@lumen@social.example', params: { words: WORDS } },
    { kind: 'post', event: 'released', by: { name: 'Boris' } },
    { kind: 'event', event: 'post_proposed', by: { name: 'Anna' } },
  ]);
  const read = await statements.read(incidentId);
  expect(read.firstSentAt).not.toBeNull();
  expect((await incidents.read(incidentId)).waitsFor.map(({ kind }) => kind)).not.toContain('statement');
  await expect(propose()).rejects.toMatchObject({ code: 'posted-already' });
});

it('refuses all when one account cannot have it, and names which', async () => {
  const items = [
    { sourceId: accounts['mastodon']!, answerVariantId },
    { sourceId: accounts['youtube']!, answerVariantId },
    { sourceId: accounts['mastodon']!, answerVariantId },
    { sourceId: accounts['training']!, answerVariantId },
    { sourceId: accounts['x']!, answerVariantId: '999999' },
  ];
  await expect(posts.propose(incidentId, answerId, { items, placeholders: {} }, lead)).rejects.toMatchObject({
    errors: [
      { field: 'items.1.sourceId', code: 'account-cannot-post' },
      { field: 'items.2.sourceId', code: 'duplicate-account' },
      { field: 'items.3.sourceId', code: 'not-an-account' },
      { field: 'items.4.answerVariantId', code: 'variant-not-of-statement' },
    ],
  });
  await expect(propose(['mastodon', 'x'])).rejects.toMatchObject({
    errors: [{ field: 'placeholders.link', code: 'placeholder-missing' }],
  });
  await expect(propose(['x'], { link: 'https://elsewhere.example' })).rejects.toMatchObject({
    errors: [{ field: 'placeholders.link', code: 'placeholder-invalid' }],
  });
  expect((await posts.read(incidentId)).items).toEqual([]);
  const ordinary = await world.approved({ levelMax: 4 });
  await expect(
    posts.preview(incidentId, ordinary.answerId, { language: 'fr', placeholders: {} }),
  ).rejects.toMatchObject({ code: 'statement-not-ready' });
});

it('leaves only in the words that were approved', async () => {
  const altered = await proposedOne();
  await world.held.confirm(altered.id, world.boris);
  await world.behindItsBack('update reply set text = $2 where id = $1', [altered.id, 'Nous ne savons rien.']);
  await world.publish.run(altered.id);
  expect(await stateOf(altered.id)).toMatchObject({ state: 'refused', problem: { code: 'variant-altered' } });
  const ordinary = await world.approved({ levelMax: 4 });
  const swapped = await proposedOne();
  await world.held.confirm(swapped.id, world.boris);
  await world.behindItsBack(
    `update reply r set answer_variant_id = v.id, answer_version_id = v.version_id, answer_id = $3,
       passed_freeze_at = now()
     from answer_variant v where r.id = $1 and v.id = $2`,
    [swapped.id, ordinary.variantId, ordinary.answerId],
  );
  await world.publish.run(swapped.id);
  expect(await stateOf(swapped.id)).toMatchObject({
    state: 'refused',
    problem: { code: 'not-a-holding-statement' },
  });
  expect(keyed.posts.some(({ text }) => text === 'Nous ne savons rien.')).toBe(false);
});

it('whose answer was lost is looked for, and never sent again on a guess', async () => {
  const post = await proposedOne('x');
  await world.held.confirm(post.id, world.boris);
  const before = plain.posts.length;
  plain.faults.push('drop-after');
  await world.publish.run(post.id);
  expect(await stateOf(post.id)).toMatchObject({ state: 'uncertain' });
  plain.readable = false;
  await world.pass(post.id, 5);
  await world.publish.run(post.id);
  expect(await stateOf(post.id)).toMatchObject({ state: 'uncertain' });
  plain.readable = true;
  await world.pass(post.id, 5);
  await world.publish.run(post.id);
  expect(await stateOf(post.id)).toMatchObject({ state: 'sent' });
  expect(plain.posts).toHaveLength(before + 1);
});

it('is taken down where the network allows it, and may then be said anew', async () => {
  const post = await proposedOne();
  await world.held.confirm(post.id, world.boris);
  await world.publish.run(post.id);
  await expect(
    world.outbox.correct(post.id, { answerVariantId, placeholders: {} }, 'wrong', world.anna, null),
  ).rejects.toMatchObject({ code: 'no-mention-answered' });
  await world.removal.ask(post.id, 'the hour was wrong', world.anna);
  await world.removal.run(post.id);
  const sent = (await posts.read(incidentId)).items[0]!;
  expect(takenDown).toContain(sent.externalId);
  expect(sent.removal).toMatchObject({ reason: 'the hour was wrong', problem: null });
  expect(sent.removal!.removedAt).not.toBeNull();
  expect((await incidents.log(incidentId, { order: 'newest', limit: 200 })).items[0]).toMatchObject({
    kind: 'post',
    event: 'removed',
  });
  const anew = await proposedOne();
  await world.held.confirm(anew.id, world.boris);
  await world.publish.run(anew.id);
  expect(await stateOf(anew.id)).toMatchObject({ state: 'sent', problem: null });
});

it('is refused by a second person with a reason, called back by the first, and ends with its incident', async () => {
  const refused = await proposedOne();
  await world.held.refuse(refused.id, 'too early', world.boris);
  expect(await stateOf(refused.id)).toMatchObject({
    state: 'refused',
    problem: { code: 'second-person-refused', detail: 'Boris: too early' },
  });
  const called = await proposedOne();
  await world.outbox.cancel(called.id, world.anna);
  expect(await stateOf(called.id)).toMatchObject({ state: 'cancelled' });
  const late = await proposedOne();
  await world.held.confirm(late.id, world.boris);
  await dataSource.query(`update incident set state = 'closed', closed_at = now() where id = $1`, [
    incidentId,
  ]);
  await world.publish.run(late.id);
  expect(await stateOf(late.id)).toMatchObject({
    state: 'refused',
    problem: { code: 'incident-closed-meanwhile' },
  });
  await expect(propose()).rejects.toMatchObject({ code: 'incident-closed' });
});

it('is told in the situation report, and is no answer to anybody', async () => {
  const post = await proposedOne();
  await world.held.confirm(post.id, world.boris);
  await world.publish.run(post.id);
  const report = await new ReportsService(dataSource).draft(lead, incidentId);
  expect(JSON.stringify(report)).toContain('Où en est mon remboursement');
  const [row] = await dataSource.query('select response_seconds, carries_message from reply where id = $1', [
    post.id,
  ]);
  expect(row).toEqual({ response_seconds: null, carries_message: null });
});

it('whose second key was forged by hand waits for a person again', async () => {
  const post = await proposedOne();
  await world.behindItsBack(`alter table reply drop constraint reply_post_two_keys`);
  await world.behindItsBack(`update reply set state = 'queued' where id = $1`, [post.id]);
  const before = keyed.posts.length;
  await world.publish.run(post.id);
  expect(keyed.posts).toHaveLength(before);
  expect(await stateOf(post.id)).toMatchObject({ state: 'awaiting_second' });
});
