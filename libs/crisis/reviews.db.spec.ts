import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '#platform/database';
import { CrisisWorld } from './crisis.fixture.js';
import { remindOverdue } from './remind-overdue.js';
import { addAction, changeAction, listActions, readReview, saveReview } from './review.js';

let world: CrisisWorld;
beforeAll(async () => {
  world = await CrisisWorld.make();
});
afterAll(() => world.close());

const words = { happened: 'A', worked: 'B', failed: 'C', learned: 'D', noActions: false };
const read = (id: string) => readReview(world.dataSource.manager, id, new Date());
const save = (id: string, version: number, actor = world.lead) =>
  inTransaction(world.dataSource, ({ manager }) =>
    saveReview(manager, actor, id, { version, ...words }, new Date()),
  );
const ask = (id: string, dueAt: string, text = 'Test the batch') =>
  inTransaction(world.dataSource, ({ manager }) =>
    addAction(manager, world.lead, id, { text, ownerId: world.lawyer.personId, dueAt }, new Date()),
  );
const change = (actionId: string, body: object, actor = world.lawyer) =>
  inTransaction(world.dataSource, ({ manager }) => changeAction(manager, actor, actionId, body, new Date()));
const actions = (state: 'open' | 'settled') =>
  listActions(world.dataSource.manager, { realm: 'live', state }, new Date());

describe('a review', () => {
  it('begins empty, says what it lacks, and measures what has happened', async () => {
    const topicId = await world.topic(3, 10);
    const { id } = await world.declare(topicId, {
      roles: [{ role: 'legal', personId: world.lawyer.personId }],
    });
    await world.level(topicId, 1);
    const review = await read(id);
    expect(review).toMatchObject({ version: 0, lacks: ['happened', 'worked', 'failed', 'actions'] });
    const delays = new Map(review.delays.map((delay) => [delay.name, delay]));
    expect(Math.round(delays.get('declaration')!.seconds! / 60)).toBe(10);
    expect(delays.get('declaration')!.late).toBe(false);
    expect(delays.get('roles')!.seconds).toBeNull();
    expect(delays.get('statement')).toMatchObject({ seconds: null, targetSeconds: 1800 });
    expect(delays.get('calm')!.seconds).not.toBeNull();
  });

  it('of a second incident on a topic measures nothing of the first', async () => {
    const topicId = await world.topic(3, 600);
    await world.level(topicId, 0, 500);
    const { id, declaredAt, detectedAt, statementDueAt } = await world.declare(topicId);
    expect(detectedAt).toBe(declaredAt);
    expect(statementDueAt).toBeNull();
    expect((await read(id)).delays.find(({ name }) => name === 'declaration')?.seconds).toBe(0);
  });

  it('saved by two at once is saved by one', async () => {
    const { id } = await world.declare(await world.topic());
    const results = await Promise.allSettled([save(id, 0), save(id, 0, world.deputy)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await read(id)).toMatchObject({ version: 1, ...words, lacks: ['actions'] });
  });
});

describe('an action of a review', () => {
  it('stays visible until it is done, by its owner or the crisis lead', async () => {
    const { id } = await world.declare(await world.topic());
    await ask(id, '2020-01-01T00:00:00Z');
    const [action] = (await actions('open')).filter(({ incident }) => incident.id === id);
    expect(action).toMatchObject({ owner: { name: 'Helene' }, overdue: true, state: 'open' });
    await expect(change(action!.id, { state: 'done' }, world.manager)).rejects.toMatchObject({
      code: 'not-your-action',
    });
    expect(await change(action!.id, { state: 'done', note: 'no fault found' })).toMatchObject({
      state: 'done',
      overdue: false,
      done: { by: { name: 'Helene' } },
      note: 'no fault found',
    });
    await expect(change(action!.id, { state: 'dropped', note: 'x' })).rejects.toMatchObject({
      code: 'task-settled',
    });
    expect((await actions('open')).map(({ id: open }) => open)).not.toContain(action!.id);
    expect((await actions('settled')).map(({ id: settled }) => settled)).toContain(action!.id);
  });

  it('is told once when it is overdue, also of a closed incident', async () => {
    const topicId = await world.topic(1);
    const { id } = await world.declare(topicId);
    await world.incidents.move(world.lead, id, { move: 'conclude' });
    await save(id, 0);
    await ask(id, '2020-01-01T00:00:00Z', 'Renew the contract');
    await world.incidents.move(world.lead, id, { move: 'close' });
    const before = (await world.notices('incident.action_overdue')).length;
    await Promise.all([1, 2].map(() => remindOverdue(world.dataSource, new Date())));
    const told = await world.notices('incident.action_overdue');
    expect(told.slice(before)).toContainEqual({
      personIds: [world.lawyer.personId],
      link: '/incidents/actions',
    });
    await remindOverdue(world.dataSource, new Date());
    expect(await world.notices('incident.action_overdue')).toHaveLength(told.length);
  });
});
