import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { Problem } from '#platform/problem';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { ENTITIES } from '#schema';
import { DraftsService } from './drafts.service.js';
import { addLibraryPeople, libraryContent, type LibraryPeople } from './library.fixture.js';
import { LibraryService } from './library.service.js';
import { UsageService } from './usage.service.js';

const NOW = new Date('2026-03-18T12:00:00Z');

let database: TestDatabase;
let dataSource: DataSource;
let people: LibraryPeople;
let usage: UsageService;
let answerId: string;
let variants: Record<string, string>;

interface Post {
  network: string;
  externalId: string;
  at: string;
  realm?: string;
  inReplyTo?: string;
  conversation?: string;
  sentiment?: string;
  own?: boolean;
}

async function post(given: Post): Promise<string> {
  await dataSource.query('select ensure_mention_partition($1::timestamptz)', [given.at]);
  const [identity]: { mention_id: string }[] = await dataSource.query(
    'insert into mention_identity (network, external_id, published_at) values ($1, $2, $3) returning mention_id',
    [given.network, given.externalId, given.at],
  );
  await dataSource.query(
    `insert into mention (id, published_at, realm, network, external_id, text, author_name, in_reply_to,
       conversation_key, own, sentiment, assessed_at)
     values ($1, $2, $3, $4, $5, $5, 'Anna', $6, $7, $8, $9, now())`,
    [
      identity!.mention_id,
      given.at,
      given.realm ?? 'live',
      given.network,
      given.externalId,
      given.inReplyTo ?? null,
      given.conversation ?? null,
      given.own ?? false,
      given.sentiment ?? 'neutral',
    ],
  );
  return identity!.mention_id;
}

async function reply(mentionId: string, network: string, language: string, at: string, state = 'sent') {
  await dataSource.query(
    `insert into reply (mention_id, realm, network, answer_id, answer_version_id, answer_variant_id, content_hash, text,
       state, person_id, previous_state, due_at, sent_at, external_id)
     select $1::bigint, case when $2 = 'training' then 'training' else 'live' end, $2, $3::bigint, version_id, $4::bigint,
       'h', 'reply', $5, $6, 'new', $7, case when $5 = 'sent' then $7::timestamptz end, 'reply-' || $1
     from answer_variant where id = $4::bigint`,
    [mentionId, network, answerId, variants[language], state, people.author.personId, at],
  );
  return `reply-${mentionId}`;
}

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES }).initialize();
  people = await addLibraryPeople(dataSource);
  usage = new UsageService(dataSource);
  answerId = await new DraftsService(dataSource).create('answer', libraryContent(people), people.author);
  const { versions } = await new LibraryService(dataSource).read(answerId);
  variants = Object.fromEntries(versions[0]!.variants.map(({ id, language }) => [language, id]));

  // On Mastodon conversations are known; the root of one has its own id as the key, or none.
  const first = await post({
    network: 'mastodon',
    externalId: 'm1',
    at: '2026-03-10T10:00:00Z',
    conversation: 'c1',
  });
  const toFirst = await reply(first, 'mastodon', 'fr', '2026-03-10T11:00:00Z');
  const react = (externalId: string, more: Partial<Post>) =>
    post({ network: 'mastodon', externalId, at: '2026-03-11T10:00:00Z', conversation: 'c1', ...more });
  await react('thanks', { inReplyTo: toFirst, sentiment: 'positive' });
  await react('angry', { inReplyTo: toFirst, sentiment: 'negative' });
  await react('own', { inReplyTo: toFirst, own: true });
  await react('to-the-mention', { inReplyTo: 'm1', sentiment: 'negative' });
  const root = await post({ network: 'x', externalId: 'x1', at: '2026-03-16T10:00:00Z' });
  const toRoot = await reply(root, 'x', 'en', '2026-03-17T09:00:00Z');
  await post({
    network: 'x',
    externalId: 'x2',
    at: '2026-03-17T10:00:00Z',
    inReplyTo: toRoot,
    conversation: 'x1',
  });
  // Where a network knows no conversations.
  await post({
    network: 'x',
    externalId: 'x3',
    at: '2026-03-17T11:00:00Z',
    inReplyTo: toRoot,
    sentiment: 'positive',
  });
  // Never sent; of another week; of the training network.
  await reply(
    await post({ network: 'x', externalId: 'x4', at: '2026-03-17T10:00:00Z' }),
    'x',
    'en',
    '2026-03-17T10:01:00Z',
    'refused',
  );
  await reply(
    await post({ network: 'x', externalId: 'x5', at: '2025-01-10T10:00:00Z' }),
    'x',
    'fr',
    '2025-01-10T11:00:00Z',
  );
  const drill = await post({
    network: 'training',
    externalId: 't1',
    at: '2026-03-17T10:00:00Z',
    realm: 'training',
  });
  await reply(drill, 'training', 'fr', '2026-03-17T10:05:00Z');
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

describe('the usage of an answer', () => {
  it('counts what was sent, where, in which language and when, apart from drills', async () => {
    const live = await usage.usage(answerId, 'live', NOW);
    expect(live).toMatchObject({
      total: 3,
      lastAt: '2026-03-17T09:00:00.000Z',
      byNetwork: [
        { network: 'x', count: 2 },
        { network: 'mastodon', count: 1 },
      ],
      byLanguage: [
        { language: 'fr', count: 2 },
        { language: 'en', count: 1 },
      ],
      byVersion: [{ versionNumber: 1, count: 3 }],
    });
    expect(live.byWeek).toHaveLength(12);
    expect(live.byWeek.slice(-2)).toEqual([
      { from: '2026-03-09T00:00:00.000Z', to: '2026-03-16T00:00:00.000Z', count: 1 },
      { from: '2026-03-16T00:00:00.000Z', to: '2026-03-23T00:00:00.000Z', count: 1 },
    ]);
    expect(await usage.usage(answerId, 'training', NOW)).toMatchObject({ total: 1, reactions: { total: 0 } });
  });

  it('counts what people answered to the replies, not to the mention, and nothing of one’s own', async () => {
    const { reactions } = await usage.usage(answerId, 'live', NOW);
    expect(reactions).toEqual({
      total: 4,
      bySentiment: [
        { sentiment: 'positive', count: 2 },
        { sentiment: 'negative', count: 1 },
        { sentiment: 'neutral', count: 1 },
      ],
    });
  });

  it('opens every figure: the list holds as many as it counts', async () => {
    const live = await usage.usage(answerId, 'live', NOW);
    const uses = async (filter: object) =>
      (await usage.uses(answerId, { realm: 'live', ...filter }, undefined, 50)).items.length;
    expect(await uses({})).toBe(live.total);
    for (const { network, count } of live.byNetwork) expect(await uses({ network })).toBe(count);
    for (const { language, count } of live.byLanguage) expect(await uses({ language })).toBe(count);
    for (const { versionNumber, count } of live.byVersion) expect(await uses({ versionNumber })).toBe(count);
    for (const { from, to, count } of live.byWeek) expect(await uses({ from, to })).toBe(count);
    const reactions = async (sentiment?: string) =>
      (await usage.reactions(answerId, { realm: 'live', sentiment }, undefined, 50)).items.map(
        ({ text }) => text,
      );
    expect(await reactions()).toEqual(['x3', 'x2', 'angry', 'thanks']);
    for (const { sentiment, count } of live.reactions.bySentiment) {
      expect(await reactions(sentiment)).toHaveLength(count);
    }
  });

  it('is read in pages', async () => {
    const first = await usage.uses(answerId, { realm: 'live' }, undefined, 2);
    const second = await usage.uses(answerId, { realm: 'live' }, first.next!, 2);
    expect([...first.items, ...second.items].map(({ mentionText }) => mentionText)).toEqual([
      'x5',
      'x1',
      'm1',
    ]);
    expect(first.items[1]).toMatchObject({
      reactions: 2,
      text: 'reply',
      by: { name: 'Camille' },
      versionNumber: 1,
    });
    const texts: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await usage.reactions(answerId, { realm: 'live' }, cursor, 1);
      texts.push(...page.items.map(({ text }) => text));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(texts).toEqual(['x3', 'x2', 'angry', 'thanks']);
    await expect(usage.uses(answerId, { realm: 'live' }, 'junk', 2)).rejects.toThrow(Problem);
    await expect(usage.usage('424242', 'live', NOW)).rejects.toThrow(/no answer/);
  });

  it('shows in the list of the library by realm', async () => {
    const library = new LibraryService(dataSource);
    const { items } = await library.list({ realm: 'training', sort: 'most_used' }, undefined, 5);
    expect(items[0]).toMatchObject({ id: answerId, timesUsed: 1 });
    expect((await library.list({ sort: 'last_used' }, undefined, 5)).items[0]).toMatchObject({
      timesUsed: 3,
    });
  });
});
