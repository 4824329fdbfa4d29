import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { eraseMentions } from '#mentions';
import { inTransaction } from '#platform/database';
import { Problem } from '#platform/problem';
import { HostileNetwork } from './hostile-network.fixture.js';
import { OutboxWorld } from './outbox.fixture.js';
import { ReplyReader } from './reply-reader.service.js';
import { TellOfEdit } from './tell-of-edit.job.js';

const FIRST = 'Et mon argent ?';
const THEN = 'Et mon argent ? Je porte plainte.';

let dataSource: DataSource;
let world: OutboxWorld;
let network: HostileNetwork;
let plain: string;
let sensitive: string;

beforeAll(async () => {
  world = await OutboxWorld.open();
  ({ dataSource } = world);
  network = await world.network({ keyed: false });
  world.publishers.set('mastodon', network.publisher());
  ({ variantId: plain } = await world.approved());
  ({ variantId: sensitive } = await world.approved({ sensitivity: 'high' }));
});
afterAll(() => world?.close());
beforeEach(async () => {
  await dataSource.query('update mention_edit set told_at = now()');
  await dataSource.query('delete from notice');
});

const choice = (answerVariantId: string, wording?: number) => ({
  answerVariantId,
  placeholders: {},
  ...(wording === undefined ? {} : { wording }),
});
const ask = async (variantId = plain, change: Parameters<OutboxWorld['mention']>[0] = {}) =>
  world.outbox.send(await world.mention(change), choice(variantId), world.anna, null);
const read = async (id: string) =>
  (await new ReplyReader(dataSource).list({}, undefined, 200)).items.find((reply) => reply.id === id)!;
const posts = (id: string) => network.posts.filter(({ key }) => key.startsWith(`passerelle-${id}-`)).length;
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );
const told = async (): Promise<{ kind: string; people: string[] }[]> => {
  const tell = new TellOfEdit(dataSource);
  for (const id of await tell.due()) await tell.run(id);
  for (const id of await tell.due()) await tell.run(id);
  return dataSource.query(
    `select kind, person_ids::text[] as people from notice where kind like 'reply.%edited' order by id`,
  );
};
const boris = () => ({ ...world.boris, mayConfirm: true });
const anna = () => ({ ...world.anna, mayConfirm: false });

describe('a post that its author changes while somebody answers it', () => {
  it('is said at the preview, and nothing is taken for words that nobody read', async () => {
    const mentionId = await world.mention();
    expect(await world.outbox.preview(mentionId, choice(plain, 0))).toMatchObject({ edited: false });
    await world.edit(mentionId, THEN);
    expect(await world.outbox.preview(mentionId, choice(plain, 0))).toMatchObject({ edited: true });
    expect(await code(world.outbox.send(mentionId, choice(plain, 0), world.anna, null))).toBe(
      'mention-edited',
    );
    expect((await world.mentionRow(mentionId)).state).toBe('new');
    const reply = await world.outbox.send(mentionId, choice(plain, 1), world.anna, null);
    await world.publish.run(reply.id);
    expect(await read(reply.id)).toMatchObject({ state: 'sent', edited: null });
  });

  it('does not make a second reply of one that was asked for before', async () => {
    const mentionId = await world.mention();
    const first = await world.outbox.send(mentionId, choice(plain, 0), world.anna, 'key-1');
    await world.edit(mentionId, THEN);
    expect((await world.outbox.send(mentionId, choice(plain, 0), world.anna, 'key-1')).id).toBe(first.id);
  });
});

describe('a post that its author changes before the reply leaves', () => {
  it('holds the reply, says what it said and says, and tells who picked it, once', async () => {
    const reply = await ask();
    await world.edit(reply.mentionId!, THEN);
    await world.publish.run(reply.id);
    expect(await world.publish.due()).not.toContain(reply.id);
    expect(await read(reply.id)).toMatchObject({
      state: 'queued',
      hold: { kind: 'edited', at: expect.any(String) },
      edited: { wording: 1, before: FIRST, now: THEN },
    });
    expect(posts(reply.id)).toBe(0);
    expect(await told()).toEqual([{ kind: 'reply.mention_edited', people: [world.anna.personId] }]);
    expect(await told()).toHaveLength(1);
  });

  it('lets it leave once somebody has read the newest words, on record', async () => {
    const reply = await ask();
    await world.edit(reply.mentionId!, THEN);
    await world.edit(reply.mentionId!, `${THEN} Demain.`);
    expect((await read(reply.id)).edited).toMatchObject({ before: FIRST, wording: 2 });
    expect(await code(world.held.lookAgain(reply.id, 1, anna()))).toBe('mention-edited');
    await world.held.lookAgain(reply.id, 2, anna());
    expect(await world.publish.due()).toContain(reply.id);
    await world.publish.run(reply.id);
    expect(await read(reply.id)).toMatchObject({ state: 'sent' });
    expect(posts(reply.id)).toBe(1);
    const actions: { action: string }[] = await dataSource.query(
      `select action from audit_entry where subject_type = 'reply' and subject_id = $1 order by position`,
      [reply.id],
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'reply.queued',
      'reply.looked_again',
      'reply.published',
    ]);
    expect(await code(world.held.lookAgain(reply.id, 2, anna()))).toBe('not-held');
  });

  it('holds one that is put off at its hour, and can be called back', async () => {
    const mentionId = await world.mention();
    const sendAt = new Date(Date.now() + 3_600_000).toISOString();
    const reply = await world.outbox.send(mentionId, { ...choice(plain), sendAt }, world.anna, null);
    await world.edit(mentionId, THEN);
    expect(await told()).toHaveLength(1);
    await world.pass(reply.id, 61);
    await world.publish.run(reply.id);
    expect([(await read(reply.id)).hold?.kind, posts(reply.id)]).toEqual(['edited', 0]);
    await world.outbox.cancel(reply.id, world.anna);
    expect((await world.mentionRow(mentionId)).state).toBe('new');
  });

  it('is read by the second person before they confirm', async () => {
    const reply = await ask(sensitive);
    await world.edit(reply.mentionId!, THEN);
    expect(await read(reply.id)).toMatchObject({
      state: 'awaiting_second',
      hold: null,
      edited: { now: THEN },
    });
    expect(await code(world.held.confirm(reply.id, world.boris))).toBe('mention-edited');
    expect(await code(world.held.lookAgain(reply.id, 1, boris()))).toBe('not-held');
    await world.held.confirm(reply.id, world.boris, { wording: 1 });
    await world.publish.run(reply.id);
    expect(await read(reply.id)).toMatchObject({ state: 'sent' });
  });

  it('is read again by one who may confirm, when it changes after the second person confirmed', async () => {
    const reply = await ask(sensitive);
    await world.held.confirm(reply.id, world.boris);
    await world.edit(reply.mentionId!, THEN);
    await world.publish.run(reply.id);
    expect([(await read(reply.id)).hold?.kind, posts(reply.id)]).toEqual(['edited', 0]);
    expect((await told())[0]?.people.toSorted()).toEqual(
      [world.anna.personId, world.boris.personId].toSorted(),
    );
    expect(await code(world.held.lookAgain(reply.id, 1, { ...anna(), mayConfirm: true }))).toBe('own-reply');
    const other = { ...world.approver, mayConfirm: false };
    expect(await code(world.held.lookAgain(reply.id, 1, other))).toBe('not-allowed-here');
    await world.held.lookAgain(reply.id, 1, { ...world.boris, mayConfirm: false });
    await world.publish.run(reply.id);
    expect([(await read(reply.id)).state, posts(reply.id)]).toEqual(['sent', 1]);
  });

  it('does not hold what was picked later in its conversation', async () => {
    const first = await ask();
    const second = await ask(plain, { conversation: first.mentionId });
    await world.edit(first.mentionId!, THEN);
    await world.publish.run(second.id);
    expect((await read(second.id)).state).toBe('sent');
  });

  it('holds nothing for white space, and shows nothing any more once it was taken back', async () => {
    const reply = await ask();
    await world.edit(reply.mentionId!, ` ${FIRST.replace(' ', '\u00a0')}\n`);
    expect(await read(reply.id)).toMatchObject({ hold: null, edited: null });
    await world.edit(reply.mentionId!, THEN);
    const [{ externalId }] = await dataSource.query(
      'select external_id as "externalId" from mention_identity where mention_id = $1',
      [reply.mentionId],
    );
    await inTransaction(dataSource, ({ manager }) =>
      eraseMentions(manager, { network: 'mastodon', externalIds: [externalId] }),
    );
    expect(JSON.stringify(await read(reply.id))).not.toContain('plainte');
    expect(await read(reply.id)).toMatchObject({ hold: null, edited: null });
  });

  it('either finds the reply on its way or holds it, at whatever moment it comes', async () => {
    const replies = [];
    for (let count = 0; count < 12; count += 1) replies.push(await ask());
    await Promise.all(
      replies.flatMap(({ id, mentionId }) => [world.publish.run(id), world.edit(mentionId!, THEN)]),
    );
    for (const { id } of replies) {
      await world.publish.run(id);
      const { state, hold, edited } = await read(id);
      if (state === 'sent') expect(posts(id)).toBe(1);
      else expect([state, hold?.kind, edited?.now, posts(id)]).toEqual(['queued', 'edited', THEN, 0]);
    }
  });
});

describe('a post that its author changes after it was answered', () => {
  it('is told to whoever answered, once, and nothing is sent again', async () => {
    const reply = await ask();
    await world.publish.run(reply.id);
    await world.edit(reply.mentionId!, THEN);
    expect(await told()).toEqual([{ kind: 'reply.answered_edited', people: [world.anna.personId] }]);
    expect(await told()).toHaveLength(1);
    await world.publish.run(reply.id);
    expect([(await read(reply.id)).state, posts(reply.id)]).toEqual(['sent', 1]);
  });

  it('is told to nobody where nobody answered', async () => {
    const mentionId = await world.mention();
    await world.edit(mentionId, THEN);
    expect(await told()).toEqual([]);
  });
});
