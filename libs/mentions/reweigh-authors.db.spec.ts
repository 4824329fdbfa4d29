import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Assessment, seedLexicon } from '#classification';
import { StakeholderAuthorsService, StakeholdersService } from '#stakeholders';
import { stakeholderFieldsSchema } from '#contract/stakeholders';
import type { Actor } from '#platform/http';
import { correct } from './correct-assessment.js';
import { Classifier } from './classify-batch.js';
import { drainQueue } from './drain-queue.js';
import { storePage } from './intake.js';
import { claimFresh } from './queue-claim.js';
import { reweighAuthors } from './reweigh-authors.js';
import {
  countersAndRecount,
  type SpecWorkspace,
  specWorkspace,
  talliesAndRecount,
} from './workspace.fixture.js';

const DAY_MS = 86_400_000;
let space: SpecWorkspace;
let anna: Actor;
let authors: StakeholderAuthorsService;
let stakeholders: StakeholdersService;
let posts = 0;

beforeAll(async () => {
  space = await specWorkspace();
  await space.dataSource.transaction((manager) => seedLexicon(manager));
  anna = await space.person('Anna', 'community_manager');
  authors = new StakeholderAuthorsService(space.dataSource);
  stakeholders = new StakeholdersService(space.dataSource);
  await space.dataSource.query(`insert into topic (name, query) values ('Chargeur', 'chargeur')`);
  await space.dataSource.query(`update revision set number = number + 1 where name = 'topics'`);
});
afterAll(() => space?.close());

const inspectorate = (name: string) =>
  stakeholders.create(anna, {
    ...stakeholderFieldsSchema.parse({ kind: 'group', category: 'authorities', name }),
    ...{ hasPower: true, hasLegitimacy: true, hasUrgency: true, realm: 'live', power: 9, interest: 9 },
  });

async function post(handle: string, daysAgo = 0, classify = true) {
  posts += 1;
  const [outcome] = await storePage(space.dataSource, [
    {
      ...{ realm: 'live', network: 'x', externalId: `reweigh-${posts}`, author: { handle } },
      text: `Votre chargeur a explosé dans les mains de mon fils, numéro ${posts}`,
      publishedAt: new Date(Date.now() - daysAgo * DAY_MS - posts * 1000),
    },
  ]);
  if (classify) await drainQueue(space.dataSource);
  if (!outcome || outcome.outcome !== 'stored') throw new Error(JSON.stringify(outcome));
  const [row] = await space.dataSource.query('select author_id from mention where id = $1', [
    outcome.mentionId,
  ]);
  return { id: outcome.mentionId, authorId: row.author_id as string };
}
async function read(id: string): Promise<{ severity: number; level: number; assessment: Assessment }> {
  const [row] = await space.dataSource.query(
    'select severity, level, assessment from mention where id = $1',
    [id],
  );
  return row;
}
const named = ({ reasons }: Assessment) =>
  reasons.find(({ code }) => code === 'stakeholder')?.params?.['stakeholder'] ?? null;
async function reweighAll() {
  while ((await reweighAuthors(space.dataSource)) > 0);
}

describe('when an author comes to speak for a stakeholder', () => {
  it('their last days weigh more, with the name as the reason, and the counters move along', async () => {
    const [recent, old] = [await post('inspection'), await post('inspection', 10)];
    const [before, unmoved] = [await read(recent.id), await read(old.id)];
    const made = await inspectorate('Inspection A');
    await authors.attach(anna, { stakeholderId: made.id, authorId: recent.authorId }, '');
    await reweighAll();
    const after = await read(recent.id);
    expect([after.severity - before.severity, named(after.assessment)]).toEqual([9, 'Inspection A']);
    expect(after.assessment.authorKind).toBe('official');
    expect(await read(old.id)).toEqual(unmoved);
    const { counted, recounted } = await countersAndRecount(space.dataSource);
    expect(counted).toEqual(recounted);
    const tallies = await talliesAndRecount(space.dataSource);
    expect(tallies.counted).toEqual(tallies.recounted);
    const asked = await space.dataSource.query('select realm from topic_level_ask');
    expect(asked).toContainEqual({ realm: 'live' });

    await authors.detach(anna, { stakeholderId: made.id, authorId: recent.authorId });
    await reweighAll();
    expect(await read(recent.id)).toEqual(before);
    const again = await talliesAndRecount(space.dataSource);
    expect(again.counted).toEqual(again.recounted);
  });

  it('a new post is weighed so at once', async () => {
    const first = await post('inspection_b');
    const made = await inspectorate('Inspection B');
    await authors.attach(anna, { stakeholderId: made.id, authorId: first.authorId }, '');
    expect(named((await read((await post('inspection_b')).id)).assessment)).toBe('Inspection B');
  });

  it('what a person corrected stays as corrected', async () => {
    const { id, authorId } = await post('inspection_c');
    await space.dataSource.transaction((manager) =>
      correct(manager, anna, id, { level: 1, reason: 'Vérifié sur place' }),
    );
    const corrected = await read(id);
    const made = await inspectorate('Inspection C');
    await authors.attach(anna, { stakeholderId: made.id, authorId }, '');
    await reweighAll();
    expect(await read(id)).toEqual(corrected);
  });

  it('a post that a classifier had read before the change is looked at once it is written', async () => {
    const { authorId } = await post('inspection_d');
    const { id } = await post('inspection_d', 0, false);
    const claimed = await claimFresh(space.dataSource, 10);
    const made = await inspectorate('Inspection D');
    await authors.attach(anna, { stakeholderId: made.id, authorId }, '');
    await reweighAuthors(space.dataSource);
    await new Classifier(space.dataSource).classify(claimed);
    expect(named((await read(id)).assessment)).toBeNull();
    await reweighAuthors(space.dataSource);
    expect(named((await read(id)).assessment)).toBe('Inspection D');
    expect(await space.dataSource.query('select from author_reweigh')).toEqual([]);
  });

  it('a change of its salience, and putting it away, weigh anew too', async () => {
    const { id, authorId } = await post('inspection_e');
    const plain = await read(id);
    const made = await inspectorate('Inspection E');
    await authors.attach(anna, { stakeholderId: made.id, authorId }, '');
    await reweighAll();
    const less = await stakeholders.change(anna, made.id, made.version, {
      ...made,
      ...{ ownerId: null, category: 'general_public', hasUrgency: false, hasPower: false },
    });
    await reweighAll();
    expect((await read(id)).severity - plain.severity).toBe(3);
    await stakeholders.archive(anna, made.id, { archived: true, version: less.version });
    await reweighAll();
    expect(await read(id)).toEqual(plain);
  });

  it('two workers at once come to the same, and the counters hold', async () => {
    const first = await post('inspection_f');
    for (let more = 0; more < 8; more += 1) await post('inspection_f');
    const made = await inspectorate('Inspection F');
    await authors.attach(anna, { stakeholderId: made.id, authorId: first.authorId }, '');
    await Promise.all([
      reweighAuthors(space.dataSource),
      reweighAuthors(space.dataSource),
      post('inspection_f'),
    ]);
    await reweighAll();
    const { counted, recounted } = await countersAndRecount(space.dataSource);
    expect(counted).toEqual(recounted);
  });
});
