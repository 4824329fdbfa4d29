import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { releaseLevel, setLevel } from '../levels/set-level.js';
import type { Actor } from '#platform/http';
import { composeDecision, type DecisionBody } from './compose-decision.js';
import { closeEscalation } from './close-reopen.js';
import { decideAsk } from './decide-ask.js';
import { runDue } from './engine.js';
import { lockEscalation } from './escalation-record.js';
import { followTopics } from './follow-topics.js';
import { readEscalationDetail } from './read-escalation.js';
import { selfEscalating } from './self-escalating.fixture.js';

// A busy machine is no failure.
let now: Date;
const clock = () => now;
const pass = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
let desk: Awaited<ReturnType<typeof selfEscalating>>;

beforeAll(async () => {
  desk = await selfEscalating(clock);
});
afterAll(() => desk.workspace.close());
beforeEach(() => {
  now = new Date();
});

describe('a draft that a decision begins', () => {
  it('is gone with the decision when its transaction does not come to its end', async () => {
    const topicId = await topic();
    await set(topicId, 2);
    await followTopics(desk.dataSource, clock);
    const [escalation] = await desk.ofSubject('topic', topicId);
    const { asks } = await readEscalationDetail(desk.dataSource.manager, desk.crisisLead, escalation!.id);
    const at = { escalationId: escalation!.id, askId: asks[0]!.id };
    await desk.dataSource.query(`update escalation_ask set department_id = $2 where id = $1`, [
      at.askId,
      desk.legal,
    ]);
    const body = {
      kind: 'write_answer',
      placeholders: {},
      draft: { language: 'en', question: 'A draft for a lost decision', body: 'We look into it.' },
    } as DecisionBody;
    const deciding = (lost: boolean) =>
      desk.within(async ({ manager }) => {
        await decideAsk(
          manager,
          desk.lawyer,
          at,
          (hand) => composeDecision(manager, desk.lawyer, hand, body, null),
          now,
        );
        if (lost) throw new Error('the process is killed here');
      });
    const drafts = () =>
      desk.dataSource.query(
        `select answer_id::text as id from answer_version where question_en = 'A draft for a lost decision'`,
      );
    await expect(deciding(true)).rejects.toThrow('killed');
    expect(await drafts()).toEqual([]);
    await deciding(false);
    const [draft, ...more] = await drafts();
    expect(more).toEqual([]);
    expect((await desk.ofSubject('topic', topicId))[0]?.outcome).toMatchObject({ draftAnswerId: draft.id });
  });

  it('asks the departments of whoever desk.decides where no department is asked, and somebody without one is told', async () => {
    const topicId = await topic();
    await set(topicId, 2);
    await followTopics(desk.dataSource, clock);
    const [escalation] = await desk.ofSubject('topic', topicId);
    const { asks } = await readEscalationDetail(desk.dataSource.manager, desk.crisisLead, escalation!.id);
    const at = { escalationId: escalation!.id, askId: asks[0]!.id };
    const body = {
      kind: 'write_answer',
      placeholders: {},
      draft: { language: 'en', question: 'A draft of the crisis lead', body: 'We look into it.' },
    } as DecisionBody;
    const decide = (who: Actor) =>
      desk.within(({ manager }) =>
        decideAsk(manager, who, at, (hand) => composeDecision(manager, who, hand, body, null), now),
      );
    await expect(decide(desk.crisisLead)).rejects.toMatchObject({
      code: 'department-needed',
      errors: [{ field: 'kind' }],
    });
    await decide({ ...desk.crisisLead, departmentIds: [desk.legal] });
    const rows = await desk.dataSource.query(
      `select department_ids::text[] as ids from answer_version where question_en = 'A draft of the crisis lead'`,
    );
    expect(rows).toEqual([{ ids: [desk.legal] }]);
  });
});

let topics = 0;
async function topic(): Promise<string> {
  topics += 1;
  const [row] = await desk.dataSource.query(
    `insert into topic (name, query) values ($1, 'canoe') returning id`,
    [`Canoes ${topics}`],
  );
  return row.id;
}
const set = (topicId: string, level: 0 | 1 | 2 | 3 | 4, realm: 'live' | 'training' = 'live') =>
  desk.within(({ manager }) =>
    setLevel(
      manager,
      desk.crisisLead,
      topicId,
      { realm, level, until: new Date(now.getTime() + 3_600_000).toISOString(), reason: 'x' },
      now,
    ),
  );

describe('a topic that rises to level 2', () => {
  const follow = () => followTopics(desk.dataSource, clock);

  it('is escalated once for each realm, to whomever the policy names', async () => {
    const id = await topic();
    await set(id, 1);
    await follow();
    expect(await desk.ofSubject('topic', id)).toEqual([]);
    await set(id, 2);
    await set(id, 3, 'training');
    await Promise.all([desk.dataSource, ...desk.others].map((one) => followTopics(one, clock)));
    await follow();
    const escalations = await desk.ofSubject('topic', id);
    expect(escalations.map(({ realm, level }) => `${realm} ${level}`).sort()).toEqual([
      'live 2',
      'training 3',
    ]);
    expect(escalations[0]).toMatchObject({ question: `Canoes ${topics}`, openedBy: null, topicId: id });
    await runDue(desk.dataSource, clock);
    const asked = await desk.dataSource.query(
      `select distinct person_id::text as id from escalation_asked where escalation_id = any($1::bigint[])`,
      [escalations.map((one) => one.id)],
    );
    expect(asked).toEqual([{ id: desk.crisisLead.personId }]);
  });

  it('closes its escalation once it is calm again, and a new rise is a new matter', async () => {
    const id = await topic();
    await set(id, 2);
    await follow();
    pass(5);
    await desk.within(({ manager }) => releaseLevel(manager, desk.crisisLead, id, 'live', now));
    await follow();
    expect(await desk.ofSubject('topic', id)).toMatchObject([{ state: 'closed', closeReason: 'cause_over' }]);
    pass(5);
    await set(id, 2);
    await follow();
    expect((await desk.ofSubject('topic', id)).map(({ state }) => state)).toEqual(['open', 'closed']);
  });

  it('is not escalated again after a decision while it stays there, but when it rises further or anew', async () => {
    const id = await topic();
    await set(id, 2);
    pass(1);
    await follow();
    await runDue(desk.dataSource, clock);
    const [first] = await desk.ofSubject('topic', id);
    await desk.decides(desk.crisisLead, first!.id, { kind: 'returned', note: 'We watch it until noon' });
    pass(1);
    await follow();
    expect(await desk.ofSubject('topic', id)).toHaveLength(1);
    await set(id, 3);
    await follow();
    const [second] = await desk.ofSubject('topic', id);
    expect(second).toMatchObject({ level: 3, state: 'open' });
    await desk.within(async ({ manager }) =>
      closeEscalation(
        manager,
        await lockEscalation(manager, second!.id),
        { by: desk.crisisLead, reason: 'by_hand' },
        now,
      ),
    );
    pass(1);
    await follow();
    expect(await desk.ofSubject('topic', id)).toHaveLength(2);
    await set(id, 0);
    pass(1);
    await set(id, 2);
    pass(1);
    await follow();
    expect(await desk.ofSubject('topic', id)).toHaveLength(3);
  });

  it('raises the escalation that stands; whoever has taken it keeps it', async () => {
    const id = await topic();
    await set(id, 2);
    await follow();
    const [escalation] = await desk.ofSubject('topic', id);
    await set(id, 4);
    await follow();
    await follow();
    expect((await desk.ofSubject('topic', id))[0]).toMatchObject({ id: escalation!.id, level: 4 });
    expect((await desk.logged(escalation!.id)).filter((kind) => kind === 'raised')).toHaveLength(1);
  });

  it('says nothing while its level is only being caught up with', async () => {
    const id = await topic();
    await desk.dataSource.query(
      `insert into topic_level (topic_id, realm, level, automatic_level, evaluated_minute, topic_version)
       values ($1, 'live', 3, 3, $2, 1)`,
      [id, new Date(now.getTime() - 3_600_000)],
    );
    await follow();
    expect(await desk.ofSubject('topic', id)).toEqual([]);
    await desk.dataSource.query(`update topic_level set evaluated_minute = $2 where topic_id = $1`, [
      id,
      now,
    ]);
    await follow();
    expect(await desk.ofSubject('topic', id)).toHaveLength(1);
    await desk.dataSource.query(`update topic set active = false where id = $1`, [id]);
    await follow();
    expect((await desk.ofSubject('topic', id))[0]).toMatchObject({
      state: 'closed',
      closeReason: 'cause_over',
    });
  });
});
