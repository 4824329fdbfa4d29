import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '#platform/http';
import { noticeText } from '#rules/notifications';
import { inTransaction } from '#platform/database';
import { DashboardWorld, post } from './dashboard.fixture.js';
import { DisplaysService } from './displays.service.js';
import { changeMailWishes, readMailWishes } from './mail-wishes.js';
import { tellLevelChanges, tellNextMorning } from './send-situation.js';

let world: DashboardWorld;
let elise: Actor;
let samir: Actor;
let topicId: string;

beforeAll(async () => {
  world = await DashboardWorld.make();
  elise = await world.person('Elise', 'executive');
  samir = await world.person('Samir', 'administrator');
  topicId = await world.topic('refund');
  await world.say(Array.from({ length: 20 }, (_, number) => post(number)));
});
afterAll(() => world?.close());
beforeEach(async () => {
  await world.dataSource.query('delete from notice');
});

const notices = (): Promise<{ kind: string; params: Record<string, string>; group_key: string }[]> =>
  world.dataSource.query('select kind, params, group_key from notice order by id');
const wish = (given: Partial<Parameters<typeof changeMailWishes>[2]>, now = new Date()) =>
  inTransaction(world.dataSource, ({ manager }) =>
    changeMailWishes(
      manager,
      elise.personId,
      {
        ...{ realm: 'live', morning: false, hour: 7, timeZone: 'Europe/Paris', atLevelChange: false },
        ...given,
      },
      now,
    ),
  );
const moved = (from: number, to: number) =>
  world.dataSource.query(
    `insert into topic_level_event (topic_id, realm, at, kind, from_level, to_level)
     values ($1, 'live', now(), $2, $3, $4)`,
    [topicId, to > from ? 'rose' : 'fell', from, to],
  );

describe('the situation of the morning', () => {
  it('is told once, however many workers look, and again the next day', async () => {
    await wish({ morning: true }, new Date('2026-03-28T05:00:00Z'));
    expect((await readMailWishes(world.dataSource.manager, elise.personId)).nextAt).toBe(
      '2026-03-28T06:00:00.000Z',
    );
    const hour = new Date('2026-03-28T06:00:05Z');
    const told = await Promise.all([1, 2, 3].map(() => tellNextMorning(world.dataSource, hour)));
    expect(told.filter(Boolean)).toHaveLength(1);
    expect(await tellNextMorning(world.dataSource, hour)).toBe(false);
    const [notice, ...others] = await notices();
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ kind: 'situation.morning' });
    expect(notice?.params['topics_fr']).toBe('Tous les sujets sont en veille.');
    expect(notice?.params['incident1_fr']).toBe('Aucun incident n’est ouvert.');
    // The clocks go forward that night: it is still seven o'clock there.
    expect((await readMailWishes(world.dataSource.manager, elise.personId)).nextAt).toBe(
      '2026-03-29T05:00:00.000Z',
    );
  });

  it('is told to nobody when telling fails half way, and then told after all', async () => {
    await wish({ morning: true }, new Date('2026-03-28T05:00:00Z'));
    await world.dataSource.query(
      `alter table notice add constraint nothing_goes check (kind <> 'situation.morning')`,
    );
    const hour = new Date('2026-03-28T06:00:05Z');
    await expect(tellNextMorning(world.dataSource, hour)).rejects.toThrow(/nothing_goes/);
    await world.dataSource.query('alter table notice drop constraint nothing_goes');
    expect(await tellNextMorning(world.dataSource, hour)).toBe(true);
    expect(await notices()).toHaveLength(1);
  });

  it('of a drill says before anything else that it is one', async () => {
    await wish({ morning: true, realm: 'training' }, new Date('2026-03-28T05:00:00Z'));
    await tellNextMorning(world.dataSource, new Date('2026-03-28T06:00:05Z'));
    const [notice] = await notices();
    expect(notice?.params).toMatchObject({ exercise_fr: 'EXERCICE', exercise_en: 'EXERCISE' });
    for (const [locale, begin] of [
      ['fr', 'EXERCICE – La situation'],
      ['en', 'EXERCISE – The situation'],
    ] as const)
      expect(noticeText('situation.morning', notice?.params ?? {}, 1, locale).title).toContain(begin);
  });

  it('that was missed by far is left out', async () => {
    await wish({ morning: true }, new Date('2026-03-28T05:00:00Z'));
    expect(await tellNextMorning(world.dataSource, new Date('2026-03-28T15:00:00Z'))).toBe(true);
    expect(await notices()).toEqual([]);
  });

  it('asks for a time zone that exists, and changes nothing otherwise', async () => {
    await wish({ morning: true, hour: 6 });
    await expect(wish({ morning: true, timeZone: 'Europe/Atlantis' })).rejects.toMatchObject({
      code: 'unknown-time-zone',
      errors: [expect.objectContaining({ field: 'timeZone' })],
    });
    expect(await readMailWishes(world.dataSource.manager, elise.personId)).toMatchObject({ hour: 6 });
  });
});

describe('the situation when a level moves', () => {
  it('is told once for all moves since the last time, and not of those before one asked', async () => {
    await moved(0, 1);
    await wish({ atLevelChange: true });
    await tellLevelChanges(world.dataSource, new Date());
    expect(await notices()).toEqual([]);
    await moved(1, 2);
    await moved(2, 3);
    await Promise.all([1, 2].map(() => tellLevelChanges(world.dataSource, new Date())));
    await tellLevelChanges(world.dataSource, new Date());
    const [notice, ...others] = await notices();
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ kind: 'situation.level' });
    expect(notice?.params).toMatchObject({
      moved_en: 'refund, crisis',
      move1_en: 'refund rose from Watch to Crisis.',
      move1_fr: 'refund est monté de Pré-alerte à Crise.',
    });
  });

  it('says that a topic is back where it stood, and names the incident that is open with what it waits for', async () => {
    await wish({ atLevelChange: true });
    await world.dataSource.query(
      `insert into incident (topic_id, realm, title, why, crisis_type, cluster, declared_level, declared_by, declared_at)
       values ($1, 'live', 'Batteries that burn', 'Three burns', 'product_defect', 'accidental', 3, $2, now())`,
      [topicId, samir.personId],
    );
    await moved(3, 4);
    await moved(4, 3);
    await tellLevelChanges(world.dataSource, new Date());
    const [notice] = await notices();
    expect(notice?.params).toMatchObject({
      move1_en: 'refund moved and is back at crisis.',
      incident1_en: 'Open incident: Batteries that burn – nobody leads yet – waits for somebody who leads.',
      incident1_fr:
        'Incident ouvert\u00A0: Batteries that burn – personne ne dirige encore – attend quelqu’un pour diriger.',
    });
    expect(notice?.params).not.toHaveProperty('incident2_en');
  });
});

describe('a wall screen', () => {
  it('shows the figures of its scope, keeps no secret in the database, and is shut at once', async () => {
    const displays = new DisplaysService(world.dataSource);
    const { display, path } = await displays.create(samir, {
      ...{ name: 'Crisis room', realm: 'live', topicId, locale: 'fr', days: 7 },
    });
    const token = path.split('#')[1] ?? '';
    const view = await displays.wall(token);
    expect(view).toMatchObject({ name: 'Crisis room', topic: 'refund', realm: 'live' });
    expect(view.topics.items.map((topic) => topic.topicId)).toEqual([topicId]);
    const { open, items } = view.incidents;
    expect([open, view.dashboard.figures.find(({ code }) => code === 'incidentsOpen')?.value]).toEqual([
      1, 1,
    ]);
    expect(items).toMatchObject([
      {
        title: 'Batteries that burn',
        topic: 'refund',
        lead: null,
        waitsFor: expect.arrayContaining([expect.objectContaining({ kind: 'lead' })]),
      },
    ]);
    const [row]: { kept: string }[] = await world.dataSource.query(
      `select to_jsonb(d)::text as kept from display_token d`,
    );
    expect(row?.kept).not.toContain(token);
    expect((await displays.list())[0]?.lastUsedAt).not.toBeNull();
    await displays.revoke(samir, display.id);
    await expect(displays.wall(token)).rejects.toMatchObject({ status: 401, code: 'display-not-known' });
    await expect(displays.revoke(samir, display.id)).rejects.toMatchObject({ code: 'display-already-shut' });
    const recorded: { action: string }[] = await world.dataSource.query(
      `select action from audit_entry where subject_type = 'display' order by position`,
    );
    expect(recorded.map(({ action }) => action)).toEqual(['display.created', 'display.revoked']);
  });

  it('that has expired is not told apart from one that never was', async () => {
    const displays = new DisplaysService(world.dataSource);
    const { path } = await displays.create(samir, {
      ...{ name: 'Lobby', realm: 'live', topicId: null, locale: 'en', days: 1 },
    });
    await world.dataSource.query(`update display_token set expires_at = now() - interval '1 second'`);
    const refusals = await Promise.all(
      [path.split('#')[1] ?? '', 'x'.repeat(43)].map((token) =>
        displays.wall(token).catch((error: { code: string; detail: string }) => [error.code, error.detail]),
      ),
    );
    expect(refusals[0]).toEqual(refusals[1]);
  });
});
