import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { setLevel } from '#levels';
import { inTransaction } from '#platform/database';
import { CrisisWorld } from './crisis.fixture.js';
import { readIncidentRecord } from './incident-record.js';
import { layOutReport } from './report-document.js';
import { timeIn } from './report-draft.js';

let world: CrisisWorld;
beforeAll(async () => {
  world = await CrisisWorld.make();
});
afterAll(() => world.close());

const byHand = (topicId: string, level: 0 | 1 | 2 | 3 | 4, minutes = 60) =>
  inTransaction(world.dataSource, ({ manager }) =>
    setLevel(
      manager,
      world.lead,
      topicId,
      {
        realm: 'live',
        level,
        until: new Date(Date.now() + minutes * 60_000).toISOString(),
        reason: 'seen on site',
      },
      new Date(),
    ),
  );

it('a topic that is renamed leaves the incident its title, and is called by its new name', async () => {
  const topicId = await world.topic();
  const { id, title } = await world.declare(topicId);
  await world.dataSource.query(`update topic set name = 'Cells' where id = $1`, [topicId]);
  expect(await world.incidents.read(id)).toMatchObject({ title, topic: { name: 'Cells', active: true } });
  const listed = await world.incidents.list({ realm: 'live', topicId, limit: 50 });
  expect(listed.items.find((one) => one.id === id)).toMatchObject({ title, topic: { name: 'Cells' } });
  const report = await world.reports.draft(world.lead, id);
  expect(report.data.topic).toBe('Cells');
});

it('a topic that is watched no more keeps its incident: it says so, and can be calmed by hand and concluded', async () => {
  const topicId = await world.topic();
  const { id } = await world.declare(topicId);
  await world.dataSource.query('update topic set active = false where id = $1', [topicId]);
  expect(await world.incidents.read(id)).toMatchObject({ level: 3, topic: { active: false } });
  await expect(world.incidents.move(world.lead, id, { move: 'conclude' })).rejects.toMatchObject({
    code: 'level-still-high',
  });
  await byHand(topicId, 1);
  expect((await world.incidents.read(id)).waitsFor.map(({ kind }) => kind)).toContain('conclude');
  expect(await world.incidents.move(world.lead, id, { move: 'conclude' })).toMatchObject({
    state: 'closing',
  });
  const { items } = await world.incidents.log(id, { order: 'newest', limit: 200 });
  expect(items.find(({ kind, by }) => kind === 'level' && by?.name === 'Julien')).toMatchObject({
    params: { from: 3, to: 1 },
    text: 'seen on site',
  });
});

it('a level by hand whose time is over is not called so any more, also where nobody evaluates the topic', async () => {
  const topicId = await world.topic();
  const { id } = await world.declare(topicId);
  expect((await world.incidents.read(id)).levelByHand).toBe(false);
  await byHand(topicId, 4);
  expect(await world.incidents.read(id)).toMatchObject({ level: 4, levelByHand: true });
  await world.dataSource.query(
    `update topic_level set manual_until = now() - interval '1 second' where topic_id = $1`,
    [topicId],
  );
  await world.dataSource.query('update topic set active = false where id = $1', [topicId]);
  expect(await world.incidents.read(id)).toMatchObject({ level: 4, levelByHand: false });
});

it('the times of a report are those of the zone that its reader asks for', async () => {
  const { id } = await world.declare(await world.topic());
  const report = await world.reports.draft(world.lead, id);
  const incident = await readIncidentRecord(world.dataSource.manager, id);
  for (const timeZone of ['Europe/Paris', 'America/Montreal', 'Asia/Kolkata']) {
    const document = JSON.stringify(layOutReport(incident, report, 'en', timeZone));
    expect(document).toContain(timeIn('en', timeZone)(report.dataAt));
  }
  const [paris, kolkata] = ['Europe/Paris', 'Asia/Kolkata'].map((zone) => timeIn('en', zone)(report.dataAt));
  expect(paris).not.toBe(kolkata);
});
