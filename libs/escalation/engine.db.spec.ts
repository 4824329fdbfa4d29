import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { acknowledge, release, snooze } from './ask-acts.js';
import { runDue } from './engine.js';
import { type EscalationWorkspace, escalationWorkspace, overdueCounted } from './escalation.fixture.js';
import { type NewEscalation, openEscalation } from './open-escalation.js';

// A busy machine is no failure.
jest.setTimeout(120_000);

let workspace: EscalationWorkspace;
let legal: string;
let lawyer: Actor;
let lead: Actor;
let crisisLead: Actor;
let now: Date;
let subject = 0;

const MINUTE = 60_000;
const clock = () => now;
const pass = (minutes: number) => {
  now = new Date(now.getTime() + minutes * MINUTE);
};
const run = () => runDue(workspace.dataSource, clock);

beforeAll(async () => {
  workspace = await escalationWorkspace();
  legal = await workspace.department('legal');
  lawyer = await workspace.person('Helene', 'approver', legal);
  lead = await workspace.person('Louis', 'approver', legal);
  crisisLead = await workspace.person('Julien', 'crisis_lead');
  await workspace.dataSource.query(
    `insert into department_duty (department_id, lead_id, quiet_from, quiet_until, rota) values ($1, $2, '20:00', '08:00', $3)`,
    [
      legal,
      lead.personId,
      JSON.stringify({
        kind: 'daily',
        startsOn: '2026-01-01',
        handOverAt: '00:00',
        participants: [lawyer.personId],
      }),
    ],
  );
  await workspace.policy(
    'Default',
    [
      { targets: [{ kind: 'asked_on_call' }], delayMinutes: 10, repeat: 1 },
      { targets: [{ kind: 'asked_lead' }], delayMinutes: 20, repeat: 0 },
    ],
    { isDefault: true },
  );
}, 60_000);
afterAll(() => workspace.close());
afterEach(async () => {
  const { noted, measured } = await overdueCounted(workspace.dataSource);
  expect(noted).toEqual(measured);
});
beforeEach(async () => {
  now = new Date('2026-05-05T10:00:00Z');
  await workspace.dataSource.query(
    `update escalation_ask set state = 'withdrawn', next_at = null, owner_id = null where state <> 'withdrawn'`,
  );
  await workspace.dataSource.query(`update escalation set state = 'closed' where state <> 'closed'`);
});

async function open(change: Partial<NewEscalation> = {}): Promise<{ escalationId: string; askId: string }> {
  subject += 1;
  const subjectId = String(subject);
  const { id } = await inTransaction(workspace.dataSource, ({ manager }) =>
    openEscalation(
      manager,
      {
        subjectType: 'topic',
        subjectId,
        realm: 'live',
        level: 1,
        topicIds: [],
        question: 'What do we say?',
        departmentIds: [legal],
        openedBy: null,
        ...change,
      },
      now,
    ),
  );
  const [ask]: { id: string }[] = await workspace.dataSource.query(
    `select id from escalation_ask where escalation_id = $1 order by place limit 1`,
    [id],
  );
  return { escalationId: id, askId: ask!.id };
}

async function firings(askId: string): Promise<string[]> {
  const rows: { place: string; minutes: number; people: string }[] = await workspace.dataSource.query(
    `select concat_ws('.', l.round, l.step, l.repetition) as place,
       (extract(epoch from l.at - timestamptz '2026-05-05 10:00+00') / 60)::integer as minutes,
       (select string_agg(p.name, ' ' order by p.name) from escalation_asked q join person p on p.id = q.person_id
        where q.ask_id = l.ask_id and (q.round, q.step, q.repetition) = (l.round, l.step, l.repetition)) as people
     from escalation_log l where l.ask_id = $1 and l.kind = 'asked' order by l.id`,
    [askId],
  );
  return rows.map(({ place, minutes, people }) => `${place} after ${minutes} min: ${people}`);
}

async function logged(askId: string): Promise<string[]> {
  const rows: { kind: string }[] = await workspace.dataSource.query(
    `select kind from escalation_log where ask_id = $1 order by id`,
    [askId],
  );
  return rows.map(({ kind }) => kind);
}

describe('a chain that nobody answers', () => {
  it('asks step by step, then starts again at the top with the crisis lead, louder', async () => {
    const { escalationId, askId } = await open();
    for (let minute = 0; minute < 60; minute += 1) {
      await run();
      pass(1);
    }
    expect(await firings(askId)).toEqual([
      '1.0.0 after 0 min: Helene',
      '1.0.1 after 10 min: Helene',
      '1.1.0 after 20 min: Louis',
      '2.0.0 after 40 min: Helene Julien',
      '2.0.1 after 50 min: Helene Julien',
    ]);
    expect(await logged(askId)).toContain('exhausted');
    const recorded: { action: string }[] = await workspace.dataSource.query(
      `select action from audit_entry where subject_type = 'escalation' and subject_id = $1 order by position`,
      [escalationId],
    );
    expect(recorded.map(({ action }) => action)).toEqual(['escalation.opened', 'escalation.exhausted']);
  });

  it('goes on after an outage with the step that was due, once, and gives its people their whole time', async () => {
    const { askId } = await open();
    await run();
    pass(300);
    await run();
    await run();
    pass(9);
    await run();
    expect(await firings(askId)).toEqual(['1.0.0 after 0 min: Helene', '1.0.1 after 300 min: Helene']);
    pass(1);
    await run();
    expect(await firings(askId)).toHaveLength(3);
  });

  it('is caught up with in the order in which steps were due', async () => {
    const first = await open();
    pass(1);
    const second = await open();
    pass(30);
    await run();
    const rows: { askId: string }[] = await workspace.dataSource.query(
      `select ask_id as "askId" from escalation_log where kind = 'asked' and ask_id = any($1) order by id`,
      [[first.askId, second.askId]],
    );
    expect(rows.map((row) => row.askId)).toEqual([first.askId, second.askId]);
  });

  it('waits for the end of quiet hours below level 3, and for nothing from there on', async () => {
    now = new Date('2026-05-05T21:00:00Z');
    const calm = await open({ level: 2 });
    const crisis = await open({ level: 3 });
    await run();
    expect(await logged(calm.askId)).toEqual(['postponed']);
    expect(await logged(crisis.askId)).toEqual(['asked']);
    now = new Date('2026-05-06T06:00:00Z');
    await run();
    expect(await logged(calm.askId)).toEqual(['postponed', 'asked']);
  });

  it('asks by the last resort when there is no policy, and says when nobody is left to ask', async () => {
    await workspace.dataSource.query(`update escalation_policy set active = false`);
    const { askId } = await open({ departmentIds: [] });
    await run();
    expect(await firings(askId)).toEqual(['1.0.0 after 0 min: Julien']);
    await workspace.dataSource.query(`update person set active = false`);
    pass(15);
    await run();
    expect(await logged(askId)).toEqual(['asked', 'asked', 'nobody']);
    await workspace.dataSource.query(`update person set active = true`);
    await workspace.dataSource.query(`update escalation_policy set active = true`);
  });
});

describe('somebody who takes a question', () => {
  it('stops the chain; if they do not decide in time it goes round again, louder', async () => {
    const { escalationId, askId } = await open();
    await run();
    await inTransaction(workspace.dataSource, ({ manager }) =>
      acknowledge(manager, lawyer, { escalationId, askId }, now),
    );
    pass(29);
    await run();
    expect(await firings(askId)).toHaveLength(1);
    pass(1);
    await run();
    expect(await firings(askId)).toEqual(['1.0.0 after 0 min: Helene', '2.0.0 after 30 min: Helene Julien']);
    const [row] = await workspace.dataSource.query(`select state from escalation where id = $1`, [
      escalationId,
    ]);
    expect(row).toEqual({ state: 'open' });
    expect(await logged(askId)).toEqual(['asked', 'acknowledged', 'lapsed', 'asked']);
  });

  it('cannot be pushed aside by a colleague, who is told who has it', async () => {
    const { escalationId, askId } = await open();
    const take = (actor: Actor) =>
      inTransaction(workspace.dataSource, ({ manager }) =>
        acknowledge(manager, actor, { escalationId, askId }, now),
      );
    const outcomes = await Promise.allSettled([take(lawyer), take(lead)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find((one) => one.status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'escalation-already-taken' } });
  });

  it('can put it off only a little, three times, and the clock of the decision begins anew', async () => {
    const { escalationId, askId } = await open({ level: 2 });
    const at = { escalationId, askId };
    await inTransaction(workspace.dataSource, ({ manager }) => acknowledge(manager, lawyer, at, now));
    const snoozed = (minutes: number) =>
      inTransaction(workspace.dataSource, ({ manager }) =>
        snooze(manager, lawyer, { ...at, minutes, note: null }, now),
      );
    await expect(snoozed(61)).rejects.toMatchObject({ code: 'snooze-too-long' });
    for (let turn = 0; turn < 3; turn += 1) {
      await snoozed(60);
      pass(60);
      await run();
    }
    await expect(snoozed(1)).rejects.toMatchObject({ code: 'snoozed-too-often' });
    expect((await logged(askId)).filter((kind) => kind === 'woken')).toHaveLength(3);
    pass(30);
    await run();
    expect(await logged(askId)).toContain('lapsed');
  });

  it('can put it back, and the chain goes on at once from where it was', async () => {
    const { escalationId, askId } = await open();
    await run();
    const at = { escalationId, askId };
    await inTransaction(workspace.dataSource, ({ manager }) => acknowledge(manager, lawyer, at, now));
    pass(5);
    await inTransaction(workspace.dataSource, ({ manager }) =>
      release(manager, lawyer, { ...at, note: null }, now),
    );
    await run();
    expect(await firings(askId)).toEqual(['1.0.0 after 0 min: Helene', '1.0.1 after 5 min: Helene']);
  });
});

describe('many workers', () => {
  it('fire every step exactly once between them', async () => {
    const opened = await Promise.all(Array.from({ length: 60 }, () => open({ level: 3 })));
    const others = await Promise.all([workspace.connect(), workspace.connect(), workspace.connect()]);
    for (let minute = 0; minute < 21; minute += 1) {
      await Promise.all(others.map((other) => runDue(other, clock, { batch: 7 })));
      pass(1);
    }
    const [row] = await workspace.dataSource.query(
      `select count(*)::integer as fired, count(distinct (ask_id, round, step, repetition))::integer as different
       from escalation_log where kind = 'asked' and ask_id = any($1)`,
      [opened.map(({ askId }) => askId)],
    );
    expect(row).toEqual({ fired: 180, different: 180 });
  }, 60_000);

  it('leave a batch that fails on its way as it was', async () => {
    const { askId } = await open();
    // Somebody has fired this step by hand: the unique index refuses it a second time.
    await workspace.dataSource.query(
      `insert into escalation_log (escalation_id, ask_id, at, kind, round, step, repetition)
       select escalation_id, id, now(), 'asked', 1, 0, 0 from escalation_ask where id = $1`,
      [askId],
    );
    await expect(run()).rejects.toThrow(/escalation_log_fired/);
    const [row] = await workspace.dataSource.query(
      `select step, repetition from escalation_ask where id = $1`,
      [askId],
    );
    expect(row).toEqual({ step: 0, repetition: 0 });
  });
});

describe('the database itself', () => {
  it('refuses a live question without a time when it goes on, and a taken one without an owner', async () => {
    const { askId } = await open();
    const change = (set: string) =>
      workspace.dataSource.query(`update escalation_ask set ${set} where id = $1`, [askId]);
    await expect(change('next_at = null')).rejects.toThrow(/never_silent/);
    await expect(change(`state = 'acknowledged', owner_id = null`)).rejects.toThrow(/owned/);
  });
});

it('a second escalation of the same subject is the first one', async () => {
  const given = { subjectId: '987654' };
  const first = await open(given);
  expect((await open(given)).escalationId).toBe(first.escalationId);
  expect(crisisLead.permissions).toContain('escalations.decide');
});
