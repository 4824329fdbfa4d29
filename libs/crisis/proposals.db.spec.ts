import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CrisisWorld } from './crisis.fixture.js';
import { followLevels } from './proposals.js';
import { remindOverdue } from './remind-overdue.js';

let world: CrisisWorld;
beforeAll(async () => {
  world = await CrisisWorld.make();
});
afterAll(() => world.close());

const MINUTE = 60_000;
const follow = (now = new Date()) => followLevels(world.dataSource, now);
const proposalOf = async (topicId: string) =>
  (await world.incidents.proposals('live')).find(({ topic }) => topic.id === topicId);

it('is proposed at 2 and goes with the level; asked for at 3 and stays', async () => {
  const topicId = await world.topic(2);
  await Promise.all([follow(), follow(), follow()]);
  expect(await proposalOf(topicId)).toMatchObject({ level: 2, askedAt: null });
  await world.level(topicId, 1);
  await follow();
  expect(await proposalOf(topicId)).toBeUndefined();
  await world.level(topicId, 3);
  const asked = new Date();
  await Promise.all([follow(asked), follow(asked)]);
  expect((await proposalOf(topicId))?.askedAt).not.toBeNull();
  await world.level(topicId, 0);
  await follow(asked);
  expect(await proposalOf(topicId)).toMatchObject({ level: 3, currentLevel: 0 });
  const told = await world.notices('incident.asked');
  expect(told).toEqual([
    {
      personIds: [world.lead.personId, world.deputy.personId],
      link: `/incidents/new?topic=${topicId}&realm=live`,
    },
  ]);
  const since = new Date((await proposalOf(topicId))!.askedAt!).getTime();
  await Promise.all([follow(new Date(since + 16 * MINUTE)), follow(new Date(since + 17 * MINUTE))]);
  expect(await world.notices('incident.asked')).toHaveLength(2);
});

it('is declined with a reason, and proposed again when the level rises above', async () => {
  const topicId = await world.topic(2);
  await follow();
  const { id } = (await proposalOf(topicId))!;
  await world.incidents.declineProposal(world.lead, id, 'a known prank');
  await expect(world.incidents.declineProposal(world.deputy, id, 'x')).rejects.toMatchObject({
    code: 'proposal-decided',
    params: { by: 'Julien' },
  });
  await follow();
  expect(await proposalOf(topicId)).toBeUndefined();
  await world.level(topicId, 3);
  await follow();
  expect(await proposalOf(topicId)).toMatchObject({ level: 3 });
});

it('is settled by declaring', async () => {
  const topicId = await world.topic(3);
  await follow();
  await world.declare(topicId);
  await follow();
  expect(await proposalOf(topicId)).toBeUndefined();
});

it('what is overdue is told once, whoever looks, and again for another time', async () => {
  const { id } = await world.declare(await world.topic(2));
  const before = (await world.notices('incident.overdue')).length;
  const later = new Date(Date.now() + 5 * 3_600_000);
  await Promise.all([remindOverdue(world.dataSource, later), remindOverdue(world.dataSource, later)]);
  const once = (await world.notices('incident.overdue')).length;
  expect(once).toBeGreaterThan(before + 2);
  await remindOverdue(world.dataSource, later);
  expect(await world.notices('incident.overdue')).toHaveLength(once);
  const nextReportAt = new Date(Date.now() + 4 * 3_600_000).toISOString();
  await world.incidents.change(world.lead, id, { nextReportAt });
  await remindOverdue(world.dataSource, later);
  expect(await world.notices('incident.overdue')).toHaveLength(once + 1);
});
