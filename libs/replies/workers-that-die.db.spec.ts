import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PublishingScene } from './publishing.fixture.js';

let scene: PublishingScene;

beforeAll(async () => {
  scene = await PublishingScene.open();
}, 120_000);
afterAll(() => scene?.close());
beforeEach(() => scene.begin());
afterEach(() => scene.end());

describe('a worker that dies', () => {
  it('before the network: nothing is sent by guessing', async () => {
    await scene.connect(false);
    const reply = await scene.ask();
    expect(await scene.world.publish.claim(reply.id)).not.toBeNull();
    await scene.world.publish.run(reply.id);
    expect(await scene.row(reply)).toMatchObject({ state: 'sending', attempts: 1 });
    expect(await scene.world.publish.due()).not.toContain(reply.id);
    await scene.world.pass(reply.id, 2);
    expect(await scene.world.publish.due()).toContain(reply.id);
    await scene.world.publish.run(reply.id);
    expect((await scene.row(reply)).state).toBe('uncertain');
    expect(scene.network.posts).toHaveLength(0);
  });

  it('before the network: it goes again where that is safe', async () => {
    await scene.connect(true);
    const reply = await scene.ask();
    await scene.world.publish.claim(reply.id);
    for (let step = 0; step < 3; step += 1) {
      await scene.world.pass(reply.id, 2);
      await scene.world.publish.run(reply.id);
    }
    expect(await scene.row(reply)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(scene.network.posts).toHaveLength(1);
  });

  it.each([true, false])(
    'after the network: the reply is found, never sent again (idempotent: %s)',
    async (idempotent) => {
      await scene.connect(idempotent);
      const reply = await scene.ask();
      const claimed = await scene.world.publish.claim(reply.id);
      await scene.world.publish.deliver(claimed!);
      await scene.world.pass(reply.id, 2);
      await scene.world.publish.run(reply.id);
      expect(await scene.row(reply)).toMatchObject({ state: 'sent', external_id: 'post-1', attempts: 1 });
      expect(scene.network.posts).toHaveLength(1);
    },
  );

  it('while the database refuses to take the news: the next one finds it', async () => {
    await scene.connect(false);
    const reply = await scene.ask();
    await scene.dataSource.query(`create function no_news() returns trigger language plpgsql as $$
      begin if new.state = 'sent' then raise exception 'the disk is full'; end if; return new; end $$`);
    await scene.dataSource.query(
      'create trigger no_news before update on reply for each row execute function no_news()',
    );
    await expect(scene.world.publish.run(reply.id)).rejects.toThrow('the disk is full');
    await scene.dataSource.query('drop trigger no_news on reply; drop function no_news');
    expect((await scene.row(reply)).state).toBe('sending');
    await scene.world.pass(reply.id, 2);
    await scene.world.publish.run(reply.id);
    expect((await scene.row(reply)).state).toBe('sent');
    expect(scene.network.posts).toHaveLength(1);
  });

  it('held up between claim and network: it does not publish what may no longer be its own', async () => {
    await scene.connect(false);
    const reply = await scene.ask();
    const claimed = await scene.world.publish.claim(reply.id);
    const late = { ...claimed!, claimedAt: performance.now() - 30_000 };
    await scene.world.publish.settle(late, await scene.world.publish.deliver(late));
    expect(scene.network.posts).toHaveLength(0);
    expect((await scene.row(reply)).state).toBe('queued');
  });

  it('and comes back: its confirmation counts, its bad news does not', async () => {
    await scene.connect(true);
    const reply = await scene.ask();
    const claimed = (await scene.world.publish.claim(reply.id))!;
    await scene.world.pass(reply.id, 2);
    await scene.world.publish.run(reply.id);
    expect((await scene.row(reply)).state).toBe('queued');
    await scene.world.publish.settle(claimed, { unknown: 'late' });
    await scene.world.publish.settle(claimed, { refused: 'late', code: 'network-refused' });
    expect((await scene.row(reply)).state).toBe('queued');
    await scene.world.publish.settle(claimed, { published: { externalId: 'late-1' } });
    expect(await scene.row(reply)).toMatchObject({ state: 'sent', external_id: 'late-1' });
    await scene.world.pass(reply.id, 2);
    await scene.world.publish.run(reply.id);
    expect(scene.network.posts).toHaveLength(0);
  });

  it('and comes back after the reply was called back: what is out is out', async () => {
    await scene.connect(true);
    const reply = await scene.ask();
    const claimed = (await scene.world.publish.claim(reply.id))!;
    await scene.world.pass(reply.id, 2);
    await scene.world.publish.run(reply.id);
    await scene.world.outbox.cancel(reply.id, scene.world.anna);
    expect(await scene.mentionState()).toBe('new');
    const second = await scene.ask();
    await scene.world.publish.settle(claimed, { published: { externalId: 'late-2' } });
    expect(await scene.row(reply)).toMatchObject({
      problem_code: 'published-after-all',
      external_id: 'late-2',
    });
    await scene.world.outbox.cancel(second.id, scene.world.anna);
    await scene.world.publish.settle(claimed, { published: { externalId: 'late-2' } });
    expect(await scene.row(reply)).toMatchObject({ state: 'sent', external_id: 'late-2' });
    expect(await scene.mentionState()).toBe('answered');
  });
});
