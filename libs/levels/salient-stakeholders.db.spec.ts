import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stakeholderFieldsSchema } from '#contract/stakeholders';
import type { Actor } from '#platform/http';
import { StakeholderAuthorsService, StakeholdersService } from '#stakeholders';
import { readLevelDetail } from './level-detail.js';
import { addMentions, type LevelsWorkspace, levelsWorkspace } from './levels.fixture.js';

const NOW = new Date('2026-05-05T12:00:00Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

let workspace: LevelsWorkspace;
let anna: Actor;
let topicId: string;
beforeAll(async () => {
  workspace = await levelsWorkspace();
  anna = await workspace.person('Anna', 'community_manager');
  topicId = await workspace.topic('trains');
});
afterAll(() => workspace?.close());

/** A stakeholder that an account of this handle speaks for, and a severe post of it. */
async function speaks(handle: string, name: string, attributes: string) {
  const { dataSource } = workspace;
  const stakeholders = new StakeholdersService(dataSource);
  const { id } = await stakeholders.create(anna, {
    ...stakeholderFieldsSchema.parse({
      ...{ kind: 'group', category: 'authorities', name },
      ...{ hasPower: attributes.includes('P'), hasLegitimacy: attributes.includes('L') },
      hasUrgency: attributes.includes('U'),
    }),
    ...{ realm: 'live', power: 5, interest: 5 },
  });
  const [mentionId] = await addMentions(dataSource, topicId, 'live', [
    { at: ago(20), severity: 40, level: 1, author: handle },
  ]);
  const [author] = await dataSource.query(
    `insert into author (realm, network, key, handle) values ('live', 'x', $1, $1) returning id`,
    [handle],
  );
  await dataSource.query('update mention set author_id = $2 where id = $1', [mentionId, author.id]);
  await new StakeholderAuthorsService(dataSource).attach(
    anna,
    { stakeholderId: id, authorId: author.id },
    '',
  );
  return id;
}
const detail = () => readLevelDetail(workspace.dataSource.manager, topicId, 'live', null, NOW);
const salience = async () => {
  const { score } = await detail();
  return score.factors.find(({ factor }) => factor === 'salience');
};

describe('salient stakeholders who speak', () => {
  it('raise the score of the topic, and are named, the most salient first', async () => {
    await addMentions(workspace.dataSource, topicId, 'live', [{ at: ago(30), severity: 40, level: 1 }]);
    const before = await detail();
    expect((await salience())?.value).toBe(0);
    const unions = await speaks('unions', 'Intersyndicale', 'P');
    const regulator = await speaks('regulator', 'Autorité', 'PLU');
    await speaks('nobody', 'Sans classe', '');
    const factor = await salience();
    expect([factor?.value, factor?.evidence]).toEqual([1, { stakeholders: 2 }]);
    expect(factor?.stakeholders).toEqual([
      { id: regulator, name: 'Autorité' },
      { id: unions, name: 'Intersyndicale' },
    ]);
    const after = await detail();
    expect(after.score.score).toBeGreaterThan(before.score.score);
    expect(after.stakeholders.map(({ name, salience: of, mentions }) => [name, of, mentions])).toEqual([
      ['Autorité', 'definitive', 1],
      ['Intersyndicale', 'dormant', 1],
      ['Sans classe', 'none', 1],
    ]);
  });

  it('count no more once they are put away', async () => {
    const stakeholders = new StakeholdersService(workspace.dataSource);
    const { items } = await stakeholders.list({ realm: 'live', archived: false });
    for (const { id, version } of items) {
      await stakeholders.archive(anna, id, { archived: true, version });
    }
    const factor = await salience();
    expect([factor?.value, factor?.stakeholders]).toEqual([0, undefined]);
  });
});
