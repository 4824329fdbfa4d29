import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CrisisWorld } from './crisis.fixture.js';
import { openIncidents } from './open-incidents.js';
import { resumeRisen } from './resume-risen.js';
import { addAction, saveReview } from './review.js';

let world: CrisisWorld;
beforeAll(async () => {
  world = await CrisisWorld.make();
});
afterAll(() => world.close());

const words = { happened: 'A', worked: 'B', failed: 'C', learned: '', noActions: false };

describe('declaring an incident', () => {
  it('copies the checklist, offers the roles and leads at once when one leads oneself', async () => {
    const topicId = await world.topic();
    const roles = [{ role: 'legal' as const, personId: world.lawyer.personId }];
    const incident = await world.declare(topicId, { roles });
    expect(incident).toMatchObject({
      state: 'running',
      level: 3,
      lead: { name: 'Julien' },
      cluster: 'accidental',
    });
    expect(incident.tasks.length).toBeGreaterThan(8);
    expect(incident.offers.map(({ role, state }) => `${role} ${state}`)).toEqual([
      'legal proposed',
      'lead accepted',
    ]);
    expect(incident.waitsFor.map(({ kind }) => kind)).toEqual(['statement', 'roles', 'tasks']);
    expect(await world.notices('incident.role_offered')).toEqual([
      { personIds: [world.lawyer.personId], link: `/incidents/${incident.id}` },
    ]);
  });

  it('by two people at once gives one incident: the second is told of it', async () => {
    const topicId = await world.topic();
    const results = await Promise.allSettled([
      world.declare(topicId),
      world.declare(topicId, { leadId: world.deputy.personId }, world.deputy),
    ]);
    const [refused] = results.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    const [made] = results.filter(({ status }) => status === 'fulfilled') as PromiseFulfilledResult<{
      id: string;
    }>[];
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(refused!.reason).toMatchObject({
      code: 'incident-open-already',
      params: { incidentId: made!.value.id },
    });
  });

  it('refuses what is not there, by the name of the field, and keeps nothing', async () => {
    const topicId = await world.topic();
    const refused = (change: object) => expect(world.declare(topicId, change)).rejects;
    await refused({ type: 'nothing_known' }).toMatchObject({
      code: 'unknown-playbook',
      errors: [{ field: 'type' }],
    });
    await refused({ leadId: world.manager.personId }).toMatchObject({
      code: 'unknown-person',
      errors: [{ field: 'leadId' }],
    });
    const twice = { role: 'pr' as const, personId: world.lawyer.personId };
    await refused({ roles: [twice, twice] }).toMatchObject({
      code: 'role-named-twice',
      errors: [{ field: 'roles.1.role' }],
    });
    await refused({ topicId: '999999' }).toMatchObject({ code: 'topic-not-found' });
    expect(
      await openIncidents(world.dataSource.manager, { realm: 'live', topicId, now: new Date() }),
    ).toEqual([]);
  });

  it('freezes publications when that is asked, and only its lead releases them', async () => {
    const incident = await world.declare(await world.topic(), { freeze: true });
    expect(incident.freeze).toMatchObject({ by: { name: 'Julien' }, releasedAt: null });
    await expect(world.incidents.unfreeze(world.deputy, incident.id, 'calm')).rejects.toMatchObject({
      code: 'not-the-lead',
    });
    await expect(world.incidents.freeze(world.lead, incident.id, 'again')).rejects.toMatchObject({
      code: 'frozen-already',
    });
    const released = await world.incidents.unfreeze(world.lead, incident.id, 'calm');
    expect(released.freeze?.releasedBy).toMatchObject({ name: 'Julien' });
    await expect(world.incidents.unfreeze(world.lead, incident.id, 'calm')).rejects.toMatchObject({
      code: 'not-frozen',
    });
  });
});

describe('roles', () => {
  it('an incident begins when its lead accepts', async () => {
    const declared = await world.declare(await world.topic(), { leadId: world.deputy.personId });
    expect(declared).toMatchObject({ state: 'declared', lead: null, offeredLead: { name: 'Maud' } });
    expect(declared.waitsFor[0]).toMatchObject({ kind: 'lead', overdue: false });
    const at = { incidentId: declared.id, offerId: declared.offers[0]!.id };
    await expect(world.incidents.answerOffer(world.lead, at, { answer: 'accept' })).rejects.toMatchObject({
      code: 'not-your-offer',
    });
    const running = await world.incidents.answerOffer(world.deputy, at, { answer: 'accept' });
    expect(running).toMatchObject({ state: 'running', lead: { name: 'Maud' } });
    await expect(world.incidents.answerOffer(world.deputy, at, { answer: 'accept' })).rejects.toMatchObject({
      code: 'transition-not-allowed',
    });
  });

  it('the lead is handed over with a written state, and leads until the other accepts', async () => {
    const { id } = await world.declare(await world.topic());
    const to = { role: 'lead' as const, personId: world.deputy.personId };
    await expect(world.incidents.offer(world.lead, id, to)).rejects.toMatchObject({
      code: 'hand-over-needed',
    });
    await expect(world.incidents.offer(world.deputy, id, { ...to, handOver: 'x' })).rejects.toMatchObject({
      code: 'not-the-lead',
    });
    const offered = await world.incidents.offer(world.lead, id, {
      ...to,
      handOver: 'Press at 8, batch B-17 is recalled',
    });
    expect(offered.lead?.name).toBe('Julien');
    const offerId = offered.offers[0]!.id;
    const accepted = await world.incidents.answerOffer(
      world.deputy,
      { incidentId: id, offerId },
      { answer: 'accept' },
    );
    expect(accepted.lead?.name).toBe('Maud');
    expect(accepted.offers.map(({ state }) => state)).toEqual(['accepted', 'replaced']);
    const { items } = await world.incidents.log(id, { order: 'newest', limit: 200 });
    expect(items.find(({ event }) => event === 'lead_handed_over')?.params).toMatchObject({
      before: 'Julien',
      handOver: 'Press at 8, batch B-17 is recalled',
    });
  });

  it('an offer that was declined can be made to somebody else', async () => {
    const roles = [{ role: 'legal' as const, personId: world.lawyer.personId }];
    const { id, offers } = await world.declare(await world.topic(), { roles });
    await world.incidents.answerOffer(
      world.lawyer,
      { incidentId: id, offerId: offers[0]!.id },
      { answer: 'decline', reason: 'on leave' },
    );
    const again = await world.incidents.offer(world.lead, id, {
      role: 'legal',
      personId: world.manager.personId,
    });
    expect(again.offers.filter(({ role }) => role === 'legal').map(({ state }) => state)).toEqual([
      'proposed',
      'declined',
    ]);
  });
});

describe('the log', () => {
  it('cannot be rewritten, not even in the database; a correction is a new line', async () => {
    const { id } = await world.declare(await world.topic());
    const line = { kind: 'fact' as const, basis: 'call', nextCheckAt: null, refersTo: null };
    const first = await world.incidents.write(world.manager, id, { ...line, text: 'Two injured' });
    for (const sql of [
      `update incident_log set text = 'x' where id = $1`,
      'delete from incident_log where id = $1',
    ])
      await expect(world.dataSource.query(sql, [first.logId])).rejects.toThrow('append-only');
    const refersTo = { entryId: first.logId!, as: 'corrects' as const };
    const second = await world.incidents.write(world.lead, id, { ...line, text: 'Three injured', refersTo });
    const { items } = await world.incidents.log(id, { order: 'newest', limit: 200 });
    expect(items.find(({ logId }) => logId === first.logId)).toMatchObject({
      text: 'Two injured',
      correctedBy: second.logId,
    });
    await expect(
      world.incidents.write(world.lead, id, { ...line, text: 'Four', refersTo }),
    ).rejects.toMatchObject({ code: 'already-corrected' });
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    await expect(
      world.incidents.write(world.lead, id, { ...line, text: 'x', at: ahead }),
    ).rejects.toMatchObject({ errors: [{ field: 'at' }] });
  });

  it('is read to its last line, page by page, from either end', async () => {
    const { id } = await world.declare(await world.topic());
    const at = new Date(Date.now() - 60_000).toISOString();
    const line = { kind: 'fact' as const, basis: '', nextCheckAt: null, refersTo: null, at };
    // All at one moment: the place in the list is the line, not the time alone.
    for (const text of ['one', 'two', 'three', 'four', 'five'])
      await world.incidents.write(world.manager, id, { ...line, text });
    const all = async (order: 'newest' | 'oldest', limit: number) => {
      const keys: string[] = [];
      for (let cursor: string | undefined; ;) {
        const { items, next } = await world.incidents.log(id, { order, cursor, limit });
        keys.push(...items.map(({ key }) => key));
        if (next === null) return keys;
        cursor = next;
      }
    };
    const whole = await all('newest', 200);
    expect(new Set(whole).size).toBe(whole.length);
    expect(whole.length).toBeGreaterThan(5);
    expect(await all('newest', 2)).toEqual(whole);
    expect(await all('oldest', 2)).toEqual(whole.toReversed());
    await expect(
      world.incidents.log(id, { order: 'newest', cursor: 'bm90LW9uZQ', limit: 2 }),
    ).rejects.toMatchObject({ errors: [{ field: 'cursor', code: 'cursor-invalid' }] });
  });

  it('shows moves of the level once, beside what people wrote', async () => {
    const topicId = await world.topic(2);
    const { id } = await world.declare(topicId);
    await world.level(topicId, 3);
    const { items } = await world.incidents.log(id, { order: 'newest', limit: 200 });
    expect(items.filter(({ kind }) => kind === 'level').map(({ params }) => params)).toEqual([
      { from: 2, to: 3 },
      { from: 0, to: 2 },
    ]);
  });
});

describe('closing', () => {
  it('needs a calm level, free publications and a complete review', async () => {
    const topicId = await world.topic();
    const { id } = await world.declare(topicId, { freeze: true });
    const move = (name: 'conclude' | 'close' | 'reopen', reason?: string) =>
      world.incidents.move(world.lead, id, { move: name, reason });
    await expect(move('conclude')).rejects.toMatchObject({ code: 'level-still-high' });
    await world.level(topicId, 1);
    expect(await move('conclude')).toMatchObject({
      state: 'closing',
      nextReportAt: null,
      obstacles: ['freeze', 'happened', 'worked', 'failed', 'actions'],
    });
    await expect(move('close')).rejects.toMatchObject({ code: 'still-frozen' });
    await world.incidents.unfreeze(world.lead, id, 'calm');
    await expect(move('close')).rejects.toMatchObject({
      code: 'review-incomplete',
      params: { lacks: 'happened, worked, failed, actions' },
    });
    const { manager } = world.dataSource;
    await saveReview(manager, world.lead, id, { version: 0, ...words }, new Date());
    await expect(
      saveReview(manager, world.deputy, id, { version: 0, ...words }, new Date()),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await addAction(
      manager,
      world.lead,
      id,
      { text: 'Test the batch', ownerId: world.lawyer.personId, dueAt: '2026-12-01T00:00:00Z' },
      new Date(),
    );
    expect(await move('close')).toMatchObject({ state: 'closed', waitsFor: [], obstacles: [] });
    await expect(
      world.incidents.addTask(world.manager, id, {
        label: 'x',
        role: 'pr',
        ownerId: null,
        dueAt: '2026-12-01T00:00:00Z',
      }),
    ).rejects.toMatchObject({ code: 'incident-closed' });
    expect(await move('reopen', 'a new burn')).toMatchObject({
      state: 'running',
      reopened: 1,
      closedAt: null,
    });
  });

  it('is taken back when the level rises again, once for any number of workers', async () => {
    const topicId = await world.topic(1);
    const { id } = await world.declare(topicId);
    await world.incidents.move(world.lead, id, { move: 'conclude' });
    await world.level(topicId, 3);
    await Promise.all([1, 2, 3].map(() => resumeRisen(world.dataSource, new Date())));
    expect((await world.incidents.read(id)).state).toBe('running');
    const { items } = await world.incidents.log(id, { order: 'newest', limit: 200 });
    expect(items.filter(({ event }) => event === 'resumed')).toHaveLength(1);
  });
});

it('a line of the checklist is ticked off by one of two people', async () => {
  const { id, tasks } = await world.declare(await world.topic());
  const at = { incidentId: id, taskId: tasks[0]!.id };
  const results = await Promise.allSettled(
    [world.lead, world.manager].map((actor) => world.incidents.changeTask(actor, at, { state: 'done' })),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await world.incidents.changeTask(world.lead, at, { state: 'open' })).toMatchObject({
    state: 'running',
  });
});
