import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { outcomeOf, refusalOf } from '#platform/testing';
import { HostileNetwork } from './hostile-network.fixture.js';
import { OutboxWorld } from './outbox.fixture.js';
import { ReplyReader } from './reply-reader.service.js';

let dataSource: DataSource;
let world: OutboxWorld;
let network: HostileNetwork;
let variantId: string;
let mentionId: string;

const choose = (answerVariantId: string, placeholders: Record<string, string> = {}) => ({
  answerVariantId,
  placeholders,
});
const send = (answerVariantId: string, placeholders: Record<string, string> = {}, mention = mentionId) =>
  world.outbox.send(mention, choose(answerVariantId, placeholders), world.anna, null);

beforeAll(async () => {
  world = await OutboxWorld.open();
  ({ dataSource } = world);
  network = await world.network({ keyed: true });
  for (const name of ['mastodon', 'x', 'training']) world.publishers.set(name, network.publisher());
  ({ variantId } = await world.approved());
});
afterAll(() => world?.close());
beforeEach(async () => {
  mentionId = await world.mention({ state: 'in_progress' });
});

describe('a reply', () => {
  it('waits in the outbox with its text, and the mention is answered', async () => {
    const preview = await world.outbox.preview(mentionId, choose(variantId, { first_name: 'Zoé' }));
    const reply = await send(variantId, { first_name: 'Zoé' });
    expect(reply).toMatchObject({
      state: 'queued',
      text: 'Bonjour Zoé, le virement part sous cinq jours.',
      answerVersionNumber: 1,
      personName: 'Anna',
      previousState: 'in_progress',
    });
    const { length } = reply.text;
    expect(preview).toEqual({ text: reply.text, length, limit: 500, fits: true, edited: false });
    expect(await world.mentionRow(mentionId)).toEqual({
      state: 'answered',
      assignee_id: world.anna.personId,
      version: 2,
    });
    const jobs: unknown[] = await dataSource.query(
      `select from graphile_worker.jobs where task_identifier = 'reply.publish' and key = 'reply.publish:' || $1`,
      [reply.id],
    );
    expect(jobs).toHaveLength(1);
    const decisions: unknown[] = await dataSource.query(
      'select action, from_state, to_state, version_after from decision where mention_id = $1',
      [mentionId],
    );
    expect(decisions).toEqual([
      { action: 'reply', from_state: 'in_progress', to_state: 'answered', version_after: 2 },
    ]);
    const events: { type: string }[] = await dataSource.query(
      `select type from event where payload->>'mentionId' = $1 order by id`,
      [mentionId],
    );
    expect(events.map(({ type }) => type)).toEqual(['mention.changed', 'reply.changed']);
    const audit: unknown[] = await dataSource.query(
      `select actor_name, action, after->>'text' as text from audit_entry where subject_type = 'reply' and subject_id = $1`,
      [reply.id],
    );
    expect(audit).toEqual([{ actor_name: 'Anna', action: 'reply.queued', text: reply.text }]);
  });

  it('is one, when two people answer at the same moment', async () => {
    const outcomes = await Promise.all([
      refusalOf(world.outbox.send(mentionId, choose(variantId), world.anna, null)),
      refusalOf(world.outbox.send(mentionId, choose(variantId), world.boris, null)),
    ]);
    const refused = outcomes.find((outcome) => outcome !== null);
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
    expect(refused).toMatchObject({ status: 409, code: 'reply-under-way' });
    expect(['Anna', 'Boris']).toContain(refused?.params['by']);
    expect(refused?.params['at']).toEqual(expect.any(String));
    const rows: unknown[] = await dataSource.query('select from reply where mention_id = $1', [mentionId]);
    expect(rows).toHaveLength(1);
  });

  it('is not given twice: a colleague who comes later learns who answered', async () => {
    const reply = await send(variantId);
    await world.publish.run(reply.id);
    const refused = await refusalOf(world.outbox.send(mentionId, choose(variantId), world.boris, null));
    expect(refused).toMatchObject({ code: 'mention-already-answered', params: { by: 'Anna' } });
  });

  it('is called back before it leaves, and the mention is as it was', async () => {
    const reply = await send(variantId);
    await world.outbox.cancel(reply.id, world.boris);
    expect(await world.mentionRow(mentionId)).toEqual({
      state: 'in_progress',
      assignee_id: null,
      version: 3,
    });
    await world.publish.run(reply.id);
    expect(network.posts.some(({ inReplyTo }) => inReplyTo === reply.inReplyToExternalId)).toBe(false);
    expect(await outcomeOf(world.outbox.cancel(reply.id, world.boris))).toBe('transition-not-allowed');
    expect(await outcomeOf(send(variantId))).toBe('done');
    expect(await outcomeOf(world.outbox.cancel('424242', world.boris))).toBe('reply-not-found');
  });

  it('is not called back once it left', async () => {
    const reply = await send(variantId);
    await world.publish.run(reply.id);
    expect(await outcomeOf(world.outbox.cancel(reply.id, world.anna))).toBe('transition-not-allowed');
    expect((await world.mentionRow(mentionId)).state).toBe('answered');
  });
});

describe('the same request again', () => {
  it('gives the same reply, also after it was sent, also at the same moment', async () => {
    const ask = () =>
      world.outbox.send(mentionId, choose(variantId, { first_name: 'Zoé' }), world.anna, 'key-1');
    const [first, second] = await Promise.all([ask(), ask()]);
    expect(second.id).toBe(first.id);
    await world.publish.run(first.id);
    expect(await ask()).toMatchObject({ id: first.id, state: 'sent' });
  });

  it('with other content is refused', async () => {
    await world.outbox.send(mentionId, choose(variantId), world.anna, 'key-2');
    const other = await world.mention();
    expect(
      await outcomeOf(
        world.outbox.send(mentionId, choose(variantId, { first_name: 'Zoé' }), world.anna, 'key-2'),
      ),
    ).toBe('idempotency-key-reused');
    expect(await outcomeOf(world.outbox.send(other, choose(variantId), world.anna, 'key-2'))).toBe(
      'idempotency-key-reused',
    );
    expect(await outcomeOf(world.outbox.send(other, choose(variantId), world.boris, 'key-2'))).toBe('done');
  });

  it('for two mentions at the same moment makes one reply', async () => {
    const other = await world.mention();
    const outcomes = await Promise.all([
      outcomeOf(world.outbox.send(mentionId, choose(variantId), world.anna, 'key-3')),
      outcomeOf(world.outbox.send(other, choose(variantId), world.anna, 'key-3')),
    ]);
    expect(outcomes.sort()).toEqual(['done', 'idempotency-key-reused']);
  });
});

describe('a request that does not hold', () => {
  const refusals: [string, string, () => Promise<unknown>][] = [
    ['a mention that is not there', 'mention-not-found', () => send(variantId, {}, '424242')],
    ['a variant that is not there', 'variant-not-found', () => send('424242')],
    ['a draft', 'variant-not-approved', async () => send((await world.draft()).variantId)],
    [
      'a version outside its validity',
      'variant-expired',
      async () => send((await world.approved({ validFrom: '2099-01-01T00:00:00Z' })).variantId),
    ],
    [
      'a version that has a successor',
      'variant-not-approved',
      async () => {
        const { answerId, variantId: old } = await world.approved();
        await world.approvedNext(answerId, 2, { doNotSay: 'x' });
        return send(old);
      },
    ],
    [
      'a retired answer',
      'variant-not-approved',
      async () => {
        const { answerId, variantId: old } = await world.approved();
        await world.retire(answerId);
        return send(old);
      },
    ],
    [
      'a variant for another network',
      'variant-wrong-network',
      async () =>
        send(
          (
            await world.approved({
              placeholders: [],
              variants: [{ language: 'fr', network: 'x', body: 'Bonjour' }],
            })
          ).variantId,
        ),
    ],
    [
      'a mention above its levels',
      'level-not-allowed',
      async () => send(variantId, {}, await world.mention({ level: 4 })),
    ],
    [
      'an unknown placeholder',
      'placeholder-unknown',
      () => send(variantId, { text: 'Tout ce que je veux dire' }),
    ],
    [
      'a missing placeholder',
      'placeholder-missing',
      async () => {
        const { placeholders } = world.content();
        const { variantId: needs } = await world.approved({
          placeholders: placeholders.map((placeholder) => ({ ...placeholder, required: true })),
        });
        return send(needs);
      },
    ],
    [
      'a link as a first name',
      'placeholder-invalid',
      () => send(variantId, { first_name: 'https://evil.example' }),
    ],
    [
      'a second line as a first name',
      'placeholder-invalid',
      () => send(variantId, { first_name: 'Zoé\nVous mentez' }),
    ],
    ['an invisible first name', 'placeholder-invalid', () => send(variantId, { first_name: 'Zo\u200bé' })],
    [
      'a very long first name',
      'placeholder-invalid',
      () => send(variantId, { first_name: 'Zoé '.repeat(100) }),
    ],
    [
      'a text too long for the network',
      'text-too-long',
      async () =>
        send(
          (
            await world.approved({
              placeholders: [],
              variants: [{ language: 'fr', network: null, body: 'a'.repeat(501) }],
            })
          ).variantId,
        ),
    ],
    [
      'a network that cannot be answered',
      'network-cannot-reply',
      async () => send(variantId, {}, await world.mention({ network: 'feed' })),
    ],
    [
      'a mention without a connected source',
      'network-cannot-reply',
      async () => send(variantId, {}, await world.mention({ source: null })),
    ],
    [
      'a mention answered elsewhere',
      'mention-already-answered',
      async () => send(variantId, {}, await world.mention({ state: 'answered' })),
    ],
  ];

  it.each(refusals)('%s: %s, and nothing is changed', async (_, expected, work) => {
    const count = async () => (await dataSource.query('select count(*) from reply'))[0].count as string;
    const before = await count();
    expect(await outcomeOf(work())).toBe(expected);
    expect(await count()).toBe(before);
    expect(await world.mentionRow(mentionId)).toEqual({
      state: 'in_progress',
      assignee_id: null,
      version: 1,
    });
  });

  it('names the field', async () => {
    expect((await refusalOf(send('424242')))?.errors.map(({ field }) => field)).toEqual(['answerVariantId']);
    const values = { first_name: 'x@y', nickname: 'Z' };
    expect((await refusalOf(send(variantId, values)))?.errors.map(({ field }) => field).sort()).toEqual([
      'placeholders.first_name',
      'placeholders.nickname',
    ]);
  });
});

describe('the list of replies', () => {
  it('is filtered and paged, newest first', async () => {
    const reader = new ReplyReader(dataSource);
    const reply = await send(variantId);
    expect((await reader.list({ mentionId }, undefined, 10)).items.map(({ id }) => id)).toEqual([reply.id]);
    const all = (await reader.list({ state: ['refused', 'queued'] }, undefined, 200)).items.map(
      ({ id }) => id,
    );
    const first = await reader.list({ state: ['refused', 'queued'] }, undefined, 3);
    const second = await reader.list({ state: ['refused', 'queued'] }, first.next ?? undefined, 200);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all);
    expect(await outcomeOf(reader.list({}, 'nonsense', 3))).toBe('cursor-invalid');
    expect((await reader.list({ realm: 'training' }, undefined, 10)).items).toEqual([]);
  });
});
