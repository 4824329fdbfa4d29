import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import type { Actor } from '#platform/http';
import type { Seals } from '#platform/sealing';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { type OutgoingReply, PublishRefused, type ReplyPublisher } from '#replies';
import type { TrainingFault } from '../contract.js';
import type { ConnectorRegistry } from '../connector-registry.js';
import { replyPublishers } from '../reply-publishers.js';
import { SourceAccess } from '../source-access.js';
import { TrainingConnector } from './training-connector.js';
import { TrainingFaults } from './training-faults.service.js';
import { TrainingGateway } from './training-gateway.js';
import { TrainingNetwork } from './training-network.js';

let database: TestDatabase;
let dataSource: DataSource;
let faults: TrainingFaults;
let publisher: ReplyPublisher;
let sourceId: string;
let post: string;
let actor: Actor;
const { signal } = new AbortController();

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: [] }).initialize();
  const network = new TrainingNetwork(dataSource);
  const connector = new TrainingConnector(new TrainingGateway(dataSource, network));
  [{ id: sourceId }] = await dataSource.query(
    `insert into source (network, realm, name, pull_every_seconds) values ('training', 'training', 'T', 5) returning id`,
  );
  const registry = { get: () => connector } as unknown as ConnectorRegistry;
  publisher = replyPublishers(
    registry,
    dataSource,
    new SourceAccess(dataSource, {} as Seals),
  )('training', sourceId)!;
  faults = new TrainingFaults(dataSource);
  const [person] = await dataSource.query(
    `insert into person (email, name, roles, locale) values ('t@x.example', 'Tom', '{administrator}', 'fr') returning id`,
  );
  actor = { personId: person.id, name: 'Tom' } as Actor;
  const asked = { authorHandle: 'lea', authorName: 'Léa', followers: 1, text: 'Et ?', hasMedia: false };
  ({ id: post } = await network.post({ ...asked, inReplyToId: null }));
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

const reply = (id: string): OutgoingReply => ({
  id,
  text: `Réponse ${id}`,
  inReplyToExternalId: post,
  sourceId,
  network: 'training',
  askedAt: new Date(),
  idempotencyKey: `key-${id}`,
});

describe('a fault of the training network', () => {
  const refusals: [TrainingFault, string][] = [
    ['post_deleted', 'post-deleted'],
    ['author_blocked', 'author-blocked'],
    ['too_long', 'network-text-too-long'],
    ['duplicate', 'duplicate-text'],
    ['token_expired', 'token-expired'],
    ['refused', 'network-refused'],
  ];

  it.each(refusals)('%s reaches the outbox as %s, and the next reply goes through', async (fault, code) => {
    expect(await faults.ask(fault, actor)).toEqual([fault]);
    const refused = await publisher.publish(reply(fault), signal).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PublishRefused);
    expect(refused).toMatchObject({ code, retryAt: null });
    expect(await publisher.find(reply(fault), signal)).toBe('none');
    expect(await publisher.publish(reply(fault), signal)).toMatchObject({ externalId: expect.any(String) });
  });

  it('of the token makes the source need attention', async () => {
    const [source] = await dataSource.query('select state, problem_code from source where id = $1', [
      sourceId,
    ]);
    expect(source).toEqual({ state: 'needs_attention', problem_code: 'token-expired' });
  });

  it('of the rate makes the reply wait', async () => {
    await faults.ask('rate_limited', actor);
    await expect(publisher.publish(reply('rate'), signal)).rejects.toMatchObject({
      name: 'PublishRefused',
      retryAt: expect.any(Date),
    });
  });

  it('without an answer leaves the post there, to be found', async () => {
    await faults.ask('no_answer', actor);
    await expect(publisher.publish(reply('mute'), signal)).rejects.not.toBeInstanceOf(PublishRefused);
    expect(await publisher.find(reply('mute'), signal)).toMatchObject({ externalId: expect.any(String) });
  });

  it('can be taken back', async () => {
    await faults.ask('refused', actor);
    expect(await faults.ask('duplicate', actor)).toEqual(['refused', 'duplicate']);
    expect(await faults.ask(null, actor)).toEqual([]);
  });
});

describe('a reply on the training network', () => {
  it('is taken down, shows as removed, and cannot be taken down twice in a harmful way', async () => {
    const { externalId } = await publisher.publish(reply('gone'), signal);
    const published = { ...reply('gone'), externalId, url: null };
    await publisher.remove?.(published, signal);
    await publisher.remove?.(published, signal);
    const { replies } = await new TrainingNetwork(dataSource).threadOf(externalId);
    expect(replies.find(({ id }) => id === externalId)).toMatchObject({
      text: '',
      removedAt: expect.any(String),
    });
  });
});
