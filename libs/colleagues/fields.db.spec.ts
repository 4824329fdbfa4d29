import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { permissionsOf } from '#platform/contract';
import { createDataSource } from '#platform/database';
import { refusalOf, type TestDatabase, testDatabase } from '#platform/testing';
import { ENTITIES } from '#schema';
import { FieldsService } from './fields.service.js';

let database: TestDatabase;
let dataSource: DataSource;
let fields: FieldsService;
let manager: { personId: string; name: string };

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES }).initialize();
  fields = new FieldsService(dataSource);
  const [row]: { id: string }[] = await dataSource.query(
    `insert into person (email, name, roles, locale) values ('mona@lumen.example', 'Mona', '{community_manager}', 'fr')
     returning id`,
  );
  manager = { personId: row!.id, name: 'Mona' };
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

describe('a newcomer', () => {
  it('becomes a colleague and nothing more, by a one-time link', async () => {
    const { colleague, invitationPath } = await fields.inviteNewcomer(
      { email: 'Lou@lumen.example', name: 'Lou', locale: 'fr', departmentIds: [], fieldIds: [] },
      manager,
    );
    expect(colleague).toMatchObject({ name: 'Lou', newcomer: true, allowed: true });
    expect(invitationPath).toMatch(/^\/invitation\?token=/);
    const [row] = await dataSource.query('select roles from person where id = $1', [colleague.id]);
    expect(row.roles).toEqual(['colleague']);
    expect(permissionsOf(['colleague'])).toEqual(['invitations.answer']);
  });

  it('is refused an unknown field, by name, and nobody is made', async () => {
    const found = await refusalOf(
      fields.inviteNewcomer(
        { email: 'max@lumen.example', name: 'Max', locale: 'fr', departmentIds: [], fieldIds: ['999'] },
        manager,
      ),
    );
    expect(found?.errors[0]).toMatchObject({ field: 'fieldIds', code: 'unknown-field' });
    expect(await dataSource.query(`select from person where email = 'max@lumen.example'`)).toEqual([]);
  });
});

describe('the list of fields', () => {
  it('has every name once, whatever the case, and offers no retired field', async () => {
    const field = await fields.create({ fr: 'Billets', en: 'Tickets' }, manager);
    const twice = await refusalOf(fields.create({ fr: 'billets', en: 'Other' }, manager));
    expect(twice?.errors[0]).toMatchObject({ field: 'name.fr', code: 'field-name-taken' });
    await fields.edit(field.id, { retired: true }, manager);
    const again = await fields.create({ fr: 'Billets', en: 'Tickets' }, manager);
    expect((await fields.list()).map(({ id, retired }) => ({ id, retired }))).toEqual([
      { id: again.id, retired: false },
      { id: field.id, retired: true },
    ]);
    const offered = await refusalOf(fields.edit(field.id, { retired: false }, manager));
    expect(offered?.errors[0]?.code).toBe('field-name-taken');
  });
});
