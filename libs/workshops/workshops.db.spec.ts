import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { Seals } from '#platform/sealing';
import { outcomeOf, type TestDatabase, testDatabase } from '#platform/testing';
import { ENTITIES } from '#schema';
import { BoardService } from './board.service.js';
import { ConductService } from './conduct.service.js';
import type { WorkshopContent } from './contract.js';
import { ContributionsService } from './contributions.service.js';
import { HarvestService } from './harvest.service.js';
import { METHODS } from './methods.js';
import { planOfMethod } from './plan-of-method.js';
import { readHall, readItems } from './read-room.js';
import { WorkshopReader } from './reader.service.js';
import { type SeatHolder, SeatsService } from './seats.service.js';
import { WorkshopsService } from './workshops.service.js';

let database: TestDatabase;
let dataSource: DataSource;
let workshops: WorkshopsService;
let conduct: ConductService;
let seats: SeatsService;
let contributions: ContributionsService;
let board: BoardService;
let harvest: HarvestService;
let reader: WorkshopReader;
let anna: { personId: string; name: string };
let department: string;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES, poolSize: 20 }).initialize();
  workshops = new WorkshopsService(dataSource);
  conduct = new ConductService(
    dataSource,
    new Seals({ secretKey: randomBytes(32).toString('base64') } as never),
  );
  seats = new SeatsService(dataSource);
  contributions = new ContributionsService(dataSource);
  board = new BoardService(dataSource);
  harvest = new HarvestService(dataSource);
  reader = new WorkshopReader(dataSource);
  const [person] = await dataSource.query(
    `insert into person (email, name, roles, locale)
     values ('anna@lumen.example', 'Anna', '{crisis_lead}', 'fr') returning id`,
  );
  anna = { personId: person.id, name: 'Anna' };
  const [legal] = await dataSource.query(
    `insert into department (key, name_fr, name_en) values ('legal', 'a', 'a') returning id`,
  );
  department = legal.id;
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

const content = (methodKey: string): WorkshopContent => ({
  title: 'How do we answer on Sundays?',
  sponsor: 'Élise',
  stake: 'silence costs trust',
  strategy: 'answer within the hour',
  objective: 'explore',
  people: 20,
  minutes: 110,
  place: 'on_site',
  trust: 'medium',
  language: 'en',
  anonymousAllowed: true,
  plannedAt: null,
  topicId: null,
  methodKey,
  plan: planOfMethod(
    METHODS.find(({ key }) => key === methodKey)!,
    'en',
    'on_site',
  ),
  rooms: [],
});

async function opened(methodKey = 'brainstorming'): Promise<{ id: string; token: string }> {
  const id = await workshops.create(content(methodKey), anna);
  await conduct.move(id, { move: 'open' }, anna);
  return { id, token: (await conduct.link(id))!.replace('/join#', '') };
}

async function running(): Promise<{ id: string; token: string; seat: SeatHolder }> {
  const { id, token } = await opened();
  const joined = await seats.join(token, 'Basile', '192.0.2.1');
  const seat = await seats.holder(id, joined.token);
  await conduct.move(id, { move: 'start' }, anna);
  await conduct.move(id, { move: 'phase', from: 0, to: 1 }, anna);
  return { id, token, seat };
}

const idea = (text: string, key: string = randomUUID()) => ({
  key,
  kind: 'idea' as const,
  text,
  phaseKey: 'diverge',
});

describe('the link to a workshop', () => {
  it('gives seats, is kept only hashed and sealed, and ends when it is renewed', async () => {
    const { id, token } = await opened();
    const [row] = await dataSource.query(
      'select row_to_json(w)::text as text from workshop w where id = $1',
      [id],
    );
    expect(row.text).not.toContain(token);
    const first = await seats.join(token, null, '192.0.2.1');
    expect(first).toMatchObject({ workshopId: id, number: 1 });
    await conduct.changeLink(id, 'renew', anna);
    expect(await outcomeOf(seats.join(token, null, '192.0.2.1'))).toBe('join-link-invalid');
    expect(await seats.holder(id, first.token)).toMatchObject({ number: 1 });
    await conduct.changeSeat(id, first.seatId, { revoked: true }, anna);
    expect(await outcomeOf(seats.holder(id, first.token))).toBe('seat-unknown');
  });

  it('cannot be guessed: wrong tries are counted', async () => {
    for (let time = 0; time < 100; time += 1) await outcomeOf(seats.look('x'.repeat(43), '198.51.100.7'));
    expect(await outcomeOf(seats.look('x'.repeat(43), '198.51.100.7'))).toBe('too-many-attempts');
    expect(await outcomeOf(seats.look('x'.repeat(43), '198.51.100.8'))).toBe('join-link-invalid');
  });
});

describe('the run of show', () => {
  it('keeps its clock in rows: pauses are added up, and two who press next go on once', async () => {
    const { id } = await opened();
    const at = (minute: number) => new Date(Date.parse('2026-11-25T09:00:00Z') + minute * 60_000);
    await conduct.move(id, { move: 'start' }, anna, at(0));
    await conduct.move(id, { move: 'pause' }, anna, at(1));
    await conduct.move(id, { move: 'resume' }, anna, at(3));
    await conduct.move(id, { move: 'extend', minutes: 2 }, anna, at(3));
    expect((await readHall(dataSource.manager, id))!.run).toEqual({
      startedAt: at(0).toISOString(),
      minutes: 7,
      pausedMs: 120_000,
      pausedAt: null,
    });
    const next = { move: 'phase', from: 0, to: 1 } as const;
    const both = await Promise.all([
      outcomeOf(conduct.move(id, next, anna, at(8))),
      outcomeOf(conduct.move(id, next, anna, at(8))),
    ]);
    expect(both.sort()).toEqual(['changed-meanwhile', 'done']);
    await conduct.move(id, { move: 'close' }, anna, at(20));
    const { runs, state } = await reader.read(id);
    expect(state).toBe('closed');
    expect(runs.map(({ phaseKey, realMinutes }) => [phaseKey, realMinutes])).toEqual([
      ['frame', 6],
      ['diverge', 12],
    ]);
    const entries: { action: string }[] = await dataSource.query(
      `select action from audit_entry where subject_type = 'workshop' and subject_id = $1 order by position`,
      [id],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'workshop.created',
      'workshop.opened',
      'workshop.started',
      'workshop.paused',
      'workshop.resumed',
      'workshop.extended',
      'workshop.phase_begun',
      'workshop.closed',
    ]);
    expect(await outcomeOf(conduct.move(id, { move: 'start' }, anna))).toBe('transition-not-allowed');
  });

  it('leaves phases that have begun as they are', async () => {
    const { id } = await running();
    const { revision } = await reader.read(id);
    const changed = content('brainstorming');
    changed.plan.phases[1]!.title = 'Something else';
    expect(await outcomeOf(workshops.change(id, { ...changed, revision }, anna))).toBe('phase-begun');
    const later = content('brainstorming');
    later.plan.phases[3]!.minutes = 25;
    expect(await outcomeOf(workshops.change(id, { ...later, revision }, anna))).toBe('done');
    expect(await outcomeOf(workshops.change(id, { ...later, revision }, anna))).toBe('changed-meanwhile');
  });
});

describe('writing', () => {
  it('keeps one item however often it is sent, and knows nobody where it is anonymous', async () => {
    const { id, seat } = await running();
    const given = idea('A Sunday shift that turns');
    const author = { seat, anonymous: true };
    const sent = await Promise.all([1, 2, 3].map(() => contributions.write(id, given, author)));
    expect(new Set(sent.map((item) => item.id)).size).toBe(1);
    expect(sent[0]!.author).toBeNull();
    const [row] = await dataSource.query('select seat_id, person_id from workshop_item where id = $1', [
      sent[0]!.id,
    ]);
    expect(row).toEqual({ seat_id: null, person_id: null });
    expect(await outcomeOf(contributions.write(id, { ...given, text: 'other' }, author))).toBe(
      'key-of-another-item',
    );
  });

  it('is taken after its phase, for a connection may have been lost, but not before it, nor after the end', async () => {
    const { id, seat } = await running();
    const author = { seat, anonymous: false };
    await conduct.move(id, { move: 'phase', from: 1, to: 2 }, anna);
    expect((await contributions.write(id, idea('late'), author)).author).toEqual({
      seatId: seat.seatId,
      name: 'Basile',
    });
    expect(await outcomeOf(contributions.write(id, { ...idea('x'), phaseKey: 'choose' }, author))).toBe(
      'not-in-this-phase',
    );
    expect(await outcomeOf(contributions.write(id, { ...idea('x'), kind: 'story' }, author))).toBe(
      'not-in-this-phase',
    );
    await conduct.move(id, { move: 'close' }, anna);
    expect(await outcomeOf(contributions.write(id, idea('x'), author))).toBe('workshop-not-running');
  });
});

describe('dots', () => {
  it('stay within the budget when two tabs give at once', async () => {
    const { id, seat } = await running();
    const items = await Promise.all(
      [1, 2, 3, 4].map((number) =>
        contributions.write(id, idea(`idea ${number}`), { seat, anonymous: false }),
      ),
    );
    const first = items[0]!.id;
    expect(await outcomeOf(contributions.giveDots(id, seat, first, 1))).toBe('no-vote-now');
    await conduct.move(id, { move: 'phase', from: 1, to: 3 }, anna);
    for (let time = 0; time < 5; time += 1) {
      await Promise.all(
        items.flatMap((item) =>
          [1, 2, 3, 4].map((dots) => outcomeOf(contributions.giveDots(id, seat, item.id, dots))),
        ),
      );
      const [sum]: { dots: number; most: number }[] = await dataSource.query(
        'select sum(dots)::integer as dots, max(dots) as most from workshop_dot where seat_id = $1',
        [seat.seatId],
      );
      expect(sum!.dots).toBeLessThanOrEqual(5);
      expect(sum!.most).toBeLessThanOrEqual(3);
    }
    for (const item of items) await contributions.giveDots(id, seat, item.id, 0);
    expect(await contributions.giveDots(id, seat, first, 3)).toEqual({ [first]: 3 });
    expect((await readItems(dataSource.manager, id, [first]))[0]!.dots).toBe(3);
  });
});

describe('groups', () => {
  it('are drawn for what lies ahead, and who comes later finds a place', async () => {
    const { id, token } = await opened('world-cafe');
    expect(await outcomeOf(board.draw(id, anna, 1))).toBe('nobody-joined');
    for (let number = 0; number < 20; number += 1) await seats.join(token, `P${number}`, '192.0.2.1');
    const { met, bound } = await board.draw(id, anna, 1);
    expect(met).toBeGreaterThan(bound * 0.8);
    const late = await seats.join(token, 'Late', '192.0.2.1');
    const { draw } = (await readHall(dataSource.manager, id))!;
    expect(draw!.rounds).toHaveLength(3);
    for (const { groups } of draw!.rounds)
      expect(groups.filter(({ seatIds }) => seatIds.includes(late.seatId))).toHaveLength(1);
  });
});

describe('the board and the harvest', () => {
  it('groups, hides, drafts once, and keeps an action open until it is done', async () => {
    const { id, seat } = await running();
    const item = await contributions.write(id, idea('Publish the rota'), { seat, anonymous: false });
    const other = await contributions.write(id, idea('noise'), { seat, anonymous: false });
    const cluster = await board.createCluster(id, 'Rota', [item.id]);
    await board.arrange(id, other.id, { hidden: true }, anna);
    expect(await readItems(dataSource.manager, id)).toMatchObject([{ id: item.id, clusterId: cluster.id }]);

    const drafts = await Promise.all([1, 2].map(() => harvest.toAnswer(id, item.id, [department], anna)));
    expect(drafts[0]!.answerId).toBe(drafts[1]!.answerId);
    const given = { itemId: item.id, text: 'Write the rota', ownerId: anna.personId, dueOn: '2026-12-01' };
    const action = await harvest.toAction(id, given, anna);
    expect((await harvest.openActions(anna.personId)).map((one) => one.id)).toContain(action.id);
    const stranger = { personId: '999', name: 'x', permissions: [] };
    expect(await outcomeOf(harvest.changeAction(action.id, { done: true }, stranger))).toBe(
      'not-your-action',
    );
    const done = await harvest.changeAction(action.id, { done: true }, { ...anna, permissions: [] });
    expect(done).toMatchObject({ dueOn: '2026-12-01', done: { by: { name: 'Anna' } } });
    expect(await harvest.openActions(anna.personId)).toEqual([]);
    await board.dissolveCluster(id, cluster.id);
    expect((await readItems(dataSource.manager, id))[0]!.clusterId).toBeNull();
  });
});
