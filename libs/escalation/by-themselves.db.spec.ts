import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { releaseLevel, setLevel } from '../levels/set-level.js';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { composeDecision, type DecisionBody } from './compose-decision.js';
import { closeEscalation } from './close-reopen.js';
import { decideAsk } from './decide-ask.js';
import { runDue } from './engine.js';
import { lockEscalation } from './escalation-record.js';
import { type EscalationWorkspace, escalationWorkspace } from './escalation.fixture.js';
import { followRequests } from './follow-requests.js';
import { followTopics } from './follow-topics.js';
import { listPage } from './list-escalations.js';
import { readEscalationDetail } from './read-escalation.js';

// A busy machine is no failure.
jest.setTimeout(60_000);

let workspace: EscalationWorkspace;
let others: DataSource[];
let legal: string;
let lawyer: Actor;
let asker: Actor;
let crisisLead: Actor;
let now: Date;

const clock = () => now;
const pass = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};

beforeAll(async () => {
  workspace = await escalationWorkspace();
  others = [await workspace.connect(), await workspace.connect()];
  legal = await workspace.department('legal');
  lawyer = await workspace.person('Helene', 'approver', legal);
  asker = await workspace.person('Camille', 'community_manager');
  crisisLead = await workspace.person('Julien', 'crisis_lead');
  await workspace.dataSource.query(`insert into department_duty (department_id, lead_id) values ($1, $2)`, [
    legal,
    lawyer.personId,
  ]);
  const steps = [{ targets: [{ kind: 'asked_lead' as const }], delayMinutes: 10, repeat: 0 }];
  await workspace.policy('Default', steps, { isDefault: true });
  await workspace.policy(
    'Crisis',
    [{ targets: [{ kind: 'role', role: 'crisis_lead' }], delayMinutes: 5, repeat: 0 }],
    {
      levelMin: 3,
    },
  );
}, 60_000);
afterAll(() => workspace.close());
beforeEach(() => {
  now = new Date();
});

const within = <T>(work: Parameters<typeof inTransaction<T>>[1]) => inTransaction(workspace.dataSource, work);

const ofSubject = async (subjectType: 'answer_request' | 'topic', subjectId: string) =>
  (
    await listPage(workspace.dataSource.manager, lawyer, {
      subjectType,
      subjectId,
      sort: 'newest',
      limit: 20,
    })
  ).items;

const logged = async (escalationId: string): Promise<string[]> =>
  (
    await workspace.dataSource.query(`select kind from escalation_log where escalation_id = $1 order by id`, [
      escalationId,
    ])
  ).map(({ kind }: { kind: string }) => kind);

async function decides(actor: Actor, escalationId: string, body: Partial<DecisionBody>) {
  const { asks } = await readEscalationDetail(workspace.dataSource.manager, actor, escalationId);
  const at = { escalationId, askId: asks[0]!.id };
  const full = { placeholders: {}, ...body } as DecisionBody;
  return within(({ manager }) =>
    decideAsk(manager, actor, at, (hand) => composeDecision(manager, actor, hand, full, null), now),
  );
}

describe('a missing answer that is overdue', () => {
  const request = async (minutesAgo = 1, level = 1): Promise<string> => {
    const [row] = await workspace.dataSource.query(
      `insert into answer_request (realm, question, level, department_ids, asked_by, due_at)
       values ('live', 'May one bring a canoe?', $1, array[$2]::bigint[], $3, $4) returning id`,
      [level, legal, asker.personId, new Date(now.getTime() - minutesAgo * 60_000)],
    );
    return row.id;
  };
  const move = (id: string, state: string) =>
    workspace.dataSource.query(`update answer_request set state = $2 where id = $1`, [id, state]);
  const follow = () => followRequests(workspace.dataSource, clock);

  it('is escalated to its departments once, whatever the number of workers and turns', async () => {
    const id = await request();
    const inTime = await request(-5);
    await Promise.all([workspace.dataSource, ...others].map((one) => followRequests(one, clock)));
    await follow();
    const [escalation, ...more] = await ofSubject('answer_request', id);
    expect(more).toEqual([]);
    expect(escalation).toMatchObject({
      state: 'open',
      level: 1,
      openedBy: null,
      question: 'May one bring a canoe?',
      asks: [{ departmentId: legal, state: 'open' }],
    });
    expect(await ofSubject('answer_request', inTime)).toEqual([]);
    pass(6);
    await follow();
    expect(await ofSubject('answer_request', inTime)).toHaveLength(1);
  });

  it('closes its escalation by itself once the answer is there, and asks again when that is lost', async () => {
    const id = await request();
    await follow();
    const [first] = await ofSubject('answer_request', id);
    await move(id, 'ready');
    await Promise.all([workspace.dataSource, ...others].map((one) => followRequests(one, clock)));
    expect((await ofSubject('answer_request', id))[0]).toMatchObject({
      state: 'closed',
      closeReason: 'cause_over',
      asks: [{ state: 'withdrawn' }],
    });
    expect((await logged(first!.id)).filter((kind) => kind === 'closed')).toHaveLength(1);
    await move(id, 'open');
    await follow();
    expect((await ofSubject('answer_request', id)).map(({ state }) => state)).toEqual(['open', 'closed']);
  });

  it('is begun by the decision to write it, in the same transaction, and waits for the answer', async () => {
    const id = await request();
    await follow();
    const [escalation] = await ofSubject('answer_request', id);
    await expect(
      decides(lawyer, escalation!.id, {
        kind: 'write_answer',
        draft: { language: 'en', question: 'x', body: 'y' },
      }),
    ).rejects.toMatchObject({ code: 'draft-from-request', errors: [{ field: 'draft' }] });
    await decides(lawyer, escalation!.id, { kind: 'write_answer' });
    const [row] = await workspace.dataSource.query(
      `select state, answer_id as "answerId" from answer_request where id = $1`,
      [id],
    );
    expect(row).toEqual({ state: 'drafted', answerId: expect.any(String) });
    const [decided] = await ofSubject('answer_request', id);
    expect(decided).toMatchObject({ state: 'decided', outcome: { draftAnswerId: row.answerId } });
    const told = await workspace.dataSource.query(
      `select person_ids::text[] as people from notice where kind = 'escalation.decided' and link = $1`,
      [`/escalations/${escalation!.id}`],
    );
    expect(told).toEqual([{ people: [asker.personId] }]);
    await follow();
    expect(await ofSubject('answer_request', id)).toHaveLength(1);
    await move(id, 'ready');
    await follow();
    expect((await ofSubject('answer_request', id))[0]?.state).toBe('closed');
  });

  it('is declined by the decision that nobody will, with its reason; not without one, nor where it is not allowed', async () => {
    const id = await request();
    await follow();
    const [escalation] = await ofSubject('answer_request', id);
    await expect(
      decides(lawyer, escalation!.id, { kind: 'no_reply', reason: 'not_about_us' }),
    ).rejects.toMatchObject({ code: 'required', errors: [{ field: 'note' }] });
    await expect(decides(lawyer, escalation!.id, { kind: 'use_answer' })).rejects.toMatchObject({
      code: 'decision-not-for-subject',
      errors: [{ field: 'kind' }],
    });
    await decides(lawyer, escalation!.id, {
      kind: 'no_reply',
      reason: 'not_about_us',
      note: 'Canoes are not ours to speak of.',
    });
    const [row] = await workspace.dataSource.query(
      `select state, end_reason as reason, ended_by as by from answer_request where id = $1`,
      [id],
    );
    expect(row).toEqual({
      state: 'declined',
      reason: 'Canoes are not ours to speak of.',
      by: lawyer.personId,
    });
    expect((await ofSubject('answer_request', id))[0]).toMatchObject({
      state: 'closed',
      closeReason: 'done',
    });
  });

  it('is not asked about again once it was given back with advice, until it becomes more urgent', async () => {
    const id = await request();
    await follow();
    const [first] = await ofSubject('answer_request', id);
    await decides(lawyer, first!.id, { kind: 'returned', note: 'Say that we look into it' });
    await follow();
    expect(await ofSubject('answer_request', id)).toHaveLength(1);
    await workspace.dataSource.query(`update answer_request set level = 3 where id = $1`, [id]);
    await follow();
    expect((await ofSubject('answer_request', id)).map(({ state, level }) => [state, level])).toEqual([
      ['open', 3],
      ['closed', 1],
    ]);
  });

  it('raises the escalation that stands when it becomes more urgent: asked at once, by the policy of that level', async () => {
    const id = await request();
    await follow();
    await runDue(workspace.dataSource, clock);
    await workspace.dataSource.query(`update answer_request set level = 3 where id = $1`, [id]);
    await Promise.all([workspace.dataSource, ...others].map((one) => followRequests(one, clock)));
    await runDue(workspace.dataSource, clock);
    const [escalation] = await ofSubject('answer_request', id);
    expect(escalation).toMatchObject({ level: 3, policy: { name: 'Crisis' } });
    expect((await logged(escalation!.id)).join(' ')).toBe('opened asked exhausted raised asked exhausted');
    const asked = await workspace.dataSource.query(
      `select distinct p.name from escalation_asked q join person p on p.id = q.person_id where q.escalation_id = $1 order by 1`,
      [escalation!.id],
    );
    expect(asked.map(({ name }: { name: string }) => name)).toEqual(['Helene', 'Julien']);
  });
});

describe('a draft that a decision begins', () => {
  it('is gone with the decision when its transaction does not come to its end', async () => {
    const topicId = await topic();
    await set(topicId, 2);
    await followTopics(workspace.dataSource, clock);
    const [escalation] = await ofSubject('topic', topicId);
    const { asks } = await readEscalationDetail(workspace.dataSource.manager, crisisLead, escalation!.id);
    const at = { escalationId: escalation!.id, askId: asks[0]!.id };
    await workspace.dataSource.query(`update escalation_ask set department_id = $2 where id = $1`, [
      at.askId,
      legal,
    ]);
    const body = {
      kind: 'write_answer',
      placeholders: {},
      draft: { language: 'en', question: 'A draft for a lost decision', body: 'We look into it.' },
    } as DecisionBody;
    const deciding = (lost: boolean) =>
      within(async ({ manager }) => {
        await decideAsk(
          manager,
          lawyer,
          at,
          (hand) => composeDecision(manager, lawyer, hand, body, null),
          now,
        );
        if (lost) throw new Error('the process is killed here');
      });
    const drafts = () =>
      workspace.dataSource.query(
        `select answer_id::text as id from answer_version where question_en = 'A draft for a lost decision'`,
      );
    await expect(deciding(true)).rejects.toThrow('killed');
    expect(await drafts()).toEqual([]);
    await deciding(false);
    const [draft, ...more] = await drafts();
    expect(more).toEqual([]);
    expect((await ofSubject('topic', topicId))[0]?.outcome).toMatchObject({ draftAnswerId: draft.id });
  });
});

let topics = 0;
async function topic(): Promise<string> {
  topics += 1;
  const [row] = await workspace.dataSource.query(
    `insert into topic (name, query) values ($1, 'canoe') returning id`,
    [`Canoes ${topics}`],
  );
  return row.id;
}
const set = (topicId: string, level: 0 | 1 | 2 | 3 | 4, realm: 'live' | 'training' = 'live') =>
  within(({ manager }) =>
    setLevel(
      manager,
      crisisLead,
      topicId,
      { realm, level, until: new Date(now.getTime() + 3_600_000).toISOString(), reason: 'x' },
      now,
    ),
  );

describe('a topic that rises to level 2', () => {
  const follow = () => followTopics(workspace.dataSource, clock);

  it('is escalated once for each realm, to whomever the policy names', async () => {
    const id = await topic();
    await set(id, 1);
    await follow();
    expect(await ofSubject('topic', id)).toEqual([]);
    await set(id, 2);
    await set(id, 3, 'training');
    await Promise.all([workspace.dataSource, ...others].map((one) => followTopics(one, clock)));
    await follow();
    const escalations = await ofSubject('topic', id);
    expect(escalations.map(({ realm, level }) => `${realm} ${level}`).sort()).toEqual([
      'live 2',
      'training 3',
    ]);
    expect(escalations[0]).toMatchObject({ question: `Canoes ${topics}`, openedBy: null, topicId: id });
    await runDue(workspace.dataSource, clock);
    const asked = await workspace.dataSource.query(
      `select distinct person_id::text as id from escalation_asked where escalation_id = any($1::bigint[])`,
      [escalations.map((one) => one.id)],
    );
    expect(asked).toEqual([{ id: crisisLead.personId }]);
  });

  it('closes its escalation once it is calm again, and a new rise is a new matter', async () => {
    const id = await topic();
    await set(id, 2);
    await follow();
    pass(5);
    await within(({ manager }) => releaseLevel(manager, crisisLead, id, 'live', now));
    await follow();
    expect(await ofSubject('topic', id)).toMatchObject([{ state: 'closed', closeReason: 'cause_over' }]);
    pass(5);
    await set(id, 2);
    await follow();
    expect((await ofSubject('topic', id)).map(({ state }) => state)).toEqual(['open', 'closed']);
  });

  it('is not escalated again after a decision while it stays there, but when it rises further or anew', async () => {
    const id = await topic();
    await set(id, 2);
    pass(1);
    await follow();
    await runDue(workspace.dataSource, clock);
    const [first] = await ofSubject('topic', id);
    await decides(crisisLead, first!.id, { kind: 'returned', note: 'We watch it until noon' });
    pass(1);
    await follow();
    expect(await ofSubject('topic', id)).toHaveLength(1);
    await set(id, 3);
    await follow();
    const [second] = await ofSubject('topic', id);
    expect(second).toMatchObject({ level: 3, state: 'open' });
    await within(async ({ manager }) =>
      closeEscalation(
        manager,
        await lockEscalation(manager, second!.id),
        { by: crisisLead, reason: 'by_hand' },
        now,
      ),
    );
    pass(1);
    await follow();
    expect(await ofSubject('topic', id)).toHaveLength(2);
    await set(id, 0);
    pass(1);
    await set(id, 2);
    pass(1);
    await follow();
    expect(await ofSubject('topic', id)).toHaveLength(3);
  });

  it('raises the escalation that stands; whoever has taken it keeps it', async () => {
    const id = await topic();
    await set(id, 2);
    await follow();
    const [escalation] = await ofSubject('topic', id);
    await set(id, 4);
    await follow();
    await follow();
    expect((await ofSubject('topic', id))[0]).toMatchObject({ id: escalation!.id, level: 4 });
    expect((await logged(escalation!.id)).filter((kind) => kind === 'raised')).toHaveLength(1);
  });

  it('says nothing while its level is only being caught up with', async () => {
    const id = await topic();
    await workspace.dataSource.query(
      `insert into topic_level (topic_id, realm, level, automatic_level, evaluated_minute, topic_version)
       values ($1, 'live', 3, 3, $2, 1)`,
      [id, new Date(now.getTime() - 3_600_000)],
    );
    await follow();
    expect(await ofSubject('topic', id)).toEqual([]);
    await workspace.dataSource.query(`update topic_level set evaluated_minute = $2 where topic_id = $1`, [
      id,
      now,
    ]);
    await follow();
    expect(await ofSubject('topic', id)).toHaveLength(1);
    await workspace.dataSource.query(`update topic set active = false where id = $1`, [id]);
    await follow();
    expect((await ofSubject('topic', id))[0]).toMatchObject({ state: 'closed', closeReason: 'cause_over' });
  });
});
