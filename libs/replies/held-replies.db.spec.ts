import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { inTransaction } from '#platform/database';
import { Problem } from '#platform/problem';
import { freezePublications } from './freezes.js';
import { HostileNetwork } from './hostile-network.fixture.js';
import { OutboxWorld } from './outbox.fixture.js';
import { ReplyReader } from './reply-reader.service.js';

let dataSource: DataSource;
let world: OutboxWorld;
let network: HostileNetwork;
let plain: string;
let sensitive: string;
let holding: string;

beforeAll(async () => {
  world = await OutboxWorld.open();
  ({ dataSource } = world);
  network = await world.network({ keyed: false });
  world.publishers.set('mastodon', network.publisher());
  ({ variantId: plain } = await world.approved());
  ({ variantId: sensitive } = await world.approved({ sensitivity: 'high' }));
  ({ variantId: holding } = await world.approved({}, 'holding_statement'));
});
afterAll(() => world?.close());
beforeEach(async () => {
  network.faults.length = 0;
  await dataSource.query('update publication_freeze set released_at = now() where released_at is null');
});

const ask = async (
  variantId = plain,
  change: Parameters<OutboxWorld['mention']>[0] = {},
  sendAt: string | null = null,
) => {
  const mentionId = await world.mention(change);
  const choice = { answerVariantId: variantId, placeholders: {}, sendAt };
  return world.outbox.send(mentionId, choice, world.anna, null);
};
const read = async (id: string) =>
  (await new ReplyReader(dataSource).list({}, undefined, 200)).items.find((reply) => reply.id === id)!;
const state = async (id: string) => (await read(id)).state;
const posts = (id: string) => network.posts.filter(({ key }) => key.startsWith(`passerelle-${id}-`)).length;
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

describe('a second person', () => {
  it.each([
    ['the level of the mention', 'level', () => ask(plain, { level: 3 })],
    ['the sensitivity of the answer', 'sensitivity', () => ask(sensitive)],
  ])('is asked because of %s, and the reply waits', async (_, why, picked) => {
    const reply = await picked();
    expect(reply).toMatchObject({ state: 'awaiting_second', secondAsked: why });
    await world.publish.run(reply.id);
    expect(await world.publish.due()).not.toContain(reply.id);
    expect(posts(reply.id)).toBe(0);
    expect((await world.mentionRow(reply.mentionId!)).state).toBe('answered');
    const notices: unknown[] = await dataSource.query(
      `select from notice where kind = 'reply.second_person' and not $1 = any(person_ids)`,
      [world.anna.personId],
    );
    expect(notices.length).toBeGreaterThan(0);
  });

  it('is another one than who picked it', async () => {
    const reply = await ask(sensitive);
    expect(await code(world.held.confirm(reply.id, world.anna))).toBe('own-reply');
    expect(await code(world.held.refuse(reply.id, 'non', world.anna))).toBe('own-reply');
    expect(await state(reply.id)).toBe('awaiting_second');
  });

  it('confirms: it leaves, with both names on record', async () => {
    const reply = await ask(sensitive);
    await world.held.confirm(reply.id, world.boris);
    await world.publish.run(reply.id);
    expect(await read(reply.id)).toMatchObject({
      state: 'sent',
      by: { name: 'Anna' },
      second: { why: 'sensitivity', by: { name: 'Boris' } },
    });
    expect(posts(reply.id)).toBe(1);
    expect(await recorded('reply', reply.id)).toEqual([
      'reply.queued',
      'reply.second_confirmed',
      'reply.published',
    ]);
    expect(await code(world.held.confirm(reply.id, world.boris))).toBe('transition-not-allowed');
  });

  it('refuses with a reason: nothing leaves, and the mention is given back', async () => {
    const reply = await ask(sensitive);
    await world.held.refuse(reply.id, 'trop tôt', world.boris);
    await world.publish.run(reply.id);
    expect(await read(reply.id)).toMatchObject({
      state: 'refused',
      problem: { code: 'second-person-refused', detail: 'Boris: trop tôt' },
    });
    expect(posts(reply.id)).toBe(0);
    expect((await world.mentionRow(reply.mentionId!)).state).toBe('new');
  });

  it('is asked at the last moment when the level rose meanwhile', async () => {
    const reply = await ask();
    await dataSource.query('update mention set level = 3 where id = $1', [reply.mentionId]);
    await world.publish.run(reply.id);
    expect(await state(reply.id)).toBe('awaiting_second');
    expect(posts(reply.id)).toBe(0);
    await world.held.confirm(reply.id, world.boris);
    await world.publish.run(reply.id);
    expect(await state(reply.id)).toBe('sent');
  });

  it('cannot be made up in the row', async () => {
    const reply = await ask(sensitive);
    await expect(
      dataSource.query(`update reply set state = 'queued', second_person_id = person_id where id = $1`, [
        reply.id,
      ]),
    ).rejects.toThrow('reply_not_own_second');
    await dataSource.query(`update reply set state = 'queued' where id = $1`, [reply.id]);
    await world.publish.run(reply.id);
    expect(await state(reply.id)).toBe('awaiting_second');
    expect(posts(reply.id)).toBe(0);
  });

  it('is asked by rules that are versioned and on record', async () => {
    const before = await world.governance.rules();
    await world.governance.changeRules(
      { secondFromLevel: null, secondAtHighSensitivity: false },
      world.boris,
    );
    expect(await ask(sensitive, { level: 3 })).toMatchObject({ state: 'queued' });
    const { secondFromLevel, secondAtHighSensitivity } = before;
    await world.governance.changeRules({ secondFromLevel, secondAtHighSensitivity }, world.boris);
    expect(await world.governance.rules()).toMatchObject({ secondFromLevel: 3, by: { name: 'Boris' } });
    const rows: unknown[] = await dataSource.query('select from reply_rules');
    expect(rows).toHaveLength(3);
    const audited: unknown[] = await dataSource.query(
      `select from audit_entry where action = 'reply.rules_changed'`,
    );
    expect(audited).toHaveLength(2);
  });
});

describe('a later hour', () => {
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

  it('is kept: nothing leaves before, and what is checked is checked then', async () => {
    const { answerId, variantId } = await world.approved();
    const reply = await ask(variantId, {}, inMinutes(60));
    await world.publish.run(reply.id);
    expect(await read(reply.id)).toMatchObject({ state: 'queued', scheduledFor: expect.any(String) });
    await world.retire(answerId);
    await world.pass(reply.id, 61);
    await world.publish.run(reply.id);
    expect(await read(reply.id)).toMatchObject({
      state: 'refused',
      problem: { code: 'variant-not-approved' },
    });
    expect(posts(reply.id)).toBe(0);
  });

  it('can be called off', async () => {
    const reply = await ask(plain, {}, inMinutes(60));
    await world.outbox.cancel(reply.id, world.boris);
    await world.pass(reply.id, 61);
    await world.publish.run(reply.id);
    expect([await state(reply.id), posts(reply.id)]).toEqual(['cancelled', 0]);
  });

  it.each([
    ['yesterday', -1440],
    ['now', 0],
    ['in two months', 87_000],
  ])('is refused when it is %s', async (_, minutes) => {
    expect(await code(ask(plain, {}, inMinutes(minutes)))).toBe('schedule-out-of-limits');
  });

  it('does not hold what is picked later in the conversation', async () => {
    const first = await ask(plain, {}, inMinutes(60));
    const second = await ask(plain, { conversation: first.mentionId });
    await world.publish.run(second.id);
    expect(await state(second.id)).toBe('sent');
  });
});

describe('a freeze', () => {
  const freeze = (topicId: string | null = null) =>
    world.governance.freeze({ realm: 'live', topicId, reason: 'accident', by: world.boris });

  it('holds what is queued and says why, until it is released', async () => {
    const reply = await ask();
    const { id, held } = await freeze();
    expect(held).toBeGreaterThan(0);
    await world.publish.run(reply.id);
    expect(await world.publish.due()).not.toContain(reply.id);
    expect(await read(reply.id)).toMatchObject({
      state: 'queued',
      hold: { kind: 'freeze', freezeId: id, reason: 'accident', by: 'Boris' },
    });
    expect(posts(reply.id)).toBe(0);
    await world.governance.release(id, null, world.boris);
    expect(await world.publish.due()).toContain(reply.id);
    await world.publish.run(reply.id);
    expect([await state(reply.id), posts(reply.id)]).toEqual(['sent', 1]);
    expect(await recorded('freeze', id)).toEqual(['reply.frozen', 'reply.unfrozen']);
    expect(await code(world.governance.release(id, null, world.boris))).toBe('already-released');
  });

  it('lets holding statements leave, and what the lead releases, but holds that again when it is new', async () => {
    await freeze();
    const statement = await ask(holding);
    const released = await ask();
    await world.publish.run(statement.id);
    expect(await state(statement.id)).toBe('sent');
    await world.held.release(released.id, 'il le faut', world.boris);
    await freeze();
    await world.publish.run(released.id);
    expect(await state(released.id)).toBe('queued');
    await world.held.release(released.id, 'encore', world.boris);
    await world.publish.run(released.id);
    expect(await state(released.id)).toBe('sent');
    expect(await code(world.held.release(released.id, 'encore', world.boris))).toBe('not-held');
  });

  it('of a topic holds replies of that topic only', async () => {
    const [{ id: topicId }] = await dataSource.query(
      `insert into topic (name, query) values ('sujet ' || gen_random_uuid(), 'x') returning id`,
    );
    await freeze(topicId);
    const [inside, outside] = [await ask(), await ask()];
    await dataSource.query(
      `insert into mention_topic (topic_id, published_at, mention_id) select $1, published_at, id from mention where id = $2`,
      [topicId, inside.mentionId],
    );
    await world.publish.run(inside.id);
    await world.publish.run(outside.id);
    expect([await state(inside.id), await state(outside.id)]).toEqual(['queued', 'sent']);
    expect(await code(freeze('999999'))).toBe('unknown-topic');
  });

  it('is not overtaken by a claim: it waits for those under way, and then none is made', async () => {
    const replies = [];
    for (let count = 0; count < 12; count += 1) replies.push(await ask());
    let frozenAt: Date | null = null;
    const freezing = inTransaction(dataSource, async ({ manager }) => {
      await freezePublications(manager, { realm: 'live', topicId: null, reason: 'x', by: null });
    }).then(async () => {
      [{ now: frozenAt }] = await dataSource.query('select clock_timestamp() as now');
    });
    await Promise.all([freezing, ...replies.map(({ id }) => world.publish.claim(id))]);
    const late: unknown[] = await dataSource.query(
      `select from reply where id = any($1::bigint[]) and state = 'sending' and sending_since > $2`,
      [replies.map(({ id }) => id), frozenAt],
    );
    expect(late).toEqual([]);
  });
});

describe('replies of one conversation', () => {
  it('leave in the order of picking, and say what they wait for', async () => {
    const first = await ask();
    const second = await ask(plain, { conversation: first.mentionId });
    await world.publish.run(second.id);
    expect(await read(second.id)).toMatchObject({
      state: 'queued',
      hold: { kind: 'order', replyId: first.id, state: 'queued' },
    });
    expect(await world.publish.due()).not.toContain(second.id);
    await world.publish.run(first.id);
    await world.publish.run(second.id);
    expect([await state(first.id), await state(second.id)]).toEqual(['sent', 'sent']);
  });

  it('wait for an uncertain one, until a person lets them pass, on record', async () => {
    network.faults.push('drop-before');
    const first = await ask();
    await world.publish.run(first.id);
    const second = await ask(plain, { conversation: first.mentionId });
    await world.publish.run(second.id);
    expect(await read(second.id)).toMatchObject({ state: 'queued', hold: { state: 'uncertain' } });
    await world.held.letPass(second.id, 'trop long', world.boris);
    await world.publish.run(second.id);
    expect([await state(first.id), await state(second.id)]).toEqual(['uncertain', 'sent']);
    expect(await recorded('reply', second.id)).toContain('reply.let_pass');
    expect(await code(world.held.letPass(second.id, 'encore', world.boris))).toBe('not-held');
  });

  it('go on when the earlier one is called back, and are woken for it', async () => {
    const first = await ask();
    const second = await ask(plain, { conversation: first.mentionId });
    await dataSource.query(`delete from graphile_worker._private_jobs where key = 'reply.publish:' || $1`, [
      second.id,
    ]);
    await world.outbox.cancel(first.id, world.anna);
    const jobs: unknown[] = await dataSource.query(
      `select from graphile_worker.jobs where key = 'reply.publish:' || $1`,
      [second.id],
    );
    expect(jobs).toHaveLength(1);
    await world.publish.run(second.id);
    expect(await state(second.id)).toBe('sent');
  });
});
