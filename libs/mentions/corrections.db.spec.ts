import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seedLexicon } from '#classification';
import type { Actor } from '#platform/http';
import { confusion, correctionsOf, exampleLines } from './correction-figures.js';
import { drainQueue } from './drain-queue.js';
import { storePage } from './intake.js';
import { previewOf } from './lexicon-preview.js';
import { TriageService } from './triage.service.js';
import { countersAndRecount, incoming, specWorkspace, type SpecWorkspace } from './workspace.fixture.js';

let workspace: SpecWorkspace;
let triage: TriageService;
let camille: Actor;
let next = 0;

beforeAll(async () => {
  workspace = await specWorkspace();
  triage = new TriageService(workspace.dataSource);
  camille = await workspace.person('Camille', 'community_manager');
  await workspace.dataSource.transaction((manager) => seedLexicon(manager));
});
afterAll(() => workspace?.close());

const arrive = async (given = {}): Promise<string> => {
  next += 1;
  const [outcome] = await storePage(workspace.dataSource, [incoming(next, given)]);
  await drainQueue(workspace.dataSource);
  if (outcome?.outcome !== 'stored') throw new Error(JSON.stringify(outcome));
  return outcome.mentionId;
};
const manager = () => workspace.dataSource.manager;

describe('what people corrected', () => {
  let twice: string;
  let once: string;
  let automatic: { sentiment: string; intent: string; language: string };

  beforeAll(async () => {
    twice = await arrive();
    once = await arrive();
    const drilled = await arrive({ realm: 'training', network: 'training' });
    [automatic] = await workspace.dataSource.query(
      `select sentiment, intent, language from mention where id = $1`,
      [once],
    );
    await triage.correct(camille, twice, { sentiment: 'positive', reason: 'first thought' });
    await triage.correct(camille, twice, { sentiment: 'neutral', reason: 'second thought' });
    await triage.correct(camille, once, { sentiment: 'positive', language: 'de', reason: 'they jest' });
    await triage.correct(camille, drilled, { sentiment: 'positive', reason: 'a drill' });
  });

  it('stands in a table of the first automatic word against the last of a person, without drills', async () => {
    const { mentions, fields } = await confusion(manager(), undefined);
    expect(mentions).toBe(2);
    const sentiment = fields.find(({ field }) => field === 'sentiment');
    expect(automatic.sentiment).toBe('negative');
    expect(sentiment?.kept).toBe(0);
    expect(sentiment?.cells).toEqual([
      { automatic: 'negative', person: 'neutral', mentions: 1 },
      { automatic: 'negative', person: 'positive', mentions: 1 },
    ]);
    expect(fields.find(({ field }) => field === 'intent')?.kept).toBe(2);
    expect(fields.find(({ field }) => field === 'language')?.cells).toContainEqual({
      automatic: 'en',
      person: 'de',
      mentions: 1,
    });
  });

  it('opens from a cell to the mentions that it counts', async () => {
    const cell = { field: 'sentiment', automatic: 'negative', person: 'positive', limit: 20 } as const;
    const { items } = await correctionsOf(manager(), cell);
    expect(items).toMatchObject([{ mentionId: once, by: 'Camille', reason: 'they jest' }]);
    await expect(correctionsOf(manager(), { ...cell, cursor: 'x' })).rejects.toMatchObject({
      code: 'cursor-invalid',
    });
  });

  it('leaves as labelled examples, one a line', async () => {
    const lines: string[] = [];
    for await (const line of exampleLines(manager(), undefined)) lines.push(line);
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      automatic: { sentiment: 'negative', language: 'en' },
      person: { sentiment: 'positive', language: 'de' },
    });
  });

  it('moves the counters with the language', async () => {
    const { counted, recounted } = await countersAndRecount(workspace.dataSource);
    expect(counted).toEqual(recounted);
  });
});

describe('what a term would change in past mentions', () => {
  it('is told before and after, page by page, and nothing is stored', async () => {
    const id = await arrive({ text: 'Their zorglub leaked over my kitchen floor and I paid for it' });
    const draft = { language: 'en', category: 'injury_or_death', term: 'zorglub', weight: 10 } as const;
    const before = await workspace.dataSource.query(
      `select level, harm, version from mention where id = $1`,
      [id],
    );
    const changed = [];
    let looked = 0;
    let cursor: string | undefined;
    do {
      const page = await previewOf(manager(), { entryId: null, draft, limit: 2, cursor });
      changed.push(...page.changed);
      looked += page.looked;
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    const [total] = await workspace.dataSource.query(
      `select count(*)::integer as live from mention where realm = 'live'`,
    );
    expect(looked).toBe(total.live);
    expect(changed.map(({ mentionId }) => mentionId)).toEqual([id]);
    expect(changed[0]?.after).toMatchObject({ harm: 'injury_or_death' });
    expect(changed[0]?.before.harm).not.toBe('injury_or_death');
    expect(
      await workspace.dataSource.query(`select level, harm, version from mention where id = $1`, [id]),
    ).toEqual(before);
  });

  it('is refused for a term that cannot be looked for', async () => {
    const draft = { language: 'en', category: 'price', term: '!!', weight: 1 } as const;
    await expect(previewOf(manager(), { entryId: null, draft, limit: 2 })).rejects.toMatchObject({
      code: 'lexicon-term-invalid',
    });
  });
});
