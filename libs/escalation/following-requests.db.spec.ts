import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { followRequests } from './follow-requests.js';
import { runDue } from './engine.js';
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

describe('a missing answer that is overdue', () => {
  const request = async (minutesAgo = 1, level = 1): Promise<string> => {
    const [row] = await desk.dataSource.query(
      `insert into answer_request (realm, question, level, department_ids, asked_by, due_at)
       values ('live', 'May one bring a canoe?', $1, array[$2]::bigint[], $3, $4) returning id`,
      [level, desk.legal, desk.asker.personId, new Date(now.getTime() - minutesAgo * 60_000)],
    );
    return row.id;
  };
  const move = (id: string, state: string) =>
    desk.dataSource.query(`update answer_request set state = $2 where id = $1`, [id, state]);
  const follow = () => followRequests(desk.dataSource, clock);

  it('is escalated to its departments once, whatever the number of workers and turns', async () => {
    const id = await request();
    const inTime = await request(-5);
    await Promise.all([desk.dataSource, ...desk.others].map((one) => followRequests(one, clock)));
    await follow();
    const [escalation, ...more] = await desk.ofSubject('answer_request', id);
    expect(more).toEqual([]);
    expect(escalation).toMatchObject({
      state: 'open',
      level: 1,
      openedBy: null,
      question: 'May one bring a canoe?',
      asks: [{ departmentId: desk.legal, state: 'open' }],
    });
    expect(await desk.ofSubject('answer_request', inTime)).toEqual([]);
    pass(6);
    await follow();
    expect(await desk.ofSubject('answer_request', inTime)).toHaveLength(1);
  });

  it('closes its escalation by itself once the answer is there, and asks again when that is lost', async () => {
    const id = await request();
    await follow();
    const [first] = await desk.ofSubject('answer_request', id);
    await move(id, 'ready');
    await Promise.all([desk.dataSource, ...desk.others].map((one) => followRequests(one, clock)));
    expect((await desk.ofSubject('answer_request', id))[0]).toMatchObject({
      state: 'closed',
      closeReason: 'cause_over',
      asks: [{ state: 'withdrawn' }],
    });
    expect((await desk.logged(first!.id)).filter((kind) => kind === 'closed')).toHaveLength(1);
    await move(id, 'open');
    await follow();
    expect((await desk.ofSubject('answer_request', id)).map(({ state }) => state)).toEqual([
      'open',
      'closed',
    ]);
  });

  it('is begun by the decision to write it, in the same transaction, and waits for the answer', async () => {
    const id = await request();
    await follow();
    const [escalation] = await desk.ofSubject('answer_request', id);
    await expect(
      desk.decides(desk.lawyer, escalation!.id, {
        kind: 'write_answer',
        draft: { language: 'en', question: 'x', body: 'y' },
      }),
    ).rejects.toMatchObject({ code: 'draft-from-request', errors: [{ field: 'draft' }] });
    await desk.decides(desk.lawyer, escalation!.id, { kind: 'write_answer' });
    const [row] = await desk.dataSource.query(
      `select state, answer_id as "answerId" from answer_request where id = $1`,
      [id],
    );
    expect(row).toEqual({ state: 'drafted', answerId: expect.any(String) });
    const [decided] = await desk.ofSubject('answer_request', id);
    expect(decided).toMatchObject({ state: 'decided', outcome: { draftAnswerId: row.answerId } });
    const told = await desk.dataSource.query(
      `select person_ids::text[] as people from notice where kind = 'escalation.decided' and link = $1`,
      [`/escalations/${escalation!.id}`],
    );
    expect(told).toEqual([{ people: [desk.asker.personId] }]);
    await follow();
    expect(await desk.ofSubject('answer_request', id)).toHaveLength(1);
    await move(id, 'ready');
    await follow();
    expect((await desk.ofSubject('answer_request', id))[0]?.state).toBe('closed');
  });

  it('is declined by the decision that nobody will, with its reason; not without one, nor where it is not allowed', async () => {
    const id = await request();
    await follow();
    const [escalation] = await desk.ofSubject('answer_request', id);
    await expect(
      desk.decides(desk.lawyer, escalation!.id, { kind: 'no_reply', reason: 'not_about_us' }),
    ).rejects.toMatchObject({ code: 'required', errors: [{ field: 'note' }] });
    await expect(desk.decides(desk.lawyer, escalation!.id, { kind: 'use_answer' })).rejects.toMatchObject({
      code: 'decision-not-for-subject',
      errors: [{ field: 'kind' }],
    });
    await desk.decides(desk.lawyer, escalation!.id, {
      kind: 'no_reply',
      reason: 'not_about_us',
      note: 'Canoes are not ours to speak of.',
    });
    const [row] = await desk.dataSource.query(
      `select state, end_reason as reason, ended_by as by from answer_request where id = $1`,
      [id],
    );
    expect(row).toEqual({
      state: 'declined',
      reason: 'Canoes are not ours to speak of.',
      by: desk.lawyer.personId,
    });
    expect((await desk.ofSubject('answer_request', id))[0]).toMatchObject({
      state: 'closed',
      closeReason: 'done',
    });
  });

  it('is not asked about again once it was given back with advice, until it becomes more urgent', async () => {
    const id = await request();
    await follow();
    const [first] = await desk.ofSubject('answer_request', id);
    await desk.decides(desk.lawyer, first!.id, { kind: 'returned', note: 'Say that we look into it' });
    await follow();
    expect(await desk.ofSubject('answer_request', id)).toHaveLength(1);
    await desk.dataSource.query(`update answer_request set level = 3 where id = $1`, [id]);
    await follow();
    expect((await desk.ofSubject('answer_request', id)).map(({ state, level }) => [state, level])).toEqual([
      ['open', 3],
      ['closed', 1],
    ]);
  });

  it('raises the escalation that stands when it becomes more urgent: asked at once, by the policy of that level', async () => {
    const id = await request();
    await follow();
    await runDue(desk.dataSource, clock);
    await desk.dataSource.query(`update answer_request set level = 3 where id = $1`, [id]);
    await Promise.all([desk.dataSource, ...desk.others].map((one) => followRequests(one, clock)));
    await runDue(desk.dataSource, clock);
    const [escalation] = await desk.ofSubject('answer_request', id);
    expect(escalation).toMatchObject({ level: 3, policy: { name: 'Crisis' } });
    expect((await desk.logged(escalation!.id)).join(' ')).toBe(
      'opened asked exhausted raised asked exhausted',
    );
    const asked = await desk.dataSource.query(
      `select distinct p.name from escalation_asked q join person p on p.id = q.person_id where q.escalation_id = $1 order by 1`,
      [escalation!.id],
    );
    expect(asked.map(({ name }: { name: string }) => name)).toEqual(['Helene', 'Julien']);
  });
});
