import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { createJobQueue } from '#platform/jobs';
import { Problem } from '#platform/problem';
import { type TestDatabase, testDatabase, until } from '#platform/testing';
import { ENTITIES } from '#schema';
import { type Fault, HostileNetwork } from './hostile-network.fixture.js';
import { OutboxWorld } from './outbox.fixture.js';
import { RepliesWorker } from './replies-worker.js';
import type { ReplyRecord } from './reply-record.js';
import { TellOfEdit } from './tell-of-edit.job.js';

let database: TestDatabase;
let dataSource: DataSource;
let world: OutboxWorld;
let network: HostileNetwork;
let variantId: string;
let mentionId: string;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES }).initialize();
  world = await OutboxWorld.make(dataSource, database.url);
  ({ variantId } = await world.approved());
}, 120_000);
afterAll(async () => {
  await world?.jobs.stop();
  await dataSource?.destroy();
  await database?.drop();
});
beforeEach(async () => {
  mentionId = await world.mention();
});
afterEach(async () => network?.close());

async function connect(idempotent: boolean, ...faults: Fault[]): Promise<void> {
  network = new HostileNetwork(idempotent);
  network.faults.push(...faults);
  await network.listen();
  world.publishers.set('mastodon', network.publisher());
}
const ask = (mention = mentionId) =>
  world.outbox.send(mention, { answerVariantId: variantId, placeholders: {} }, world.anna, null);
async function row(reply: ReplyRecord) {
  const [found] = await dataSource.query(
    'select state, external_id, attempts, problem_code from reply where id = $1',
    [reply.id],
  );
  return found as {
    state: string;
    external_id: string | null;
    attempts: number;
    problem_code: string | null;
  };
}
const mentionState = async () => (await world.mentionRow(mentionId)).state;
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );

describe('publishing', () => {
  it('sends the text once and keeps the network’s id', async () => {
    await connect(false);
    const reply = await ask();
    await world.publish.run(reply.id);
    await world.publish.run(reply.id);
    expect(await row(reply)).toEqual({
      state: 'sent',
      external_id: 'post-1',
      attempts: 1,
      problem_code: null,
    });
    expect(network.posts).toEqual([
      expect.objectContaining({ text: reply.text, inReplyTo: reply.inReplyToExternalId }),
    ]);
    expect(await mentionState()).toBe('answered');
  });

  it('sends once when five workers take it at the same moment', async () => {
    await connect(false);
    const reply = await ask();
    await Promise.all(Array.from({ length: 5 }, () => world.publish.run(reply.id)));
    expect(network.posts).toHaveLength(1);
    expect((await row(reply)).state).toBe('sent');
  });

  it('does not send before its time', async () => {
    await connect(false);
    const reply = await ask();
    await world.pass(reply.id, -1);
    expect(await world.publish.due()).not.toContain(reply.id);
    await world.publish.run(reply.id);
    expect(network.posts).toHaveLength(0);
    await world.pass(reply.id, 1);
    expect(await world.publish.due()).toContain(reply.id);
  });

  it('gives the mention back when the network refuses', async () => {
    await connect(false, 'refuse');
    const reply = await ask();
    await world.publish.run(reply.id);
    expect(await row(reply)).toMatchObject({ state: 'refused', problem_code: 'network-refused' });
    expect(await mentionState()).toBe('new');
    const [decision] = await dataSource.query('select undone_at from decision where mention_id = $1', [
      mentionId,
    ]);
    expect(decision.undone_at).not.toBeNull();
    expect(await code(ask())).toBe('done');
  });

  it('waits when the network asks to wait', async () => {
    await connect(false, 'busy');
    const reply = await ask();
    await world.publish.run(reply.id);
    expect(await row(reply)).toMatchObject({ state: 'queued', problem_code: 'network-postponed' });
    expect(await world.publish.due()).not.toContain(reply.id);
    await world.pass(reply.id, 1);
    await world.publish.run(reply.id);
    expect(await row(reply)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(network.posts).toHaveLength(1);
  });

  it('takes from a job its id and nothing else', async () => {
    await connect(true);
    const reply = await ask();
    await dataSource.query(
      `select graphile_worker.add_job('reply.publish', json_build_object('id', $1::text, 'text', 'Vous mentez.',
         'answerVariantId', '1'), job_key := 'reply.publish:' || $1)`,
      [reply.id],
    );
    const jobs = await createJobQueue({
      databaseUrl: database.url,
      redisUrl: undefined,
      log: () => undefined,
    });
    await jobs.start(
      new RepliesWorker(world.publish, world.removal, new TellOfEdit(dataSource)).part().handlers ?? {},
    );
    try {
      await until(async () => (await row(reply)).state === 'sent', 'the reply to be sent');
    } finally {
      await jobs.stop();
    }
    expect(network.posts.map(({ text }) => text)).toContain(reply.text);
    expect(network.posts.some(({ text }) => text.includes('mentez'))).toBe(false);
  });
});

describe('when the line drops after the network took it', () => {
  it.each([true, false])(
    'the reply is uncertain, then found, and there is one post (idempotent: %s)',
    async (idempotent) => {
      await connect(idempotent, 'drop-after');
      const reply = await ask();
      await world.publish.run(reply.id);
      expect(await row(reply)).toMatchObject({ state: 'uncertain', problem_code: 'network-no-answer' });
      expect(await mentionState()).toBe('answered');
      expect(await code(ask())).toBe('reply-under-way');
      await world.publish.run(reply.id);
      expect((await row(reply)).state).toBe('uncertain');
      await world.pass(reply.id, 1);
      expect(await world.publish.due()).toContain(reply.id);
      await world.publish.run(reply.id);
      expect(await row(reply)).toMatchObject({ state: 'sent', external_id: 'post-1', attempts: 1 });
      expect(network.posts).toHaveLength(1);
    },
  );
});

describe('when the line drops before the network took it', () => {
  it('the reply goes again where the network takes the same one only once', async () => {
    await connect(true, 'drop-before');
    const reply = await ask();
    await world.publish.run(reply.id);
    await world.pass(reply.id, 1);
    await world.publish.run(reply.id);
    expect((await row(reply)).state).toBe('queued');
    await world.pass(reply.id, 1);
    await world.publish.run(reply.id);
    expect(await row(reply)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(network.posts).toHaveLength(1);
  });

  it('and when the network then refuses it, the mention is given back', async () => {
    await connect(true, 'drop-before', 'refuse');
    const reply = await ask();
    for (let step = 0; step < 3; step += 1) {
      await world.publish.run(reply.id);
      await world.pass(reply.id, 1);
    }
    expect(await row(reply)).toMatchObject({
      state: 'refused',
      problem_code: 'network-refused',
      attempts: 2,
    });
    expect(network.posts).toHaveLength(0);
    expect(await mentionState()).toBe('new');
  });

  it('it stays uncertain elsewhere, until a person asks when the network must know', async () => {
    await connect(false, 'drop-before');
    const reply = await ask();
    await world.publish.run(reply.id);
    for (let minutes = 1; minutes <= 5; minutes += 1) {
      await world.pass(reply.id, 1);
      await world.publish.run(reply.id);
    }
    expect(await row(reply)).toMatchObject({
      state: 'uncertain',
      attempts: 1,
      problem_code: 'not-found-yet',
    });
    expect((await world.readBack.runFor(reply.id, world.boris)).state).toBe('uncertain');
    await world.pass(reply.id, 1440);
    await world.publish.run(reply.id);
    expect((await row(reply)).state).toBe('uncertain');
    expect(await world.readBack.runFor(reply.id, world.boris)).toMatchObject({
      state: 'refused',
      problemCode: 'not-published',
    });
    expect(await mentionState()).toBe('new');
    expect(network.posts).toHaveLength(0);
    expect(await code(world.readBack.runFor(reply.id, world.boris))).toBe('transition-not-allowed');
  });

  it('a network that cannot be read back decides nothing', async () => {
    await connect(true, 'drop-before');
    network.readable = false;
    const reply = await ask();
    await world.publish.run(reply.id);
    await world.pass(reply.id, 60);
    await world.publish.run(reply.id);
    expect(await row(reply)).toMatchObject({ state: 'uncertain', problem_code: 'network-no-answer' });
    await network.close();
    expect(await code(world.readBack.runFor(reply.id, world.boris))).toBe('network-unreachable');
    expect((await row(reply)).state).toBe('uncertain');
  });
});

describe('a worker that dies', () => {
  it('before the network: nothing is sent by guessing', async () => {
    await connect(false);
    const reply = await ask();
    expect(await world.publish.claim(reply.id)).not.toBeNull();
    await world.publish.run(reply.id);
    expect(await row(reply)).toMatchObject({ state: 'sending', attempts: 1 });
    expect(await world.publish.due()).not.toContain(reply.id);
    await world.pass(reply.id, 2);
    expect(await world.publish.due()).toContain(reply.id);
    await world.publish.run(reply.id);
    expect((await row(reply)).state).toBe('uncertain');
    expect(network.posts).toHaveLength(0);
  });

  it('before the network: it goes again where that is safe', async () => {
    await connect(true);
    const reply = await ask();
    await world.publish.claim(reply.id);
    for (let step = 0; step < 3; step += 1) {
      await world.pass(reply.id, 2);
      await world.publish.run(reply.id);
    }
    expect(await row(reply)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(network.posts).toHaveLength(1);
  });

  it.each([true, false])(
    'after the network: the reply is found, never sent again (idempotent: %s)',
    async (idempotent) => {
      await connect(idempotent);
      const reply = await ask();
      const claimed = await world.publish.claim(reply.id);
      await world.publish.deliver(claimed!);
      await world.pass(reply.id, 2);
      await world.publish.run(reply.id);
      expect(await row(reply)).toMatchObject({ state: 'sent', external_id: 'post-1', attempts: 1 });
      expect(network.posts).toHaveLength(1);
    },
  );

  it('while the database refuses to take the news: the next one finds it', async () => {
    await connect(false);
    const reply = await ask();
    await dataSource.query(`create function no_news() returns trigger language plpgsql as $$
      begin if new.state = 'sent' then raise exception 'the disk is full'; end if; return new; end $$`);
    await dataSource.query(
      'create trigger no_news before update on reply for each row execute function no_news()',
    );
    await expect(world.publish.run(reply.id)).rejects.toThrow('the disk is full');
    await dataSource.query('drop trigger no_news on reply; drop function no_news');
    expect((await row(reply)).state).toBe('sending');
    await world.pass(reply.id, 2);
    await world.publish.run(reply.id);
    expect((await row(reply)).state).toBe('sent');
    expect(network.posts).toHaveLength(1);
  });

  it('held up between claim and network: it does not publish what may no longer be its own', async () => {
    await connect(false);
    const reply = await ask();
    const claimed = await world.publish.claim(reply.id);
    const late = { ...claimed!, claimedAt: performance.now() - 30_000 };
    await world.publish.settle(late, await world.publish.deliver(late));
    expect(network.posts).toHaveLength(0);
    expect((await row(reply)).state).toBe('queued');
  });

  it('and comes back: its confirmation counts, its bad news does not', async () => {
    await connect(true);
    const reply = await ask();
    const claimed = (await world.publish.claim(reply.id))!;
    await world.pass(reply.id, 2);
    await world.publish.run(reply.id);
    expect((await row(reply)).state).toBe('queued');
    await world.publish.settle(claimed, { unknown: 'late' });
    await world.publish.settle(claimed, { refused: 'late', code: 'network-refused' });
    expect((await row(reply)).state).toBe('queued');
    await world.publish.settle(claimed, { published: { externalId: 'late-1' } });
    expect(await row(reply)).toMatchObject({ state: 'sent', external_id: 'late-1' });
    await world.pass(reply.id, 2);
    await world.publish.run(reply.id);
    expect(network.posts).toHaveLength(0);
  });

  it('and comes back after the reply was called back: what is out is out', async () => {
    await connect(true);
    const reply = await ask();
    const claimed = (await world.publish.claim(reply.id))!;
    await world.pass(reply.id, 2);
    await world.publish.run(reply.id);
    await world.outbox.cancel(reply.id, world.anna);
    expect(await mentionState()).toBe('new');
    const second = await ask();
    await world.publish.settle(claimed, { published: { externalId: 'late-2' } });
    expect(await row(reply)).toMatchObject({ problem_code: 'published-after-all', external_id: 'late-2' });
    await world.outbox.cancel(second.id, world.anna);
    await world.publish.settle(claimed, { published: { externalId: 'late-2' } });
    expect(await row(reply)).toMatchObject({ state: 'sent', external_id: 'late-2' });
    expect(await mentionState()).toBe('answered');
  });
});

describe('whatever goes wrong, in whatever order', () => {
  const fault = fc.constantFrom<Fault>(
    'none',
    'drop-after',
    'drop-before',
    'refuse',
    'busy',
    'error-after',
    'error-before',
  );
  const step = fc.constantFrom(
    'run',
    'run',
    'two at once',
    'die after claim',
    'die after network',
    'unreadable',
    'readable',
  );

  it.each([true, false])(
    'there is at most one post, and sent means exactly one (idempotent: %s)',
    async (idempotent) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fault, { maxLength: 4 }),
          fc.array(step, { minLength: 3, maxLength: 9 }),
          async (faults, steps) => {
            await network?.close().catch(() => undefined);
            await connect(idempotent, ...faults);
            const reply = await ask(await world.mention());
            for (const next of steps) {
              if (next === 'unreadable' || next === 'readable') network.readable = next === 'readable';
              else if (next === 'two at once')
                await Promise.all([world.publish.run(reply.id), world.publish.run(reply.id)]);
              else if (next === 'run') await world.publish.run(reply.id);
              else {
                const claimed = await world.publish.claim(reply.id);
                if (claimed && next === 'die after network') await world.publish.deliver(claimed);
              }
              await world.pass(reply.id, 15);
            }
            const { state } = await row(reply);
            expect(network.posts.length).toBeLessThanOrEqual(1);
            if (state === 'sent') expect(network.posts).toHaveLength(1);
            if (state === 'refused') expect(network.posts).toHaveLength(0);
            if (!idempotent && network.posts.length === 0) expect(['sent']).not.toContain(state);
            for (const { text } of network.posts) expect(text).toBe(reply.text);
          },
        ),
        { numRuns: 60 },
      );
    },
    400_000,
  );
});
