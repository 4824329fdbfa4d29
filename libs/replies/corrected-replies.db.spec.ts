import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Problem } from '#platform/problem';
import { HostileNetwork } from './hostile-network.fixture.js';
import { OutboxWorld } from './outbox.fixture.js';
import { ReplyReader } from './reply-reader.service.js';

let dataSource: DataSource;
let world: OutboxWorld;
let network: HostileNetwork;
let plain: string;

beforeAll(async () => {
  world = await OutboxWorld.open();
  ({ dataSource } = world);
  network = await world.network({ keyed: false });
  world.publishers.set('mastodon', network.publisher());
  ({ variantId: plain } = await world.approved());
});
afterAll(() => world?.close());
beforeEach(() => {
  network.faults.length = 0;
});

const ask = async () =>
  world.outbox.send(await world.mention({}), { answerVariantId: plain, placeholders: {} }, world.anna, null);
const read = async (id: string) =>
  (await new ReplyReader(dataSource).list({}, undefined, 200)).items.find((reply) => reply.id === id)!;
const state = async (id: string) => (await read(id)).state;
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );
const recorded = async (subject: string, id: string): Promise<string[]> =>
  (
    await dataSource.query(
      'select action from audit_entry where subject_type = $1 and subject_id = $2 order by position',
      [subject, id],
    )
  ).map(({ action }: { action: string }) => action);
describe('a published reply', () => {
  const published = async () => {
    const reply = await ask();
    await world.publish.run(reply.id);
    return reply;
  };
  const correct = (replyId: string) =>
    world.outbox.correct(
      replyId,
      { answerVariantId: plain, placeholders: { first_name: 'Zoé' } },
      'prénom oublié',
      world.anna,
      null,
    );

  it('is corrected by a second approved answer, linked, with its reason', async () => {
    const reply = await published();
    const correction = await correct(reply.id);
    expect(await code(correct(reply.id))).toBe('correction-under-way');
    await world.publish.run(correction.id);
    expect(await read(correction.id)).toMatchObject({
      state: 'sent',
      corrects: { replyId: reply.id, reason: 'prénom oublié' },
    });
    expect((await read(reply.id)).correctedById).toBe(correction.id);
    expect((await world.mentionRow(reply.mentionId!)).state).toBe('answered');
  });

  it('is corrected only once it is sent, and stays the answer when the correction is called back', async () => {
    const waiting = await ask();
    expect(await code(correct(waiting.id))).toBe('not-published-yet');
    const reply = await published();
    const correction = await correct(reply.id);
    await world.outbox.cancel(correction.id, world.anna);
    expect((await world.mentionRow(reply.mentionId!)).state).toBe('answered');
    expect(await code(correct(reply.id))).toBe('done');
  });

  it('is removed where the network allows it, once, on record', async () => {
    const reply = await published();
    expect(await code(world.removal.ask(reply.id, 'faux', world.boris))).toBe('network-cannot-remove');
    const removed: string[] = [];
    let line = false;
    world.publishers.set('mastodon', {
      ...network.publisher(),
      remove: async ({ externalId }) => {
        if (!line) throw new Error('the line dropped');
        removed.push(externalId);
      },
    });
    await world.removal.ask(reply.id, 'faux', world.boris);
    expect(await code(world.removal.ask(reply.id, 'faux', world.boris))).toBe('removal-under-way');
    await world.removal.run(reply.id);
    expect((await read(reply.id)).removal).toMatchObject({ removedAt: null, problem: null });
    line = true;
    await dataSource.query('update reply_removal set due_at = now()');
    expect(await world.removal.due()).toEqual([reply.id]);
    await world.removal.run(reply.id);
    await world.removal.run(reply.id);
    world.publishers.set('mastodon', network.publisher());
    expect(removed).toHaveLength(1);
    expect(await read(reply.id)).toMatchObject({
      state: 'sent',
      removal: { reason: 'faux', by: { name: 'Boris' }, removedAt: expect.any(String) },
    });
    expect(await recorded('reply', reply.id)).toEqual([
      'reply.queued',
      'reply.published',
      'reply.removal_asked',
      'reply.removed',
    ]);
  });
});

describe('a reply given up after a lost attempt', () => {
  it('is still looked for, and found when a slow network shows it after all', async () => {
    world.publishers.set('mastodon', network.publisher());
    network.faults.push('drop-before');
    const reply = await ask();
    await world.publish.run(reply.id);
    await world.pass(reply.id, 30);
    await world.readBack.runFor(reply.id, world.boris);
    expect(await state(reply.id)).toBe('refused');
    const { createdAt, text, inReplyToExternalId: inReplyTo } = reply;
    const key = `passerelle-${reply.id}-${createdAt.getTime().toString(36)}`;
    network.posts.push({ id: 'late', text, inReplyTo, key });
    await world.pass(reply.id, 120);
    expect(await world.publish.due()).toContain(reply.id);
    await world.publish.run(reply.id);
    expect(await read(reply.id)).toMatchObject({ state: 'sent', externalId: 'late' });
    expect((await world.mentionRow(reply.mentionId!)).state).toBe('answered');
  });
});
