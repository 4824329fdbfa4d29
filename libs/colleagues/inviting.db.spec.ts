import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { outcomeOf, refusalOf } from '#platform/testing';
import {
  actions,
  answering,
  choice,
  dataSource,
  fields,
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
import { readReport } from './report.js';

beforeAll(startColleagues);
afterAll(stopColleagues);
beforeEach(() => policy({ levelMax: 1, departmentIds: [], confirm: false }));

describe('inviting a colleague', () => {
  it('asks one person, on record, who takes it, answers, and is named by the reply', async () => {
    const mentionId = await mention();
    const id = await invite(mentionId, { personId: nadia.personId });
    expect(await told(`/invitations/${id}`)).toEqual([
      { kind: 'invitation.asked', people: [nadia.personId] },
    ]);
    expect((await answering.list(nadia)).map((one) => one.id)).toContain(id);
    expect(await outcomeOf(answering.read(id, yann))).toBe('invitation-not-found');
    expect(await outcomeOf(answering.answer(id, choice(), nadia, null))).toBe('transition-not-allowed');
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
      refusalOf(inviting.invite(mentionId, whom(to), manager)).then((found) => [
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
    expect(await outcomeOf(inviting.invite(severe, whom({ personId: nadia.personId }), manager))).toBe(
      'level-above-policy',
    );
    const escalated = await mention({ state: 'escalated' });
    expect(await outcomeOf(inviting.invite(escalated, whom({ personId: nadia.personId }), manager))).toBe(
      'mention-not-open',
    );
  });

  it('has one running invitation for a mention, also when two ask at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const mentionId = await mention();
      const codes = await Promise.all([
        outcomeOf(inviting.invite(mentionId, whom({ personId: nadia.personId }), manager)),
        outcomeOf(inviting.invite(mentionId, whom({ personId: yann.personId }), manager)),
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
      const codes = await Promise.all([
        outcomeOf(answering.take(id, nadia)),
        outcomeOf(answering.take(id, yann)),
      ]);
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
    expect(await outcomeOf(answering.answer(id, choice(), nadia, null))).toBe('reply-under-way');
    expect(await outcomeOf(answering.preview(id, choice(), nadia))).toBe('invitation-over');
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
      expect(await outcomeOf(answering.answer(id, choice(), nadia, null))).toBe('invitation-over');
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
    expect(await outcomeOf(answering.take(id, nadia))).toBe('invitation-over');
    expect(await outcomeOf(inviting.withdraw(id, manager))).toBe('transition-not-allowed');
  });
});
