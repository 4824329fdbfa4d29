import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InputOf } from '#platform/contract';
import { ESCALATION_MEASURES, type EscalationFigures, type listEscalations, WITHOUT } from './contract.js';
import { runDue } from './engine.js';
import { followRequests } from './follow-requests.js';
import { listPage } from './list-escalations.js';
import { readReport } from './read-report.js';
import { selfEscalating } from './self-escalating.fixture.js';

// A busy machine is no failure.
const began = new Date('2026-05-04T08:00:00Z');
let now = began;
const clock = () => now;
let desk: Awaited<ReturnType<typeof selfEscalating>>;
let topicId: string;

/** A missing answer whose department, or nobody but whom the policy names, is asked at once. */
async function overdue(level: number): Promise<string> {
  const [row] = await desk.dataSource.query(
    `insert into answer_request (realm, question, level, department_ids, asked_by, due_at)
     values ('live', 'May one bring a canoe?', $1, array[$2]::bigint[], $3, $4) returning id`,
    [level, desk.legal, desk.asker.personId, new Date(now.getTime() - 60_000)],
  );
  await followRequests(desk.dataSource, clock);
  const [escalation] = await desk.ofSubject('answer_request', row.id);
  return escalation!.id;
}

async function pass(minutes: number): Promise<void> {
  now = new Date(now.getTime() + minutes * 60_000);
  await runDue(desk.dataSource, clock);
}

beforeAll(async () => {
  desk = await selfEscalating(clock);
  const [topic] = await desk.dataSource.query(
    `insert into topic (name, query) values ('Canoes', 'canoe') returning id`,
  );
  topicId = topic.id;
  const decidedAtOnce = await overdue(1);
  const late = await overdue(1);
  await overdue(3);
  const withoutDepartment = await overdue(2);
  await desk.dataSource.query(`update escalation set topic_id = $2 where id = $1`, [late, topicId]);
  await desk.dataSource.query(`update escalation_ask set department_id = null where escalation_id = $1`, [
    withoutDepartment,
  ]);
  await pass(5);
  await desk.decides(desk.lawyer, decidedAtOnce, { kind: 'returned', note: 'Send the form' });
  // Every chain of the others runs out, and goes round again.
  for (let turn = 0; turn < 8; turn += 1) await pass(15);
  await desk.decides(desk.lawyer, late, { kind: 'returned', note: 'Wait until Monday' });
});
afterAll(() => desk.workspace.close());

describe('the report', () => {
  const span = () => ({ from: began.toISOString(), to: new Date(now.getTime() + 1).toISOString() });
  type Filter = Partial<InputOf<typeof listEscalations>['query']>;
  const listed = async (filter: Filter): Promise<number> =>
    (
      await listPage(desk.dataSource.manager, desk.lawyer, {
        ...span(),
        realm: 'live',
        sort: 'newest',
        limit: 200,
        ...filter,
      })
    ).items.length;

  async function expectOpened(figures: EscalationFigures, filter: Filter): Promise<void> {
    for (const measure of ['asked', ...ESCALATION_MEASURES] as const) {
      expect({ measure, filter, count: await listed({ ...filter, measure }) }).toEqual({
        measure,
        filter,
        count: figures[measure],
      });
    }
  }

  it('counts what its lists hold: over all, by department or without one, by level, by topic or without one', async () => {
    const report = await readReport(desk.dataSource.manager, { ...span(), realm: 'live' });
    expect(report.total).toMatchObject({ asked: 4, decided: 2, open: 2 });
    expect(report.total.late).toBeGreaterThan(0);
    expect(report.total.exhausted).toBeGreaterThan(0);
    await expectOpened(report.total, {});
    expect(report.byDepartment.map(({ departmentId }) => departmentId).sort()).toEqual([desk.legal, null]);
    for (const line of report.byDepartment) {
      await expectOpened(line, { departmentId: line.departmentId ?? WITHOUT });
    }
    expect(report.byLevel.map(({ level }) => level)).toEqual([1, 2, 3]);
    for (const line of report.byLevel) await expectOpened(line, { level: [line.level] });
    expect(report.byTopic.map((line) => line.topicId).sort()).toEqual([topicId, null]);
    for (const line of report.byTopic) await expectOpened(line, { topicId: line.topicId ?? WITHOUT });
  });

  it('measures times from the moment the department was asked, in seconds', async () => {
    const { byTopic, total } = await readReport(desk.dataSource.manager, { ...span(), realm: 'live' });
    const ofTopic = byTopic.find((line) => line.topicId === topicId);
    expect(ofTopic?.decideP50).toBe(125 * 60);
    expect(total.decideP50).toBe((5 * 60 + 125 * 60) / 2);
    expect(await readReport(desk.dataSource.manager, { ...span(), realm: 'training' })).toMatchObject({
      total: { asked: 0, decideP50: null },
    });
  });
});
