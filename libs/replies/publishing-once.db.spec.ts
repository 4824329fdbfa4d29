import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createJobQueue } from '#platform/jobs';
import { outcomeOf, until } from '#platform/testing';
import type { Fault } from './hostile-network.fixture.js';
import { PublishingScene } from './publishing.fixture.js';
import { RepliesWorker } from './replies-worker.js';
import { TellOfEdit } from './tell-of-edit.job.js';

let scene: PublishingScene;

beforeAll(async () => {
  scene = await PublishingScene.open();
}, 120_000);
afterAll(() => scene?.close());
beforeEach(() => scene.begin());
afterEach(() => scene.end());

describe('publishing', () => {
  it('sends the text once and keeps the network’s id', async () => {
    await scene.connect(false);
    const reply = await scene.ask();
    await scene.world.publish.run(reply.id);
    await scene.world.publish.run(reply.id);
    expect(await scene.row(reply)).toEqual({
      state: 'sent',
      external_id: 'post-1',
      attempts: 1,
      problem_code: null,
    });
    expect(scene.network.posts).toEqual([
      expect.objectContaining({ text: reply.text, inReplyTo: reply.inReplyToExternalId }),
    ]);
    expect(await scene.mentionState()).toBe('answered');
  });

  it('sends once when five workers take it at the same moment', async () => {
    await scene.connect(false);
    const reply = await scene.ask();
    await Promise.all(Array.from({ length: 5 }, () => scene.world.publish.run(reply.id)));
    expect(scene.network.posts).toHaveLength(1);
    expect((await scene.row(reply)).state).toBe('sent');
  });

  it('does not send before its time', async () => {
    await scene.connect(false);
    const reply = await scene.ask();
    await scene.world.pass(reply.id, -1);
    expect(await scene.world.publish.due()).not.toContain(reply.id);
    await scene.world.publish.run(reply.id);
    expect(scene.network.posts).toHaveLength(0);
    await scene.world.pass(reply.id, 1);
    expect(await scene.world.publish.due()).toContain(reply.id);
  });

  it('gives the mention back when the network refuses', async () => {
    await scene.connect(false, 'refuse');
    const reply = await scene.ask();
    await scene.world.publish.run(reply.id);
    expect(await scene.row(reply)).toMatchObject({ state: 'refused', problem_code: 'network-refused' });
    expect(await scene.mentionState()).toBe('new');
    expect(await scene.undoneAt()).not.toBeNull();
    expect(await outcomeOf(scene.ask())).toBe('done');
  });

  it('waits when the network asks to wait', async () => {
    await scene.connect(false, 'busy');
    const reply = await scene.ask();
    await scene.world.publish.run(reply.id);
    expect(await scene.row(reply)).toMatchObject({ state: 'queued', problem_code: 'network-postponed' });
    expect(await scene.world.publish.due()).not.toContain(reply.id);
    await scene.world.pass(reply.id, 1);
    await scene.world.publish.run(reply.id);
    expect(await scene.row(reply)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(scene.network.posts).toHaveLength(1);
  });

  it('takes from a job its id and nothing else', async () => {
    await scene.connect(true);
    const reply = await scene.ask();
    await scene.dataSource.query(
      `select graphile_worker.add_job('reply.publish', json_build_object('id', $1::text, 'text', 'Vous mentez.',
         'answerVariantId', '1'), job_key := 'reply.publish:' || $1)`,
      [reply.id],
    );
    const jobs = await createJobQueue({
      databaseUrl: scene.world.databaseUrl,
      redisUrl: undefined,
      log: () => undefined,
    });
    await jobs.start(
      new RepliesWorker(scene.world.publish, scene.world.removal, new TellOfEdit(scene.dataSource)).part()
        .handlers ?? {},
    );
    try {
      await until(async () => (await scene.row(reply)).state === 'sent', 'the reply to be sent');
    } finally {
      await jobs.stop();
    }
    expect(scene.network.posts.map(({ text }) => text)).toContain(reply.text);
    expect(scene.network.posts.some(({ text }) => text.includes('mentez'))).toBe(false);
  });
});

describe('when the line drops after the network took it', () => {
  it.each([true, false])(
    'the reply is uncertain, then found, and there is one post (idempotent: %s)',
    async (idempotent) => {
      await scene.connect(idempotent, 'drop-after');
      const reply = await scene.ask();
      await scene.world.publish.run(reply.id);
      expect(await scene.row(reply)).toMatchObject({ state: 'uncertain', problem_code: 'network-no-answer' });
      expect(await scene.mentionState()).toBe('answered');
      expect(await outcomeOf(scene.ask())).toBe('reply-under-way');
      await scene.world.publish.run(reply.id);
      expect((await scene.row(reply)).state).toBe('uncertain');
      await scene.world.pass(reply.id, 1);
      expect(await scene.world.publish.due()).toContain(reply.id);
      await scene.world.publish.run(reply.id);
      expect(await scene.row(reply)).toMatchObject({ state: 'sent', external_id: 'post-1', attempts: 1 });
      expect(scene.network.posts).toHaveLength(1);
    },
  );
});

describe('when the line drops before the network took it', () => {
  it('the reply goes again where the network takes the same one only once', async () => {
    await scene.connect(true, 'drop-before');
    const reply = await scene.ask();
    await scene.world.publish.run(reply.id);
    await scene.world.pass(reply.id, 1);
    await scene.world.publish.run(reply.id);
    expect((await scene.row(reply)).state).toBe('queued');
    await scene.world.pass(reply.id, 1);
    await scene.world.publish.run(reply.id);
    expect(await scene.row(reply)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(scene.network.posts).toHaveLength(1);
  });

  it('and when the network then refuses it, the mention is given back', async () => {
    await scene.connect(true, 'drop-before', 'refuse');
    const reply = await scene.ask();
    for (let step = 0; step < 3; step += 1) {
      await scene.world.publish.run(reply.id);
      await scene.world.pass(reply.id, 1);
    }
    expect(await scene.row(reply)).toMatchObject({
      state: 'refused',
      problem_code: 'network-refused',
      attempts: 2,
    });
    expect(scene.network.posts).toHaveLength(0);
    expect(await scene.mentionState()).toBe('new');
  });

  it('it stays uncertain elsewhere, until a person asks when the network must know', async () => {
    await scene.connect(false, 'drop-before');
    const reply = await scene.ask();
    await scene.world.publish.run(reply.id);
    for (let minutes = 1; minutes <= 5; minutes += 1) {
      await scene.world.pass(reply.id, 1);
      await scene.world.publish.run(reply.id);
    }
    expect(await scene.row(reply)).toMatchObject({
      state: 'uncertain',
      attempts: 1,
      problem_code: 'not-found-yet',
    });
    expect((await scene.world.readBack.runFor(reply.id, scene.world.boris)).state).toBe('uncertain');
    await scene.world.pass(reply.id, 1440);
    await scene.world.publish.run(reply.id);
    expect((await scene.row(reply)).state).toBe('uncertain');
    expect(await scene.world.readBack.runFor(reply.id, scene.world.boris)).toMatchObject({
      state: 'refused',
      problemCode: 'not-published',
    });
    expect(await scene.mentionState()).toBe('new');
    expect(scene.network.posts).toHaveLength(0);
    expect(await outcomeOf(scene.world.readBack.runFor(reply.id, scene.world.boris))).toBe(
      'transition-not-allowed',
    );
  });

  it('a network that cannot be read back decides nothing', async () => {
    await scene.connect(true, 'drop-before');
    scene.network.readable = false;
    const reply = await scene.ask();
    await scene.world.publish.run(reply.id);
    await scene.world.pass(reply.id, 60);
    await scene.world.publish.run(reply.id);
    expect(await scene.row(reply)).toMatchObject({ state: 'uncertain', problem_code: 'network-no-answer' });
    await scene.network.close();
    expect(await outcomeOf(scene.world.readBack.runFor(reply.id, scene.world.boris))).toBe(
      'network-unreachable',
    );
    expect((await scene.row(reply)).state).toBe('uncertain');
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
            await scene.network?.close().catch(() => undefined);
            await scene.connect(idempotent, ...faults);
            const reply = await scene.ask(await scene.world.mention());
            for (const next of steps) {
              if (next === 'unreadable' || next === 'readable') scene.network.readable = next === 'readable';
              else if (next === 'two at once')
                await Promise.all([scene.world.publish.run(reply.id), scene.world.publish.run(reply.id)]);
              else if (next === 'run') await scene.world.publish.run(reply.id);
              else {
                const claimed = await scene.world.publish.claim(reply.id);
                if (claimed && next === 'die after network') await scene.world.publish.deliver(claimed);
              }
              await scene.world.pass(reply.id, 15);
            }
            const { state } = await scene.row(reply);
            expect(scene.network.posts.length).toBeLessThanOrEqual(1);
            if (state === 'sent') expect(scene.network.posts).toHaveLength(1);
            if (state === 'refused') expect(scene.network.posts).toHaveLength(0);
            if (!idempotent && scene.network.posts.length === 0) expect(['sent']).not.toContain(state);
            for (const { text } of scene.network.posts) expect(text).toBe(reply.text);
          },
        ),
        { numRuns: 60 },
      );
    },
    120_000,
  );
});
