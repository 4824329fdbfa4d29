import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import type { Actor } from '#platform/http';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { assess } from './assess.js';
import { ClassificationController } from './classification.controller.js';
import { DEFAULT_LEXICON } from './default-lexicon.js';
import { detectLanguage } from './language.js';
import { LexiconCache } from './lexicon-cache.js';
import { LexiconService } from './lexicon.service.js';
import { seedLexicon } from './seed-lexicon.js';

let database: TestDatabase;
let dataSource: DataSource;
let lexicon: LexiconService;
let actor: Actor;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: [] }).initialize();
  lexicon = new LexiconService(dataSource);
  const [person] = await dataSource.query(
    `insert into person (email, name, roles, locale) values ('a@example.org', 'Alix', '{administrator}', 'fr') returning id`,
  );
  actor = {
    personId: person.id,
    name: 'Alix',
    roles: ['administrator'],
    permissions: ['lexicon.write'],
    departmentIds: [],
    sessionId: '1',
  };
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

const term = (given = {}) => ({
  language: 'fr' as const,
  category: 'product_failure',
  term: 'zorglub cassé',
  weight: 9,
  active: true,
  ...given,
});

describe('the lexicon', () => {
  it('is seeded once, however often', async () => {
    const seeded = await seedLexicon(dataSource.manager);
    expect(seeded).toBeGreaterThan(500);
    expect(seeded).toBeLessThanOrEqual(DEFAULT_LEXICON.length);
    expect(await seedLexicon(dataSource.manager)).toBe(0);
  });

  it('takes effect as soon as a term is added, changed or removed, and each goes on record', async () => {
    const cache = new LexiconCache();
    const harm = async () =>
      assess(
        { text: 'Mon zorglub cassé ne marche pas du tout' },
        await cache.current(dataSource),
        detectLanguage,
      ).harm;
    await cache.current(dataSource);
    const added = await lexicon.add(actor, term({ category: 'environment' }));
    expect(await harm()).toBe('environment');
    await lexicon.change(actor, added.id, { active: false });
    expect(await harm()).not.toBe('environment');
    await lexicon.change(actor, added.id, { active: true, weight: 10 });
    expect(await harm()).toBe('environment');
    await lexicon.remove(actor, added.id);
    expect(await harm()).not.toBe('environment');
    const actions = await dataSource.query(
      `select action from audit_entry where subject_type = 'lexicon_entry' order by position`,
    );
    expect(actions.map((row: { action: string }) => row.action)).toEqual([
      'lexicon.entry_added',
      'lexicon.entry_changed',
      'lexicon.entry_changed',
      'lexicon.entry_removed',
    ]);
  });

  it('refuses what cannot be looked for, and names the field', async () => {
    const added = await lexicon.add(actor, term());
    await expect(lexicon.add(actor, term())).rejects.toMatchObject({
      code: 'lexicon-term-exists',
      errors: [{ field: 'term' }],
    });
    await expect(lexicon.add(actor, term({ category: 'boredom' }))).rejects.toMatchObject({
      code: 'unknown-category',
      errors: [{ field: 'category' }],
    });
    await expect(lexicon.add(actor, term({ term: 'a*' }))).rejects.toMatchObject({
      code: 'lexicon-term-invalid',
      params: { reason: 'prefix-too-short' },
    });
    const other = await lexicon.add(actor, term({ term: 'zorglub fendu' }));
    await expect(lexicon.change(actor, other.id, { term: added.term })).rejects.toMatchObject({
      code: 'lexicon-term-exists',
    });
    await expect(lexicon.change(actor, '999999', { weight: 1 })).rejects.toMatchObject({
      code: 'lexicon-entry-not-found',
    });
    await expect(lexicon.remove(actor, '999999')).rejects.toMatchObject({ status: 404 });
  });

  it('is listed in pages that miss nothing and repeat nothing', async () => {
    const ids = new Set<string>();
    let cursor: string | undefined;
    let listed = 0;
    do {
      const page = await lexicon.list({ language: 'fr', limit: 100, cursor });
      page.items.forEach(({ id }) => ids.add(id));
      listed += page.items.length;
      cursor = page.next ?? undefined;
    } while (cursor);
    const [{ n }] = await dataSource.query(
      `select count(*)::integer as n from lexicon_entry where language = 'fr'`,
    );
    expect([ids.size, listed]).toEqual([n, n]);
    const { items, categories } = await lexicon.list({ language: 'fr', search: 'ORGLUB', limit: 10 });
    expect(items.map((entry) => entry.term)).toEqual(['zorglub cassé', 'zorglub fendu']);
    expect(categories.find(({ category }) => category === 'product_failure')?.terms).toBeGreaterThan(2);
    expect((await lexicon.list({ search: '%', limit: 10 })).items).toEqual([]);
    await expect(lexicon.list({ limit: 10, cursor: 'x' })).rejects.toMatchObject({ code: 'cursor-invalid' });
  });

  it('can be tried on a text without storing anything', async () => {
    const controller = new ClassificationController(lexicon, dataSource);
    const tried = await controller.try({
      params: {},
      query: {},
      body: { text: 'Mon fils a été blessé par votre grille-pain, il est à l’hôpital', hasMedia: true },
    });
    expect(tried).toMatchObject({ language: 'fr', harm: 'injury_or_death', correctedBy: null });
    expect(tried.level).toBeGreaterThanOrEqual(2);
  });
});
