import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { outcomeOf, type TestDatabase, testDatabase } from '#platform/testing';
import { ENTITIES } from '#schema';
import type { OwnMethod, WorkshopContent } from './contract.js';
import { METHODS } from './methods.js';
import { OwnMethodsService } from './own-methods.service.js';
import { planOfMethod } from './plan-of-method.js';
import { WorkshopReader } from './reader.service.js';
import { WorkshopsService } from './workshops.service.js';

let database: TestDatabase;
let dataSource: DataSource;
let methods: OwnMethodsService;
let anna: { personId: string; name: string };

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES, poolSize: 10 }).initialize();
  methods = new OwnMethodsService(dataSource);
  const [person] = await dataSource.query(
    `insert into person (email, name, roles, locale)
     values ('anna@lumen.example', 'Anna', '{crisis_lead}', 'fr') returning id`,
  );
  anna = { personId: person.id, name: 'Anna' };
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

const named = (fr: string): OwnMethod => {
  const { key: _, ...method } = METHODS[1]!;
  return { ...method, name: { fr, en: '' } };
};
const kept = (name: string) => methods.create({ basedOn: 'world-cafe', method: named(name) }, anna);
const actions = async (id: string): Promise<string[]> => {
  const rows: { action: string }[] = await dataSource.query(
    `select action from audit_entry where subject_type = 'workshop_method' and subject_id = $1 order by position`,
    [id],
  );
  return rows.map(({ action }) => action);
};

describe('methods of one’s own', () => {
  it('are kept in versions, and say what they were adapted from', async () => {
    const first = await kept('Café du soir');
    expect(first).toMatchObject({ version: 1, basedOn: 'world-cafe', key: `own-${first.id}-1` });
    const second = await methods.change(first.id, { version: 1, method: named('Café du matin') }, anna);
    expect(second).toMatchObject({ version: 2, key: `own-${first.id}-2` });
    const same = await methods.change(first.id, { version: 2, method: named('Café du matin') }, anna);
    expect(same.version).toBe(2);
    expect((await methods.read(first.id)).versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(await actions(first.id)).toEqual(['workshop_method.created', 'workshop_method.edited']);
  });

  it('are written over by nobody: of two who started from the same version one is told', async () => {
    const { id } = await kept('Duo');
    const both = await Promise.all(
      ['A', 'B'].map((name) => outcomeOf(methods.change(id, { version: 1, method: named(name) }, anna))),
    );
    expect(both.sort()).toEqual(['changed-meanwhile', 'done']);
  });

  it('are put away, not deleted', async () => {
    const { id } = await kept('Rangée');
    expect((await methods.archive(id, true, anna)).archivedAt).not.toBeNull();
    await methods.archive(id, true, anna);
    expect(await outcomeOf(methods.change(id, { version: 1, method: named('X') }, anna))).toBe(
      'workshop-method-archived',
    );
    expect((await methods.archive(id, false, anna)).archivedAt).toBeNull();
    expect(await actions(id)).toEqual([
      'workshop_method.created',
      'workshop_method.archived',
      'workshop_method.restored',
    ]);
    await expect(
      dataSource.query('delete from workshop_method_version where method_id = $1', [id]),
    ).rejects.toThrow();
  });

  it('are refused with a source that does not exist, or with characters that do not show', async () => {
    expect(await outcomeOf(methods.create({ basedOn: 'own-999-1', method: named('X') }, anna))).toBe(
      'unknown-method',
    );
    expect(await outcomeOf(methods.create({ basedOn: null, method: named('A\u202eB') }, anna))).toBe(
      'characters-not-allowed',
    );
  });

  it('stay with the workshop in the version that it was planned with', async () => {
    const { id, key, method } = await kept('Café v1');
    const workshops = new WorkshopsService(dataSource);
    const reader = new WorkshopReader(dataSource);
    const content: Omit<WorkshopContent, 'methodKey'> = {
      ...{ title: 'Q', sponsor: '', stake: '', strategy: '', objective: 'explore', people: 20 },
      ...{ minutes: 110, place: 'on_site', trust: 'medium', language: 'en', anonymousAllowed: true },
      ...{ plannedAt: null, topicId: null, rooms: [] },
      plan: planOfMethod({ ...method, key }, 'en', 'on_site'),
    };
    const workshopId = await workshops.create({ ...content, methodKey: key }, anna);
    await methods.change(id, { version: 1, method: named('Café v2') }, anna);
    expect((await reader.read(workshopId)).method.name).toEqual({ fr: 'Café v1', en: '' });
    const listed = await reader.list({ limit: 5 });
    expect(listed.items[0]?.method.name.fr).toBe('Café v1');
    expect(await outcomeOf(workshops.create({ ...content, methodKey: `own-${id}-9` }, anna))).toBe(
      'unknown-method',
    );
  });
});
