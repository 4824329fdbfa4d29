import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { MessageSetsService } from '../messages/message-sets.service.js';
import { StakeholderNotesService } from '../stakeholders/notes.service.js';
import { createDataSource } from '#platform/database';
import { Seals } from '#platform/sealing';
import { outcomeOf, type TestDatabase, testDatabase } from '#platform/testing';
import { ENTITIES } from '#schema';
import { ConductService } from './conduct.service.js';
import { ContributionsService } from './contributions.service.js';
import { HarvestService } from './harvest.service.js';
import { METHODS } from './methods.js';
import { planOfMethod } from './plan-of-method.js';
import { SeatsService } from './seats.service.js';
import { WorkshopReader } from './reader.service.js';
import { WorkshopsService } from './workshops.service.js';

let database: TestDatabase;
let dataSource: DataSource;
let harvest: HarvestService;
let conduct: ConductService;
let anna: { personId: string; name: string };
let department: string;
let stakeholderId: string;
let workshopId: string;
let write: (text: string, anonymous?: boolean) => Promise<string>;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES, poolSize: 10 }).initialize();
  harvest = new HarvestService(dataSource);
  const seals = new Seals({ secretKey: randomBytes(32).toString('base64') } as never);
  conduct = new ConductService(dataSource, seals);
  const one = async (sql: string): Promise<string> => {
    const [row]: { id: string }[] = await dataSource.query(sql);
    return row!.id;
  };
  anna = {
    personId: await one(
      `insert into person (email, name, roles, locale)
       values ('anna@lumen.example', 'Anna', '{crisis_lead}', 'fr') returning id`,
    ),
    name: 'Anna',
  };
  department = await one(
    `insert into department (key, name_fr, name_en) values ('legal', 'a', 'a') returning id`,
  );
  stakeholderId = await one(
    `insert into stakeholder (realm, kind, category, name, sort_name, power, interest, has_power, has_legitimacy,
       has_urgency) values ('live', 'group', 'residents', 'Riverains', 'riverains', 5, 5, false, true, true)
     returning id`,
  );
  const plan = planOfMethod(
    METHODS.find(({ key }) => key === 'brainstorming')!,
    'en',
    'on_site',
  );
  workshopId = await new WorkshopsService(dataSource).create(
    {
      ...{ title: 'Evenings', sponsor: '', stake: '', strategy: '', objective: 'explore', people: 20 },
      ...{ minutes: 45, place: 'on_site', trust: 'medium', language: 'en', anonymousAllowed: true },
      ...{ plannedAt: null, topicId: null, methodKey: 'brainstorming', plan, rooms: [] },
    },
    anna,
  );
  await conduct.move(workshopId, { move: 'open' }, anna);
  const token = (await conduct.link(workshopId))!.replace('/join#', '');
  const seats = new SeatsService(dataSource);
  const joined = await seats.join(token, 'Basile', '192.0.2.1');
  const seat = await seats.holder(workshopId, joined.token);
  await conduct.move(workshopId, { move: 'start' }, anna);
  await conduct.move(workshopId, { move: 'phase', from: 0, to: 1 }, anna);
  write = async (text, anonymous = false) =>
    (
      await new ContributionsService(dataSource).write(
        workshopId,
        { key: randomUUID(), kind: 'idea', text, phaseKey: 'diverge' },
        { seat, anonymous },
      )
    ).id;
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

const recorded = async (action: string): Promise<number> => {
  const [row]: { count: number }[] = await dataSource.query(
    'select count(*)::integer as count from audit_entry where action = $1',
    [action],
  );
  return row?.count ?? 0;
};
const reader = { personId: '1', departmentIds: [], permissions: [] };

describe('an item that becomes a key message', () => {
  it('begins a map, and stands there once however often it is asked for', async () => {
    const itemId = await write('We answer within the hour');
    const asked = { itemId, setId: null, departmentIds: [department] };
    const both = await Promise.all([
      harvest.toMessage(workshopId, asked, anna),
      harvest.toMessage(workshopId, asked, anna),
    ]);
    expect(both[0]!.id).toBe(both[1]!.id);
    const { messageSetId, messageKey } = both[0]!;
    const set = await new MessageSetsService(dataSource).read(messageSetId!, reader);
    expect(set).toMatchObject({ kind: 'map', inForce: false, newest: { number: 1, state: 'draft' } });
    expect(set.shown.messages).toEqual([
      { key: messageKey, text: { fr: '', en: 'We answer within the hour' }, proofs: [] },
    ]);
    expect(set.origins).toEqual([{ key: messageKey, workshop: { id: workshopId, title: 'Evenings' } }]);
    expect(await recorded('workshop.message_harvested')).toBe(1);
  });

  it('joins a draft that is there, up to three; the fourth is refused and changes nothing', async () => {
    const first = await harvest.toMessage(
      workshopId,
      { itemId: await write('One'), setId: null, departmentIds: [department] },
      anna,
    );
    const setId = first.messageSetId!;
    for (const text of ['Two', `Three ${'x'.repeat(300)}`])
      await harvest.toMessage(workshopId, { itemId: await write(text), setId, departmentIds: [] }, anna);
    const fourth = { itemId: await write('Four'), setId, departmentIds: [] };
    expect(await outcomeOf(harvest.toMessage(workshopId, fourth, anna))).toBe('message-set-full');
    const { shown } = await new MessageSetsService(dataSource).read(setId, reader);
    expect(shown.messages.map(({ text }) => text.en.slice(0, 5))).toEqual(['One', 'Two', 'Three']);
    expect(shown.messages[2]?.text.en).toHaveLength(200);
    expect(shown.revision).toBe(3);
  });

  it('needs departments for a new map', async () => {
    const itemId = await write('Whose?');
    expect(
      await outcomeOf(harvest.toMessage(workshopId, { itemId, setId: null, departmentIds: [] }, anna)),
    ).toBe('required');
  });
});

describe('an item that becomes a note on a stakeholder', () => {
  it('bears the name of its author, or none, and where it was said; once for each stakeholder', async () => {
    const named = await write('They sleep badly');
    const nameless = await write('They are angry', true);
    const note = await harvest.toNote(workshopId, named, stakeholderId, anna);
    expect(await harvest.toNote(workshopId, named, stakeholderId, anna)).toEqual(note);
    await harvest.toNote(workshopId, nameless, stakeholderId, anna);
    const notes = await new StakeholderNotesService(dataSource).list(stakeholderId, { limit: 10 });
    expect(notes.items).toMatchObject([
      { text: 'They are angry', saidBy: null, by: 'Anna', workshop: { id: workshopId, title: 'Evenings' } },
      { text: 'They sleep badly', saidBy: 'Basile', by: 'Anna' },
    ]);
    const said = { stakeholderId, noteId: notes.items[0]!.id };
    const corrected = new StakeholderNotesService(dataSource).correct(anna, said, { text: 'x', version: 1 });
    expect(await outcomeOf(corrected)).toBe('note-from-workshop');
    const { harvest: all } = await new WorkshopReader(dataSource).read(workshopId);
    expect(all.filter(({ kind }) => kind === 'note').map((one) => one.stakeholder?.name)).toEqual([
      'Riverains',
      'Riverains',
    ]);
    expect(await recorded('workshop.note_harvested')).toBe(2);
    expect(await recorded('stakeholder.noted')).toBe(2);
  });

  it('is refused for a stakeholder that is not there, or an item that was taken away', async () => {
    const itemId = await write('Nobody');
    expect(await outcomeOf(harvest.toNote(workshopId, itemId, '999', anna))).toBe('stakeholder-not-found');
    await dataSource.query('update workshop_item set hidden_at = now() where id = $1', [itemId]);
    expect(await outcomeOf(harvest.toNote(workshopId, itemId, stakeholderId, anna))).toBe('item-not-found');
  });
});

describe('pausing', () => {
  it('goes on record once, however often it is pressed', async () => {
    for (const move of ['pause', 'pause', 'resume', 'resume'] as const)
      expect(await conduct.move(workshopId, { move }, anna)).toBe('running');
    expect(await recorded('workshop.paused')).toBe(1);
    expect(await recorded('workshop.resumed')).toBe(1);
  });
});
