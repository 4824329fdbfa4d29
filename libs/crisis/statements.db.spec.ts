import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { permissionsOf } from '#platform/contract';
import type { Actor } from '#platform/http';
import { HostileNetwork } from '../replies/hostile-network.fixture.js';
import { OutboxWorld } from '../replies/outbox.fixture.js';
import { batteriesBurn } from './crisis.fixture.js';
import { IncidentsService } from './incidents.service.js';
import { StatementsService } from './statements.service.js';

let dataSource: DataSource;
let world: OutboxWorld;
let network: HostileNetwork;
let statements: StatementsService;
let incidents: IncidentsService;
let lead: Actor;
let answerId: string;
let answerVariantId: string;
let incidentId: string;
let topicId: string;

beforeAll(async () => {
  world = await OutboxWorld.open();
  ({ dataSource } = world);
  network = await world.network({ keyed: true });
  world.publishers.set('mastodon', network.publisher());
  statements = new StatementsService(dataSource, world.outbox);
  incidents = new IncidentsService(dataSource, world.jobs);
  await dataSource.query(`update person set roles = '{crisis_lead}' where id = $1`, [world.anna.personId]);
  const roles = ['crisis_lead' as const];
  lead = { ...world.anna, roles, permissions: permissionsOf(roles), sessionId: '1' };
  ({ answerId, variantId: answerVariantId } = await world.approved({ levelMin: 2 }, 'holding_statement'));
});
afterAll(() => world?.close());
beforeEach(async () => {
  ({ topicId, incidentId } = await batteriesBurn(dataSource, incidents, lead));
});

/** A mention of level 3 in French, attached: such ones are older than the crisis here. */
async function attachedMention(): Promise<string> {
  const mentionId = await world.mention({ level: 3 });
  await dataSource.query(
    `update mention set language = 'fr', assessed_at = now(), severity = 60 where id = $1`,
    [mentionId],
  );
  await incidents.attach(lead, { incidentId, kind: 'mention', subjectId: mentionId });
  return mentionId;
}

const publish = (mentionId: string, first_name = 'Zoé') =>
  statements.publish(
    incidentId,
    answerId,
    [{ mentionId, answerVariantId, placeholders: { first_name } }],
    lead,
  );

it('says what is ready, where it is needed, and by when', async () => {
  await attachedMention();
  const read = await statements.read(incidentId);
  expect(read).toMatchObject({
    firstSentAt: null,
    ready: [{ answerId, strategy: 'inform', fitsCluster: true, languages: ['fr'] }],
    coverage: [{ language: 'fr', network: 'mastodon', mentions: 1, answerIds: [answerId] }],
    published: [],
  });
  const declared = await incidents.read(incidentId);
  expect(Date.parse(read.dueAt!) - Date.parse(declared.declaredAt)).toBe(30 * 60_000);
});

it('is previewed word for word and changes nothing', async () => {
  const mentionId = await attachedMention();
  const { items, placeholders } = await statements.preview(incidentId, answerId);
  expect(placeholders.map(({ name }) => name)).toEqual(['first_name']);
  expect(items).toMatchObject([
    { mention: { id: mentionId }, attached: true, answerVariantId, blanks: ['first_name'] },
  ]);
  expect((await statements.read(incidentId)).published).toEqual([]);
});

it('takes two keys, once, and leaves although everything else is held', async () => {
  const mentionId = await attachedMention();
  const [first, again] = await Promise.all([publish(mentionId), publish(mentionId)]);
  expect(first.results).toMatchObject([{ outcome: 'queued', state: 'awaiting_second' }]);
  expect(again.results).toEqual(first.results);
  const [result] = first.results;
  if (result?.outcome !== 'queued') throw new Error('it was refused');
  const before = network.posts.length;
  await expect(world.held.confirm(result.replyId, world.anna)).rejects.toMatchObject({ code: 'own-reply' });
  await world.publish.run(result.replyId);
  expect(network.posts).toHaveLength(before);
  await world.held.confirm(result.replyId, world.boris);
  await world.publish.run(result.replyId);
  expect(network.posts).toHaveLength(before + 1);
  expect(network.posts.at(-1)).toMatchObject({ text: 'Bonjour Zoé, le virement part sous cinq jours.' });
  const read = await statements.read(incidentId);
  expect(read.firstSentAt).not.toBeNull();
  expect(read.published).toMatchObject([{ answerId, state: 'sent', replies: 1 }]);
  expect((await incidents.read(incidentId)).waitsFor.map(({ kind }) => kind)).not.toContain('statement');
});

it('refuses by name what is not of the incident, not ready, or named twice', async () => {
  const foreign = await world.mention({ level: 3 });
  await expect(publish(foreign)).rejects.toMatchObject({
    errors: [{ field: 'items.0.mentionId', code: 'mention-not-of-incident' }],
  });
  const mentionId = await attachedMention();
  const item = { mentionId, answerVariantId, placeholders: {} };
  await expect(statements.publish(incidentId, answerId, [item, item], lead)).rejects.toMatchObject({
    errors: [{ field: 'items.1.mentionId', code: 'duplicate-mention' }],
  });
  await expect(
    statements.publish(incidentId, answerId, [{ ...item, answerVariantId: '999999' }], lead),
  ).rejects.toMatchObject({
    errors: [{ field: 'items.0.answerVariantId', code: 'variant-not-of-statement' }],
  });
  const { answerId: ordinary } = await world.approved({});
  await expect(statements.preview(incidentId, ordinary)).rejects.toMatchObject({
    code: 'statement-not-ready',
  });
  await dataSource.query('update topic_level set level = 1 where topic_id = $1', [topicId]);
  await expect(statements.preview(incidentId, answerId)).rejects.toMatchObject({
    code: 'statement-not-ready',
  });
});

it('what one mention refuses holds back no other', async () => {
  const [good, answered] = [await attachedMention(), await attachedMention()];
  await publish(answered);
  const { results } = await statements.publish(
    incidentId,
    answerId,
    [answered, good].map((mentionId) => ({ mentionId, answerVariantId, placeholders: {} })),
    lead,
  );
  expect(results).toMatchObject([
    { mentionId: answered, outcome: 'refused' },
    { mentionId: good, outcome: 'queued' },
  ]);
});
