import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { WorkshopContent } from '#contract/workshops';
import { Department } from '#identity';
import { seal, unseal } from '#platform/sealing';
import { METHODS, planOfMethod } from '#rules/workshops';
import { TopicRow } from '#topics';
import {
  BoardService,
  ConductService,
  ContributionsService,
  HarvestService,
  OwnMethodsService,
  SeatsService,
  WorkshopsService,
} from '#workshops';
import { type DemoActor, demoPerson } from './demo-person.js';
import { HELD_WORKSHOP, OWN_METHOD, PREPARED_WORKSHOP } from './demo-workshops.js';
import { topicName } from './prepare-topics.js';
import { DEMO_TOPICS, type DemoTopicKey } from './topics.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** The workshop was held so long ago. */
const HELD_DAYS_AGO = 6;

/** One workshop in preparation and one that was held, by the very steps that people take. */
export async function prepareWorkshops(dataSource: DataSource, now: Date): Promise<void> {
  const facilitator = await demoPerson(dataSource, ({ roles }) => roles.includes('crisis_lead'));
  const workshops = new WorkshopsService(dataSource);
  await keepOwnMethod(dataSource, facilitator);
  if (!(await find(dataSource, PREPARED_WORKSHOP.title)))
    await workshops.create(await preparedContent(dataSource, now), facilitator);
  const held = await find(dataSource, HELD_WORKSHOP.title);
  const id = held?.id ?? (await workshops.create(await heldContent(dataSource, now), facilitator));
  // Each state is gone through once; a start that was cut short goes on from the state it reached.
  const conduct = conductFor(dataSource);
  const began = now.getTime() - HELD_DAYS_AGO * DAY_MS;
  if ((held?.state ?? 'draft') === 'draft') await conduct.move(id, { move: 'open' }, facilitator);
  if ((await stateOf(dataSource, id)) === 'open') {
    await seatPeople(dataSource, conduct, id, facilitator);
    await new BoardService(dataSource).draw(id, facilitator, 7);
    await conduct.move(id, { move: 'start' }, facilitator, new Date(began));
  }
  if ((await stateOf(dataSource, id)) === 'running') {
    await runThrough(dataSource, conduct, id, facilitator, began);
    const minutes = HELD_MINUTES.reduce((sum, count) => sum + count, 0);
    await conduct.move(id, { move: 'close' }, facilitator, new Date(began + minutes * MINUTE_MS));
  }
  await bringIn(dataSource, id, facilitator, now);
}

async function keepOwnMethod(dataSource: DataSource, facilitator: DemoActor): Promise<void> {
  const methods = new OwnMethodsService(dataSource);
  if ((await methods.list()).length > 0) return;
  const { basedOn, name, summary, rule } = OWN_METHOD;
  const { key: _, ...ready } = methodOf(basedOn);
  const method = { ...ready, name, summary, rules: [...ready.rules, rule] };
  await methods.create({ basedOn, method }, facilitator);
}

/** Minutes that the phases took in truth. */
const HELD_MINUTES = [12, 21, 19, 22, 31];

async function find(
  dataSource: DataSource,
  title: string,
): Promise<{ id: string; state: string } | undefined> {
  const [row]: { id: string; state: string }[] = await dataSource.query(
    'select id, state from workshop where title = $1 order by id limit 1',
    [title],
  );
  return row;
}

async function stateOf(dataSource: DataSource, id: string): Promise<string | undefined> {
  const [row]: { state: string }[] = await dataSource.query('select state from workshop where id = $1', [id]);
  return row?.state;
}

/** The link ends with the workshop, so that nothing has to be opened with this key later. */
function conductFor(dataSource: DataSource): ConductService {
  const key = randomBytes(32);
  return new ConductService(dataSource, {
    seal: (purpose, text) => seal(key, purpose, text),
    open: (purpose, sealed) => unseal(key, purpose, sealed),
  });
}

async function seatPeople(
  dataSource: DataSource,
  conduct: ConductService,
  id: string,
  facilitator: DemoActor,
): Promise<void> {
  const path = await conduct.changeLink(id, 'renew', facilitator);
  const token = path?.split('#')[1] ?? '';
  const seats = new SeatsService(dataSource);
  const there = (await seatsOf(dataSource, id)).length;
  for (const name of HELD_WORKSHOP.people.slice(there)) await seats.join(token, name, '127.0.0.1');
}

function seatsOf(
  dataSource: DataSource,
  id: string,
): Promise<{ seatId: string; name: string | null; number: number }[]> {
  return dataSource.query(
    'select id as "seatId", name, number from workshop_seat where workshop_id = $1 order by number',
    [id],
  );
}

/** Goes through the phases; everything is written in the last round, grouped and given dots in the harvest. */
async function runThrough(
  dataSource: DataSource,
  conduct: ConductService,
  id: string,
  facilitator: DemoActor,
  began: number,
): Promise<void> {
  const { phases } = heldPlan();
  const [run]: { key: string }[] = await dataSource.query(
    'select phase_key as key from workshop_run where workshop_id = $1 and ended_at is null',
    [id],
  );
  const first = phases.findIndex(({ key }) => key === run?.key);
  for (let from = first; from + 1 < phases.length; from += 1) {
    const minutes = HELD_MINUTES.slice(0, from + 1).reduce((sum, count) => sum + count, 0);
    const at = new Date(began + minutes * MINUTE_MS);
    await conduct.move(id, { move: 'phase', from, to: from + 1 }, facilitator, at);
  }
  const contributions = new ContributionsService(dataSource);
  const board = new BoardService(dataSource);
  const seats = await seatsOf(dataSource, id);
  const items: { id: string; cluster: number | null }[] = [];
  for (const [index, given] of HELD_WORKSHOP.items.entries()) {
    const seat = seats[given.by ?? 9];
    if (!seat) continue;
    const item = await contributions.write(
      id,
      { key: itemKey(id, index), kind: given.kind, text: given.text, phaseKey: 'round_3' },
      { seat, anonymous: given.by === null },
    );
    items.push({ id: item.id, cluster: given.cluster });
    for (const voter of seats.slice(0, given.dots)) await contributions.giveDots(id, voter, item.id, 1);
  }
  const clusters: unknown[] = await dataSource.query('select from workshop_cluster where workshop_id = $1', [
    id,
  ]);
  for (const [place, title] of HELD_WORKSHOP.clusters.entries()) {
    if (place < clusters.length) continue;
    const own = items.filter(({ cluster }) => cluster === place).map((item) => item.id);
    await board.createCluster(id, title, own);
  }
}

/** The same for the same item: writing it again changes nothing. */
function itemKey(workshopId: string, index: number): string {
  const hex = createHash('sha256').update(`workshop ${workshopId} item ${index}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function bringIn(dataSource: DataSource, id: string, facilitator: DemoActor, now: Date): Promise<void> {
  const harvest = new HarvestService(dataSource);
  const items: { id: string }[] = await dataSource.query(
    'select id from workshop_item where workshop_id = $1 order by id',
    [id],
  );
  const departments = await dataSource.getRepository(Department).find();
  for (const { item, departments: keys } of HELD_WORKSHOP.answers) {
    const asked = departments.filter(({ key }) => (keys as readonly string[]).includes(key));
    const found = items[item];
    if (found)
      await harvest.toAnswer(
        id,
        found.id,
        asked.map((one) => one.id),
        facilitator,
      );
  }
  for (const { item, departments: keys } of HELD_WORKSHOP.messages) {
    const asked = departments.filter(({ key }) => (keys as readonly string[]).includes(key));
    const found = items[item];
    const departmentIds = asked.map((one) => one.id);
    if (found) await harvest.toMessage(id, { itemId: found.id, setId: null, departmentIds }, facilitator);
  }
  for (const { item, stakeholder } of HELD_WORKSHOP.notes) {
    const [known]: { id: string }[] = await dataSource.query(
      `select id from stakeholder where realm = 'training' and name = $1`,
      [stakeholder],
    );
    const found = items[item];
    if (found && known) await harvest.toNote(id, found.id, known.id, facilitator);
  }
  const made: { text: string }[] = await dataSource.query(
    `select text from workshop_harvest where workshop_id = $1 and kind = 'action'`,
    [id],
  );
  for (const { item, owner, days, text } of HELD_WORKSHOP.actions) {
    if (made.some((one) => one.text === text)) continue;
    const { personId } = await demoPerson(dataSource, ({ email }) => email === owner);
    const dueOn = new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
    await harvest.toAction(
      id,
      { itemId: items[item]?.id ?? null, text, ownerId: personId, dueOn },
      facilitator,
    );
  }
}

function heldPlan() {
  return planOfMethod(methodOf('world-cafe'), 'fr', 'on_site');
}

async function heldContent(dataSource: DataSource, now: Date): Promise<WorkshopContent> {
  const { title, sponsor, stake, strategy, topic } = HELD_WORKSHOP;
  return {
    ...{ title, sponsor, stake, strategy, objective: 'explore', people: 12, minutes: 100 },
    ...{ place: 'on_site', trust: 'medium', language: 'fr', anonymousAllowed: true },
    plannedAt: new Date(now.getTime() - HELD_DAYS_AGO * DAY_MS).toISOString(),
    topicId: await topicId(dataSource, topic),
    methodKey: 'world-cafe',
    plan: heldPlan(),
    rooms: ['Loire', 'Rhône'].map((name) => ({ name, link: null, keeper: '' })),
  };
}

async function preparedContent(dataSource: DataSource, now: Date): Promise<WorkshopContent> {
  const { title, sponsor, stake, strategy, topic } = PREPARED_WORKSHOP;
  return {
    ...{ title, sponsor, stake, strategy, objective: 'solve', people: 10, minutes: 45 },
    ...{ place: 'remote', trust: 'medium', language: 'en', anonymousAllowed: true },
    plannedAt: new Date(now.getTime() + 3 * DAY_MS).toISOString(),
    topicId: await topicId(dataSource, topic),
    methodKey: 'brainstorming',
    plan: planOfMethod(methodOf('brainstorming'), 'en', 'remote', 45),
    rooms: [
      { name: 'Main room', link: 'https://video.lumen.example/first-hour', keeper: 'Julien Marchetti' },
    ],
  };
}

function methodOf(key: string) {
  const method = METHODS.find((one) => one.key === key);
  if (!method) throw new Error(`there is no method ${key}`);
  return method;
}

async function topicId(dataSource: DataSource, key: DemoTopicKey): Promise<string> {
  const demo = DEMO_TOPICS.find((one) => one.key === key);
  const row = demo && (await dataSource.getRepository(TopicRow).findOneBy({ name: topicName(demo) }));
  if (!row) throw new Error(`the demonstration refers to the topic ${key}, which is not there`);
  return row.id;
}
