import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { permissionsOf, type Role } from '#platform/contract';
import { createDataSource, inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { Problem } from '#platform/problem';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { ENTITIES } from '#schema';
import { OutboxWorld } from '../replies/outbox.fixture.js';
import { AnsweringService } from './answering.service.js';
import { endInvitations } from './end-invitations.js';
import { FieldsService } from './fields.service.js';
import { InvitingService } from './inviting.service.js';
import { changePolicy, currentPolicy } from './policy.js';
import { readReport } from './report.js';

jest.setTimeout(120_000);

let database: TestDatabase;
let dataSource: DataSource;
let world: OutboxWorld;
let inviting: InvitingService;
let answering: AnsweringService;
let fields: FieldsService;
let manager: Actor;
let nadia: Actor;
let yann: Actor;
let variant: string;
let sent = 0;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES }).initialize();
  world = await OutboxWorld.make(dataSource, database.url);
  world.publishers.set('mastodon', {
    idempotent: true,
    posts: true,
    publish: () => Promise.resolve({ externalId: `p${(sent += 1)}`, url: null }),
    find: () => Promise.resolve('none' as const),
  });
  const publishers = (network: string, sourceId: string | null) =>
    sourceId === null ? null : (world.publishers.get(network) ?? null);
  inviting = new InvitingService(dataSource, publishers, world.held);
  answering = new AnsweringService(dataSource, null as never, world.outbox);
  fields = new FieldsService(dataSource);
  manager = await person('Mona', 'community_manager');
  nadia = await person('Nadia', 'colleague');
  yann = await person('Yann', 'colleague');
  variant = (await world.approved()).variantId;
}, 120_000);
afterAll(async () => {
  await world?.jobs.stop();
  await dataSource?.destroy();
  await database?.drop();
});
beforeEach(() => policy({ levelMax: 1, departmentIds: [], confirm: false }));

async function person(name: string, role: Role): Promise<Actor> {
  const [row]: { id: string }[] = await dataSource.query(
    `insert into person (email, name, roles, locale, password_hash)
     values (lower($1) || '@lumen.example', $1, array[$2], 'fr', 'x') returning id`,
    [name, role],
  );
  const permissions = permissionsOf([role]);
  return { personId: row!.id, name, roles: [role], permissions, departmentIds: [], sessionId: '1' };
}

async function policy(rules: { levelMax: number; departmentIds: string[]; confirm: boolean }): Promise<void> {
  await inTransaction(dataSource, async ({ manager: rows }) => {
    const { version, ...now } = await currentPolicy(rows);
    if (JSON.stringify(now) === JSON.stringify(rules)) return;
    await changePolicy(rows, manager, { ...rules, version, reason: 'essai' });
  });
}

async function mention(change: { level?: number; state?: string } = {}): Promise<string> {
  const id = await world.mention({ level: 0, ...change });
  await dataSource.query('update mention set assessed_at = now() where id = $1', [id]);
  return id;
}

const whom = (change: { personId?: string; fieldId?: string } = {}) => ({
  personId: null,
  fieldId: null,
  note: '',
  ...change,
});
const invite = async (mentionId: string, to: { personId?: string; fieldId?: string }) =>
  (await inviting.invite(mentionId, whom(to), manager)).id;
const choice = () => ({ answerVariantId: variant, placeholders: {} });
const problem = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Problem) return error;
      throw error;
    },
  );
const code = async (work: Promise<unknown>) => (await problem(work))?.code ?? 'done';
const state = async (id: string): Promise<string> =>
  (await dataSource.query('select state from answer_invitation where id = $1', [id]))[0].state;
const actions = async (id: string): Promise<string[]> =>
  (
    await dataSource.query(
      `select action from audit_entry where subject_type = 'answer_invitation' and subject_id = $1 order by position`,
      [id],
    )
  ).map(({ action }: { action: string }) => action);
const told = async (link: string): Promise<{ kind: string; people: string[] }[]> =>
  dataSource.query('select kind, person_ids::text[] as people from notice where link = $1 order by id', [
    link,
  ]);
const replyOf = async (id: string): Promise<{ id: string; state: string; second_asked: string | null }> =>
  (
    await dataSource.query(
      'select id, state, second_asked from reply where invitation_id = $1 order by id desc limit 1',
      [id],
    )
  )[0];

describe('calling an answer back', () => {
  it('gives post and invitation back to the colleague, who answers again, and is not taken for a return', async () => {
    const mentionId = await mention();
    const id = await invite(mentionId, { personId: nadia.personId });
    expect(await code(answering.callBack(id, nadia))).toBe('transition-not-allowed');
    await answering.take(id, nadia);
    await answering.answer(id, choice(), nadia, null);
    expect(await code(answering.callBack(id, yann))).toBe('invitation-not-found');
    const back = await answering.callBack(id, nadia);
    expect(back).toMatchObject({ state: 'taken', mine: true, reply: { state: 'cancelled' } });
    expect((await world.mentionRow(mentionId)).state).not.toBe('answered');
    await endInvitations(dataSource, new Date());
    expect(await state(id)).toBe('taken');
    await answering.answer(id, choice(), nadia, null);
    await endInvitations(dataSource, new Date());
    expect(await state(id)).toBe('answered');
    await world.publish.run((await replyOf(id)).id);
    expect((await replyOf(id)).state).toBe('sent');
    expect(await code(answering.callBack(id, nadia))).toBe('transition-not-allowed');
    expect(await state(id)).toBe('answered');
    expect(await actions(id)).toEqual([
      'invitation.asked',
      'invitation.taken',
      'invitation.answered',
      'invitation.called_back',
      'invitation.answered',
    ]);
  });

  it('takes it from whoever was to have a look, and of a publication and a call at once one wins', async () => {
    await policy({ levelMax: 1, departmentIds: [], confirm: true });
    const looked = await invite(await mention(), { personId: nadia.personId });
    await answering.take(looked, nadia);
    await answering.answer(looked, choice(), nadia, null);
    expect((await replyOf(looked)).state).toBe('awaiting_second');
    expect(await answering.callBack(looked, nadia)).toMatchObject({ state: 'taken' });
    expect(await code(inviting.look(looked, { decision: 'confirmed' }, manager))).not.toBe('done');

    await policy({ levelMax: 1, departmentIds: [], confirm: false });
    const raced = await invite(await mention(), { personId: nadia.personId });
    await answering.take(raced, nadia);
    await answering.answer(raced, choice(), nadia, null);
    const { id: replyId } = await replyOf(raced);
    const [called] = await Promise.all([code(answering.callBack(raced, nadia)), world.publish.run(replyId)]);
    expect([called, await state(raced), (await replyOf(raced)).state]).toEqual(
      called === 'done' ? ['done', 'taken', 'cancelled'] : ['transition-not-allowed', 'answered', 'sent'],
    );
  });
});

describe('inviting a colleague', () => {
  it('asks one person, on record, who takes it, answers, and is named by the reply', async () => {
    const mentionId = await mention();
    const id = await invite(mentionId, { personId: nadia.personId });
    expect(await told(`/invitations/${id}`)).toEqual([
      { kind: 'invitation.asked', people: [nadia.personId] },
    ]);
    expect((await answering.list(nadia)).map((one) => one.id)).toContain(id);
    expect(await code(answering.read(id, yann))).toBe('invitation-not-found');
    expect(await code(answering.answer(id, choice(), nadia, null))).toBe('transition-not-allowed');
    await answering.take(id, nadia);
    const done = await answering.answer(id, choice(), nadia, 'key-1');
    expect(done).toMatchObject({ state: 'answered', mine: true, reply: { state: 'queued' } });
    // The same request again, as a lost answer makes a browser send it, is the same reply.
    expect(await answering.answer(id, choice(), nadia, 'key-1')).toMatchObject({ state: 'answered' });
    expect(await actions(id)).toEqual(['invitation.asked', 'invitation.taken', 'invitation.answered']);
    expect(await world.mentionRow(mentionId)).toMatchObject({
      state: 'answered',
      assignee_id: nadia.personId,
    });
    await world.publish.run((await replyOf(id)).id);
    expect(await answering.read(id, nadia)).toMatchObject({ reply: { state: 'sent' } });
  });

  it('refuses what is no colleague, is not allowed, or names nobody and both', async () => {
    const mentionId = await mention();
    const asking = (to: { personId?: string; fieldId?: string }) =>
      problem(inviting.invite(mentionId, whom(to), manager)).then((found) => [
        found?.code,
        found?.errors[0]?.field,
      ]);
    expect(await asking({})).toEqual(['one-of-two', 'personId']);
    expect(await asking({ personId: nadia.personId, fieldId: '1' })).toEqual(['one-of-two', 'personId']);
    expect(await asking({ personId: manager.personId })).toEqual(['colleague-not-found', 'personId']);
    expect(await asking({ fieldId: '987' })).toEqual(['unknown-field', 'fieldId']);
    const field = await fields.create({ fr: 'Personne', en: 'Nobody' }, manager);
    expect(await asking({ fieldId: field.id })).toEqual(['nobody-in-field', 'fieldId']);
    await policy({ levelMax: 1, departmentIds: [...world.author.departmentIds], confirm: true });
    expect(await asking({ personId: nadia.personId })).toEqual(['colleague-not-allowed', 'personId']);
  });

  it('is refused above the level of the policy, and where nobody is to answer any more', async () => {
    const severe = await mention({ level: 2 });
    expect(await code(inviting.invite(severe, whom({ personId: nadia.personId }), manager))).toBe(
      'level-above-policy',
    );
    const escalated = await mention({ state: 'escalated' });
    expect(await code(inviting.invite(escalated, whom({ personId: nadia.personId }), manager))).toBe(
      'mention-not-open',
    );
  });

  it('has one running invitation for a mention, also when two ask at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const mentionId = await mention();
      const codes = await Promise.all([
        code(inviting.invite(mentionId, whom({ personId: nadia.personId }), manager)),
        code(inviting.invite(mentionId, whom({ personId: yann.personId }), manager)),
      ]);
      expect(codes.sort()).toEqual(['done', 'invitation-running']);
    }
  });
});

describe('an invitation by field', () => {
  let fieldId: string;
  beforeAll(async () => {
    fieldId = (await fields.create({ fr: 'Billets', en: 'Tickets' }, manager)).id;
    for (const one of [nadia, yann]) await fields.setFields(one.personId, [fieldId], manager);
  });

  it('is taken by one of two who take it at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await invite(await mention(), { fieldId });
      const codes = await Promise.all([code(answering.take(id, nadia)), code(answering.take(id, yann))]);
      expect(codes.sort()).toEqual(['done', 'taken-by-another']);
      expect(await actions(id)).toEqual(['invitation.asked', 'invitation.taken']);
    }
  });

  it('stays with the others when one passes, and comes back to whoever asked when all have', async () => {
    const mentionId = await mention();
    const id = await invite(mentionId, { fieldId });
    await answering.take(id, nadia);
    await answering.pass(id, 'en réunion', nadia);
    expect(await state(id)).toBe('open');
    await answering.take(id, yann);
    await answering.pass(id, '', yann);
    expect(await state(id)).toBe('declined');
    expect(await actions(id)).toEqual([
      'invitation.asked',
      'invitation.taken',
      'invitation.passed',
      'invitation.taken',
      'invitation.declined',
    ]);
    expect(await told(`/inbox/${mentionId}?state=all`)).toEqual([
      { kind: 'invitation.declined', people: [manager.personId] },
    ]);
  });

  it('counts by person and by field, each author once', async () => {
    const before = await readReport(dataSource.manager, 'live', 30, new Date());
    for (let index = 0; index < 2; index += 1) {
      const mentionId = await mention();
      await dataSource.query(
        `update mention set author_handle = 'marie', author_followers = $2 where id = $1`,
        [mentionId, 100 + index],
      );
      const id = await invite(mentionId, { fieldId });
      await answering.take(id, yann);
      await answering.answer(id, choice(), yann, null);
      await world.publish.run((await replyOf(id)).id);
    }
    const report = await readReport(dataSource.manager, 'live', 30, new Date());
    expect(report.total.replies).toBe(before.total.replies + 2);
    expect(report.people.find((one) => one.person.id === yann.personId)).toMatchObject({
      replies: 2,
      reach: 101,
      medianSeconds: expect.any(Number),
    });
    expect(report.fields).toEqual([
      expect.objectContaining({
        replies: 2,
        reach: 101,
        field: { id: fieldId, name: { fr: 'Billets', en: 'Tickets' } },
      }),
    ]);
    expect((await readReport(dataSource.manager, 'training', 30, new Date())).total.replies).toBe(0);
  });
});

describe('an invitation ends', () => {
  it('when somebody else answers meanwhile: the colleague cannot send, and is told', async () => {
    const mentionId = await mention();
    const id = await invite(mentionId, { personId: nadia.personId });
    await answering.take(id, nadia);
    await world.outbox.send(mentionId, choice(), manager, null);
    expect(await code(answering.answer(id, choice(), nadia, null))).toBe('reply-under-way');
    expect(await code(answering.preview(id, choice(), nadia))).toBe('invitation-over');
    expect(await endInvitations(dataSource, new Date())).toBe(1);
    expect(await state(id)).toBe('overtaken');
    expect((await told(`/invitations/${id}`)).map(({ kind }) => kind)).toEqual([
      'invitation.asked',
      'invitation.over',
    ]);
  });

  it('when the mention is escalated or decided: what was picked is not sent', async () => {
    for (const decided of ['escalated', 'no_reply']) {
      const mentionId = await mention();
      const id = await invite(mentionId, { personId: nadia.personId });
      await answering.take(id, nadia);
      await dataSource.query('update mention set state = $2 where id = $1', [mentionId, decided]);
      expect(await code(answering.answer(id, choice(), nadia, null))).toBe('invitation-over');
      expect(await replyOf(id)).toBeUndefined();
      expect(await world.mentionRow(mentionId)).toMatchObject({ state: decided });
      await endInvitations(dataSource, new Date());
      expect(await state(id)).toBe('overtaken');
    }
  });

  it('when its time is over, once, also with several workers; late is not late enough before', async () => {
    const mentionId = await mention();
    const { id, dueAt } = await inviting.invite(mentionId, whom({ personId: nadia.personId }), manager);
    const due = new Date(dueAt).getTime();
    await endInvitations(dataSource, new Date(due - 1));
    expect(await state(id)).toBe('open');
    await Promise.all([1, 2, 3].map(() => endInvitations(dataSource, new Date(due))));
    expect(await state(id)).toBe('lapsed');
    expect(await actions(id)).toEqual(['invitation.asked', 'invitation.lapsed']);
    expect((await told(`/inbox/${mentionId}?state=all`)).map(({ kind }) => kind)).toEqual([
      'invitation.lapsed',
    ]);
  });

  it('when it is withdrawn: taking it is refused', async () => {
    const id = await invite(await mention(), { personId: nadia.personId });
    await inviting.withdraw(id, manager);
    expect(await code(answering.take(id, nadia))).toBe('invitation-over');
    expect(await code(inviting.withdraw(id, manager))).toBe('transition-not-allowed');
  });
});

describe('the policy', () => {
  const taken = async (change: { level?: number } = {}) => {
    const mentionId = await mention(change);
    const id = await invite(mentionId, { personId: nadia.personId });
    await answering.take(id, nadia);
    return { mentionId, id };
  };

  it('holds at the moment of sending, whatever held at the asking', async () => {
    const { mentionId, id } = await taken();
    await dataSource.query('update mention set level = 2 where id = $1', [mentionId]);
    expect(await code(answering.answer(id, choice(), nadia, null))).toBe('level-above-policy');
    expect(await replyOf(id)).toBeUndefined();
    expect(await world.mentionRow(mentionId)).toMatchObject({ state: 'new' });
  });

  it('has whoever invites look first, who lets it leave', async () => {
    await policy({ levelMax: 1, departmentIds: [], confirm: true });
    const { mentionId, id } = await taken();
    await answering.answer(id, choice(), nadia, null);
    const reply = await replyOf(id);
    expect(reply).toMatchObject({ state: 'awaiting_second', second_asked: 'invitation' });
    await world.publish.run(reply.id);
    expect((await replyOf(id)).state).toBe('awaiting_second');
    expect((await told(`/inbox/${mentionId}?state=all`)).at(-1)).toEqual({
      kind: 'reply.second_person',
      people: [manager.personId],
    });
    expect(await code(inviting.look(id, { decision: 'confirmed' }, nadia))).toBe('own-reply');
    await inviting.look(id, { decision: 'confirmed' }, manager);
    await world.publish.run(reply.id);
    expect((await replyOf(id)).state).toBe('sent');
  });

  it('gives the mention back when the look refuses it, with the reason', async () => {
    await policy({ levelMax: 1, departmentIds: [], confirm: true });
    const { mentionId, id } = await taken();
    await answering.answer(id, choice(), nadia, null);
    await inviting.look(id, { decision: 'refused', reason: 'trop court' }, manager);
    await endInvitations(dataSource, new Date());
    expect(await state(id)).toBe('returned');
    expect(await world.mentionRow(mentionId)).toMatchObject({ state: 'new' });
    expect(await answering.read(id, nadia)).toMatchObject({
      reply: { state: 'refused', problem: { detail: 'Mona: trop court' } },
    });
    expect(await code(inviting.invite(mentionId, whom({ personId: yann.personId }), manager))).toBe('done');
  });

  it('is no second key: a mention that rises after the look waits for somebody who may confirm', async () => {
    await policy({ levelMax: 1, departmentIds: [], confirm: true });
    const { mentionId, id } = await taken();
    await answering.answer(id, choice(), nadia, null);
    await inviting.look(id, { decision: 'confirmed' }, manager);
    await dataSource.query('update mention set level = 2 where id = $1', [mentionId]);
    const { id: replyId } = await replyOf(id);
    await world.publish.run(replyId);
    expect(await replyOf(id)).toMatchObject({ state: 'awaiting_second', second_asked: 'level' });
    expect(await code(inviting.look(id, { decision: 'confirmed' }, manager))).toBe('not-allowed-here');
    await world.held.confirm(replyId, world.boris);
    await world.publish.run(replyId);
    expect((await replyOf(id)).state).toBe('sent');
  });

  it('does not reach past a freeze', async () => {
    const freeze = await world.governance.freeze({
      realm: 'live',
      topicId: null,
      reason: 'crise',
      by: world.boris,
    } as never);
    const { id } = await taken();
    await answering.answer(id, choice(), nadia, null);
    const { id: replyId } = await replyOf(id);
    await world.publish.run(replyId);
    expect((await replyOf(id)).state).toBe('queued');
    await world.governance.release(freeze.id, null, world.boris);
    await world.publish.run(replyId);
    expect((await replyOf(id)).state).toBe('sent');
  });
});
