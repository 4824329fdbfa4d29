import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { decide, undoDecisions } from './mentions.fixture.js';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { acknowledge } from './ask-acts.js';
import { confirmDecision, decideAsk, refuseDecision } from './decide-ask.js';
import { escalateMentions } from './escalate-mentions.js';
import { type EscalationWorkspace, escalationWorkspace, overdueCounted } from './escalation.fixture.js';
import type { Decision } from './escalation-record.js';
import { followMentions } from './follow-mentions.js';
import { handBack, handOver } from './hand-over.js';
import { mergeEscalations } from './merge-escalations.js';
import { readEscalationDetail } from './read-escalation.js';

// A busy machine is no failure.
jest.setTimeout(120_000);

let workspace: EscalationWorkspace;
let legal: string;
let pr: string;
let hr: string;
let lawyer: Actor;
let otherLawyer: Actor;
let spokesperson: Actor;
let recruiter: Actor;
let manager: Actor;
const NOW = new Date('2026-05-05T10:00:00Z');

beforeAll(async () => {
  workspace = await escalationWorkspace();
  [legal, pr, hr] = [
    await workspace.department('legal'),
    await workspace.department('pr'),
    await workspace.department('hr'),
  ];
  lawyer = await workspace.person('Helene', 'approver', legal);
  otherLawyer = await workspace.person('Louis', 'approver', legal);
  spokesperson = await workspace.person('Antoine', 'approver', pr);
  recruiter = await workspace.person('Nadia', 'approver', hr);
  manager = await workspace.person('Camille', 'community_manager');
  await workspace.policy('Default', [{ targets: [{ kind: 'asked_on_call' }], delayMinutes: 10, repeat: 0 }], {
    isDefault: true,
  });
}, 60_000);
afterAll(() => workspace.close());
afterEach(async () => {
  const { noted, measured } = await overdueCounted(workspace.dataSource);
  expect(noted).toEqual(measured);
});

const within = <T>(work: Parameters<typeof inTransaction<T>>[1]) => inTransaction(workspace.dataSource, work);

async function escalate(
  departmentIds: string[],
  change: {
    mode?: 'parallel' | 'in_turn';
    rule?: 'all' | 'any' | 'n_of';
    needed?: number;
    level?: number;
  } = {},
) {
  const { level, ...given } = change;
  const mentionId = await workspace.mention('My refund never came', level);
  const { escalationId } = await within(({ manager: entityManager }) =>
    escalateMentions(
      entityManager,
      manager,
      {
        mentionIds: [mentionId],
        question: 'What do we answer?',
        departmentIds,
        mode: 'parallel',
        rule: 'all',
        needed: 1,
        policyId: null,
        ...given,
      },
      NOW,
    ),
  );
  return { escalationId: escalationId!, mentionId };
}

const read = (escalationId: string, actor: Actor = lawyer) =>
  readEscalationDetail(workspace.dataSource.manager, actor, escalationId);

async function askOf(escalationId: string, departmentId: string) {
  const { asks } = await read(escalationId);
  const ask = asks.findLast((one) => one.departmentId === departmentId);
  return { escalationId, askId: ask!.id };
}

async function decides(
  actor: Actor,
  escalationId: string,
  departmentId: string,
  decision: Partial<Decision>,
) {
  const at = await askOf(escalationId, departmentId);
  return within(({ manager: entityManager }) =>
    decideAsk(entityManager, actor, at, { kind: 'returned', note: 'Do it', ...decision } as Decision, NOW),
  );
}

async function mentionState(mentionId: string): Promise<{ state: string; assigneeId: string | null }> {
  const [row] = await workspace.dataSource.query(
    `select state, assignee_id as "assigneeId" from mention where id = $1`,
    [mentionId],
  );
  return row;
}

const noReply = { kind: 'no_reply' as const, reason: 'troll', note: null };

describe('a decision', () => {
  it('of no reply is the mention’s, with its reason, and closes the escalation', async () => {
    const { escalationId, mentionId } = await escalate([legal]);
    expect((await mentionState(mentionId)).state).toBe('escalated');
    await decides(lawyer, escalationId, legal, noReply);
    expect((await mentionState(mentionId)).state).toBe('no_reply');
    expect(await read(escalationId)).toMatchObject({
      state: 'closed',
      outcome: { kind: 'no_reply', reason: 'troll', by: { name: 'Helene' } },
    });
  });

  it('to return it gives the mention back to whoever escalated it', async () => {
    const { escalationId, mentionId } = await escalate([legal]);
    await decides(lawyer, escalationId, legal, { kind: 'returned', note: 'Ask for the order number' });
    expect(await mentionState(mentionId)).toEqual({ state: 'in_progress', assigneeId: manager.personId });
  });

  it('taken twice is refused with who decided and when', async () => {
    const { escalationId } = await escalate([legal]);
    const at = await askOf(escalationId, legal);
    const decision: Decision = { kind: 'returned', note: 'Do it' };
    const taken = [lawyer, otherLawyer].map((actor) =>
      within(({ manager: entityManager }) => decideAsk(entityManager, actor, at, decision, NOW)),
    );
    const outcomes = await Promise.allSettled(taken);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'escalation-already-decided', params: { at: NOW.toISOString() } },
    });
  });

  it('is not another department’s to take', async () => {
    const { escalationId } = await escalate([legal]);
    await expect(decides(spokesperson, escalationId, legal, noReply)).rejects.toMatchObject({
      code: 'not-your-escalation',
    });
  });

  it('that publishes at level 3 goes to the outbox, which asks for the second person', async () => {
    const { escalationId } = await escalate([legal], { level: 3 });
    await decides(lawyer, escalationId, legal, {
      kind: 'use_answer',
      answerId: '1',
      answerVariantId: '1',
      note: null,
    });
    expect(await read(escalationId)).toMatchObject({ state: 'decided', effect: 'pending' });
  });

  it('that publishes at level 3 needs a second person here where the outbox asks for none', async () => {
    await workspace.dataSource.query(
      `insert into reply_rules (second_from_level, second_at_high_sensitivity) values (null, true)`,
    );
    const { escalationId } = await escalate([legal], { level: 3 });
    const at = await askOf(escalationId, legal);
    await decides(lawyer, escalationId, legal, {
      kind: 'use_answer',
      answerId: '1',
      answerVariantId: '1',
      note: null,
    });
    expect((await read(escalationId)).asks[0]).toMatchObject({
      state: 'confirming',
      decision: { by: { name: 'Helene' } },
    });
    await expect(
      within(({ manager: entityManager }) => confirmDecision(entityManager, lawyer, at, NOW)),
    ).rejects.toMatchObject({ code: 'second-person-needed' });
    await within(({ manager: entityManager }) =>
      refuseDecision(entityManager, otherLawyer, { ...at, note: 'Not this one' }, NOW),
    );
    expect((await read(escalationId)).asks[0]).toMatchObject({ state: 'open', decision: null });
    await decides(lawyer, escalationId, legal, {
      kind: 'use_answer',
      answerId: '1',
      answerVariantId: '1',
      note: null,
    });
    await within(({ manager: entityManager }) => confirmDecision(entityManager, otherLawyer, at, NOW));
    expect(await read(escalationId)).toMatchObject({
      state: 'decided',
      effect: 'pending',
      outcome: { by: { name: 'Helene' }, confirmedBy: { name: 'Louis' } },
    });
  });
});

describe('several departments', () => {
  it('all have to decide the same', async () => {
    const { escalationId, mentionId } = await escalate([legal, pr]);
    await decides(lawyer, escalationId, legal, noReply);
    expect(await read(escalationId)).toMatchObject({ state: 'open' });
    expect((await mentionState(mentionId)).state).toBe('escalated');
    await decides(spokesperson, escalationId, pr, noReply);
    expect(await read(escalationId)).toMatchObject({ state: 'closed' });
  });

  it('who disagree are all asked again, with the crisis lead', async () => {
    const { escalationId } = await escalate([legal, pr]);
    await decides(lawyer, escalationId, legal, noReply);
    await decides(spokesperson, escalationId, pr, { kind: 'returned', note: 'Answer by phone' });
    const { asks, log } = await read(escalationId);
    expect(asks.map(({ state, loudness }) => [state, loudness])).toEqual([
      ['open', 1],
      ['open', 1],
    ]);
    expect(log.map(({ kind }) => kind)).toContain('disagreed');
  });

  it('of which any counts: the first decides, the others are let off', async () => {
    const { escalationId } = await escalate([legal, pr], { rule: 'any' });
    await decides(lawyer, escalationId, legal, noReply);
    const { state, asks } = await read(escalationId);
    expect([state, ...asks.map((ask) => ask.state)]).toEqual(['closed', 'decided', 'withdrawn']);
  });

  it('asked in turn begin when the one before has decided', async () => {
    const { escalationId } = await escalate([legal, pr, hr], { mode: 'in_turn', rule: 'n_of', needed: 2 });
    expect((await read(escalationId)).asks.map(({ state }) => state)).toEqual(['open', 'waiting', 'waiting']);
    await decides(lawyer, escalationId, legal, noReply);
    expect((await read(escalationId)).asks.map(({ state }) => state)).toEqual(['decided', 'open', 'waiting']);
    await decides(spokesperson, escalationId, pr, noReply);
    expect((await read(escalationId)).asks.map(({ state }) => state)).toEqual([
      'decided',
      'decided',
      'withdrawn',
    ]);
  });
});

describe('handing over', () => {
  const over = async (actor: Actor, escalationId: string, from: string, to: string) => {
    const at = await askOf(escalationId, from);
    return within(({ manager: entityManager }) =>
      handOver(entityManager, actor, { ...at, departmentId: to, note: 'Yours' }, NOW),
    );
  };

  it('asks the other department at once, and a circle is refused with the departments in it', async () => {
    const { escalationId } = await escalate([legal]);
    await over(lawyer, escalationId, legal, pr);
    await over(spokesperson, escalationId, pr, hr);
    await expect(over(recruiter, escalationId, hr, legal)).rejects.toMatchObject({
      code: 'hand-over-cycle',
      params: { departmentIds: [legal, pr, hr, legal].join(', ') },
    });
    await decides(recruiter, escalationId, hr, noReply);
    expect((await read(escalationId)).state).toBe('closed');
  });

  it('can be handed back, and then the first is asked anew', async () => {
    const { escalationId } = await escalate([legal]);
    await over(lawyer, escalationId, legal, pr);
    const at = await askOf(escalationId, pr);
    await within(({ manager: entityManager }) =>
      handBack(entityManager, spokesperson, { ...at, note: 'Not ours' }, NOW),
    );
    expect((await read(escalationId)).asks.map(({ state, round }) => [state, round])).toEqual([
      ['open', 2],
      ['withdrawn', 1],
    ]);
  });
});

describe('a mention and its escalation', () => {
  it('follow each other: taken back by undo, the escalation closes; escalated by another way, it gets one', async () => {
    const { escalationId, mentionId } = await escalate([legal]);
    const [decision] = await workspace.dataSource.query(
      `select id from decision where mention_id = $1 order by id desc limit 1`,
      [mentionId],
    );
    await undoDecisions(workspace.dataSource, manager, [decision.id]);
    expect(await followMentions(workspace.dataSource, () => NOW)).toEqual({ opened: 0, closed: 1 });
    expect(await read(escalationId)).toMatchObject({ state: 'closed', closeReason: 'mention_handled' });

    await decide(workspace.dataSource, manager, [mentionId], {
      action: 'escalate',
      note: 'By a script',
      departmentIds: [pr],
    });
    expect(await followMentions(workspace.dataSource, () => NOW)).toEqual({ opened: 1, closed: 0 });
    expect(await followMentions(workspace.dataSource, () => NOW)).toEqual({ opened: 0, closed: 0 });
    const [row] = await workspace.dataSource.query(
      `select e.question, a.department_id as "departmentId" from escalation e
       join escalation_mention em on em.escalation_id = e.id and em.standing
       join escalation_ask a on a.escalation_id = e.id where em.mention_id = $1`,
      [mentionId],
    );
    expect(row).toEqual({ question: 'By a script', departmentId: pr });
  });

  it('of which two are about the same are merged: one asks all departments about all mentions', async () => {
    const one = await escalate([legal]);
    const other = await escalate([pr]);
    expect((await read(one.escalationId)).duplicates.map(({ id }) => id)).toContain(other.escalationId);
    await within(({ manager: entityManager }) =>
      mergeEscalations(
        entityManager,
        manager,
        { escalationId: other.escalationId, intoId: one.escalationId },
        NOW,
      ),
    );
    expect(await read(other.escalationId)).toMatchObject({ state: 'closed', mergedInto: one.escalationId });
    const kept = await read(one.escalationId);
    expect(kept.mentions).toBe(2);
    expect(kept.asks.map(({ departmentId }) => departmentId)).toEqual([legal, pr]);
    await decides(lawyer, one.escalationId, legal, noReply);
    await decides(spokesperson, one.escalationId, pr, noReply);
    expect((await mentionState(other.mentionId)).state).toBe('no_reply');
    expect(await followMentions(workspace.dataSource, () => NOW)).toEqual({ opened: 0, closed: 0 });
  });

  it('are found among earlier decisions by the next one like it', async () => {
    const before = await escalate([legal]);
    await decides(lawyer, before.escalationId, legal, { kind: 'returned', note: 'As agreed in spring' });
    const after = await escalate([legal]);
    const { earlier } = await read(after.escalationId);
    expect(earlier.map(({ id }) => id)).toContain(before.escalationId);
    expect(earlier[0]?.outcome.by?.name).toBe('Helene');
  });
});

it('taking and deciding are on the audit record with the person', async () => {
  const { escalationId } = await escalate([legal]);
  const at = await askOf(escalationId, legal);
  await within(({ manager: entityManager }) => acknowledge(entityManager, lawyer, at, NOW));
  await decides(lawyer, escalationId, legal, noReply);
  const rows: { action: string; name: string }[] = await workspace.dataSource.query(
    `select action, actor_name as name from audit_entry
     where subject_type = 'escalation' and subject_id = $1 order by position`,
    [escalationId],
  );
  expect(rows.map(({ action, name }) => `${action} ${name}`)).toEqual([
    'escalation.opened Camille',
    'escalation.acknowledged Helene',
    'escalation.decided Helene',
  ]);
});
