import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { outcomeOf } from '#platform/testing';
import {
  actions,
  answering,
  choice,
  dataSource,
  invite,
  inviting,
  manager,
  mention,
  nadia,
  policy,
  replyOf,
  startColleagues,
  state,
  stopColleagues,
  told,
  whom,
  world,
  yann,
} from './colleagues.fixture.js';
import { endInvitations } from './end-invitations.js';

beforeAll(startColleagues);
afterAll(stopColleagues);
beforeEach(() => policy({ levelMax: 1, departmentIds: [], confirm: false }));

describe('calling an answer back', () => {
  it('gives post and invitation back to the colleague, who answers again, and is not taken for a return', async () => {
    const mentionId = await mention();
    const id = await invite(mentionId, { personId: nadia.personId });
    expect(await outcomeOf(answering.callBack(id, nadia))).toBe('transition-not-allowed');
    await answering.take(id, nadia);
    await answering.answer(id, choice(), nadia, null);
    expect(await outcomeOf(answering.callBack(id, yann))).toBe('invitation-not-found');
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
    expect(await outcomeOf(answering.callBack(id, nadia))).toBe('transition-not-allowed');
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
    expect(await outcomeOf(inviting.look(looked, { decision: 'confirmed' }, manager))).not.toBe('done');

    await policy({ levelMax: 1, departmentIds: [], confirm: false });
    const raced = await invite(await mention(), { personId: nadia.personId });
    await answering.take(raced, nadia);
    await answering.answer(raced, choice(), nadia, null);
    const { id: replyId } = await replyOf(raced);
    const [called] = await Promise.all([
      outcomeOf(answering.callBack(raced, nadia)),
      world.publish.run(replyId),
    ]);
    expect([called, await state(raced), (await replyOf(raced)).state]).toEqual(
      called === 'done' ? ['done', 'taken', 'cancelled'] : ['transition-not-allowed', 'answered', 'sent'],
    );
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
    expect(await outcomeOf(answering.answer(id, choice(), nadia, null))).toBe('level-above-policy');
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
    expect(await outcomeOf(inviting.look(id, { decision: 'confirmed' }, nadia))).toBe('own-reply');
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
    expect(await outcomeOf(inviting.invite(mentionId, whom({ personId: yann.personId }), manager))).toBe(
      'done',
    );
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
    expect(await outcomeOf(inviting.look(id, { decision: 'confirmed' }, manager))).toBe('not-allowed-here');
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
