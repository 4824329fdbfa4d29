import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seedLexicon } from '#classification';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { addTopic } from '#topics';
import { drainQueue } from './drain-queue.js';
import { eraseMentions } from './erase-mentions.js';
import { storePage } from './intake.js';
import { readDetail } from './mention-detail.js';
import { claimFresh } from './queue-claim.js';
import { Classifier } from './classify-batch.js';
import { TriageService } from './triage.service.js';
import { takeWordings, wordingAt } from './wordings.js';
import {
  countersAndRecount,
  incoming,
  specWorkspace,
  type SpecWorkspace,
  talliesAndRecount,
} from './workspace.fixture.js';

let workspace: SpecWorkspace;
let camille: Actor;
let delivery: string;
let numbers = 5000;

beforeAll(async () => {
  workspace = await specWorkspace();
  await workspace.dataSource.transaction((manager) => seedLexicon(manager));
  camille = await workspace.person('Camille', 'community_manager');
  delivery = await inTransaction(workspace.dataSource, ({ manager }) =>
    addTopic(manager, null, { name: 'delivery', description: '', query: 'delivery' }),
  );
});
afterAll(() => workspace?.close());

const CALM = 'Nice weather in town today';
const THREAT = 'My daughter was seriously injured by your delivery van, she is in hospital';
const minute = (at: number) => new Date(Date.UTC(2026, 2, 3, 12, at));

async function post(text: string) {
  numbers += 1;
  const number = numbers;
  const page = (change: { text: string; editedAt?: Date }) =>
    storePage(workspace.dataSource, [incoming(number, change)]);
  const [outcome] = await page({ text });
  if (outcome?.outcome !== 'stored') throw new Error(JSON.stringify(outcome));
  await drainQueue(workspace.dataSource);
  return {
    id: outcome.mentionId,
    edit: (to: string, at: number) => page({ text: to, editedAt: minute(at) }),
  };
}
const detail = (id: string) => readDetail(workspace.dataSource.manager, id);

describe('a post that its author changed', () => {
  it('is judged anew, keeps who handles it and what it said, and counts once', async () => {
    const { id, edit } = await post(CALM);
    await new TriageService(workspace.dataSource).decideOne(camille, id, { action: 'take', version: 1 });
    expect((await detail(id)).level).toBe(0);
    await edit(THREAT, 5);
    await drainQueue(workspace.dataSource);
    const after = await detail(id);
    expect(after).toMatchObject({ text: THREAT, state: 'in_progress', topicIds: [delivery] });
    expect(after.level).toBeGreaterThan(0);
    expect(after.edits).toEqual([{ editedAt: minute(5).toISOString(), textBefore: CALM }]);
    await edit(CALM, 9);
    await drainQueue(workspace.dataSource);
    expect(await detail(id)).toMatchObject({ text: CALM, level: 0, topicIds: [] });
    for (const { counted, recounted } of [
      await countersAndRecount(workspace.dataSource),
      await talliesAndRecount(workspace.dataSource),
    ])
      expect(counted).toEqual(recounted);
  });

  it('reads as at its newest change, in whatever order and however often they come', async () => {
    const changes = fc.array(fc.record({ at: fc.integer({ min: 1, max: 9 }), drain: fc.boolean() }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const { id, edit } = await post(CALM);
        for (const { at, drain } of list) {
          await edit(`The delivery, as of minute ${at}`, at);
          if (drain) await drainQueue(workspace.dataSource);
        }
        await drainQueue(workspace.dataSource);
        const newest = Math.max(...list.map(({ at }) => at));
        expect(await detail(id)).toMatchObject({
          text: `The delivery, as of minute ${newest}`,
          topicIds: [delivery],
        });
      }),
      { numRuns: 15 },
    );
    const { counted, recounted } = await countersAndRecount(workspace.dataSource);
    expect(counted).toEqual(recounted);
  });

  it('is not changed by what the network writes in another way, however often it is asked', async () => {
    const { id } = await post('Half a sign \ud83d and a  space');
    const seen = (text: string) =>
      inTransaction(workspace.dataSource, ({ manager }) =>
        takeWordings(manager, 'x', [{ externalId: `post-${numbers}`, text, at: new Date(), told: false }]),
      );
    expect(await seen(' Half a sign \ud83d and a\u00a0space\n')).toBe(0);
    expect(await seen('')).toBe(0);
    expect(await seen('x'.repeat(20_000))).toBe(0);
    expect(await seen('Half a sign')).toBe(1);
    expect(await seen('Half a sign')).toBe(0);
    expect(await detail(id)).toMatchObject({ text: 'Half a sign', wording: 1 });
  });

  it('says which of its wordings stood at a moment', async () => {
    const { id, edit } = await post(CALM);
    const before = new Date();
    await edit(THREAT, 3);
    const { manager } = workspace.dataSource;
    expect(await wordingAt(manager, id, new Date(before.getTime() - 1))).toBe(0);
    expect(await wordingAt(manager, id, new Date(Date.now() + 1000))).toBe(1);
    expect(await wordingAt(manager, id, null)).toBeUndefined();
  });

  it('keeps what it said first, also where both come on one page', async () => {
    numbers += 1;
    const number = numbers;
    const page = [incoming(number, { text: THREAT, editedAt: minute(3) }), incoming(number, { text: CALM })];
    const [outcome] = await storePage(workspace.dataSource, page);
    await drainQueue(workspace.dataSource);
    const id = outcome?.outcome === 'stored' ? outcome.mentionId : '';
    expect(await detail(id)).toMatchObject({
      text: THREAT,
      wording: 1,
      edits: [{ textBefore: CALM }],
      topicIds: [delivery],
    });
  });

  it('can be read with its former judgement until there is a new one', async () => {
    const { id, edit } = await post(THREAT);
    const { level } = await detail(id);
    await edit(CALM, 4);
    expect(await detail(id)).toMatchObject({ text: CALM, level });
    await drainQueue(workspace.dataSource);
    expect(await detail(id)).toMatchObject({ text: CALM, level: 0 });
  });

  it('is not judged by its old text when a worker has that in hand', async () => {
    numbers += 1;
    const number = numbers;
    const [outcome] = await storePage(workspace.dataSource, [incoming(number, { text: CALM })]);
    const id = outcome?.outcome === 'stored' ? outcome.mentionId : '';
    const claimed = await claimFresh(workspace.dataSource, 10);
    await storePage(workspace.dataSource, [incoming(number, { text: THREAT, editedAt: minute(1) })]);
    const classifier = new Classifier(workspace.dataSource);
    expect(claimed.map(({ text }) => text)).toContain(CALM);
    expect(await classifier.classify(claimed)).toEqual({ assessed: claimed.length - 1, failed: 0 });
    await drainQueue(workspace.dataSource);
    expect(await detail(id)).toMatchObject({ text: THREAT, topicIds: [delivery] });
  });

  it('that is taken back before it is judged anew still counts as it did', async () => {
    const { id, edit } = await post(CALM);
    await edit(THREAT, 2);
    await inTransaction(workspace.dataSource, ({ manager }) =>
      eraseMentions(manager, { network: 'x', externalIds: [`post-${numbers}`] }),
    );
    await drainQueue(workspace.dataSource);
    expect(await detail(id)).toMatchObject({ text: '', erased: true, state: 'no_reply' });
    const { counted, recounted } = await countersAndRecount(workspace.dataSource);
    expect(counted).toEqual(recounted);
  });

  it('that was taken back stays empty', async () => {
    const { id, edit } = await post(CALM);
    await edit(THREAT, 2);
    await drainQueue(workspace.dataSource);
    await inTransaction(workspace.dataSource, ({ manager }) =>
      eraseMentions(manager, { network: 'x', externalIds: [`post-${numbers}`] }),
    );
    await edit('Again', 8);
    await drainQueue(workspace.dataSource);
    expect(await detail(id)).toMatchObject({ text: '', erased: true, edits: [] });
  });
});
