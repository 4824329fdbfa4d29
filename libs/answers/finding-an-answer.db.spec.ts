import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { Problem } from '#platform/problem';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { ENTITIES } from '#schema';
import { AnswerIndex } from './answer-index.js';
import { ApprovalsService } from './approvals.service.js';
import type { VersionContent } from './contract.js';
import { DraftsService } from './drafts.service.js';
import { addLibraryPeople, libraryContent, type LibraryPeople } from './library.fixture.js';
import { LibraryService } from './library.service.js';
import { SuggestionsService } from './suggestions.service.js';

let database: TestDatabase;
let dataSource: DataSource;
let people: LibraryPeople;
let drafts: DraftsService;
let approvals: ApprovalsService;
let library: LibraryService;
let suggestions: SuggestionsService;
let refund: string;
let battery: string;
let strike: string;
let draft: string;
let topicId: string;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES }).initialize();
  people = await addLibraryPeople(dataSource);
  drafts = new DraftsService(dataSource);
  approvals = new ApprovalsService(dataSource);
  library = new LibraryService(dataSource);
  suggestions = new SuggestionsService(dataSource, new AnswerIndex(dataSource));
  const [topic]: { id: string }[] = await dataSource.query(
    `insert into topic (name, query) values ('Batteries', 'batterie') returning id`,
  );
  topicId = topic!.id;
  refund = await inForce({});
  battery = await inForce({
    question: { fr: 'La batterie du vélo chauffe-t-elle ?', en: 'Does the bike battery overheat?' },
    wordings: { fr: ['ma batterie est brûlante', 'odeur de fumée'], en: ['battery smells of smoke'] },
    topicId,
    levelMin: 1,
    variants: [
      {
        language: 'fr',
        network: null,
        body: 'Éteignez le vélo et éloignez-vous. Nous rappelons chaque personne.',
      },
      { language: 'fr', network: 'x', body: 'Éteignez le vélo et éloignez-vous.' },
      { language: 'en', network: null, body: 'Switch the bike off and step away. We call everyone back.' },
    ],
  });
  strike = await inForce({
    question: { fr: 'Y a-t-il grève demain ?', en: '' },
    wordings: { fr: ['les tramways circulent-ils ?'], en: [] },
    variants: [{ language: 'fr', network: null, body: 'Le service prévu demain est publié à 17 heures.' }],
  });
  draft = await drafts.create(
    'answer',
    libraryContent(people, {
      question: { fr: 'Pourquoi la batterie fume-t-elle ?', en: 'Why does the battery smoke?' },
    }),
    people.author,
  );
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

async function inForce(change: Partial<VersionContent>): Promise<string> {
  const id = await drafts.create('answer', libraryContent(people, change), people.author);
  await approvals.submit(id, 1, people.author);
  await approvals.decide(id, 1, { departmentId: people.legal, decision: 'approved' }, people.lawyer);
  await approvals.decide(id, 1, { departmentId: people.pr, decision: 'approved' }, people.spokesperson);
  return id;
}

let posts = 0;
async function mention(text: string, language = 'fr', level = 1, network = 'x'): Promise<string> {
  const [row]: { mention_id: string }[] = await dataSource.query(
    `insert into mention_identity (network, external_id, published_at)
     values ($1, $2, '2025-06-10T10:00:00Z') returning mention_id`,
    [network, `post-${(posts += 1)}`],
  );
  const id = row!.mention_id;
  await dataSource.query(`select ensure_mention_partition('2025-06-10T10:00:00Z')`);
  await dataSource.query(
    `insert into mention (id, published_at, realm, network, external_id, text, language, language_known, level)
     values ($1, '2025-06-10T10:00:00Z', case when $2 = 'training' then 'training' else 'live' end, $2, $3, $4, $5,
       $5 <> 'und', $6)`,
    [id, network, `post-${posts}`, text, language, level],
  );
  return id;
}
const ask = async (id: string, options: { search?: string; language?: 'fr' | 'en' } = {}) =>
  suggestions.suggest(id, { limit: 8, ...options });
/** Only what is suggested, not what is shown as the nearest when nothing fits. */
const suggest = async (id: string, options: { search?: string; language?: 'fr' | 'en' } = {}) => {
  const { items, noneFits } = await ask(id, options);
  return noneFits ? [] : items;
};

describe('answers suggested for a mention', () => {
  it('fit its words, and say which', async () => {
    const found = await suggest(await mention('Odeur de fumée, les batteries de vos vélos chauffent !'));
    expect(found.map(({ answerId }) => answerId)).toEqual([battery]);
    expect(found[0]).toMatchObject({
      language: 'fr',
      network: 'x',
      body: 'Éteignez le vélo et éloignez-vous.',
      matchedWords: ['Odeur', 'fumée', 'batteries', 'vélos', 'chauffent'],
      otherLanguage: false,
    });
  });

  it('are the general text where the network has none of its own, in the mention’s language', async () => {
    const [found] = await suggest(await mention('Smoke from my battery', 'en', 1, 'mastodon'));
    expect(found).toMatchObject({ answerId: battery, language: 'en', network: null });
  });

  it('tell how sure they are, the surest first', async () => {
    const { items, noneFits, fits } = await ask(
      await mention('Is there a refund? I want my money back', 'en'),
    );
    expect(items[0]).toMatchObject({ answerId: refund, language: 'en' });
    expect(noneFits).toBe(false);
    expect(fits).toBeGreaterThan(0.4);
    const told = items.map(({ confidence }) => confidence);
    expect(told).toEqual([...told].sort((a, b) => b - a));
    expect(told.reduce((sum, confidence) => sum + confidence, 0)).toBeLessThanOrEqual(1.001);
  });

  it('are none when nothing fits, and the nearest can still be looked at', async () => {
    const far = await ask(await mention('La mer est belle, les enfants jouent, demain nous partons en vélo'));
    expect(far.noneFits).toBe(true);
    expect(far.items.length).toBeGreaterThan(0);
  });

  it('are none when nothing fits', async () => {
    expect(await suggest(await mention('Belle journée au bord de la mer avec les enfants'))).toEqual([]);
    expect(await suggest(await mention('👍👍 https://lumen.example/batterie @batterie'))).toEqual([]);
    expect(await suggest(await mention('le la les de du'))).toEqual([]);
  });

  it('are never a draft, nor out of the mention’s level', async () => {
    const ids = (await suggest(await mention('La batterie fume', 'fr', 0))).map(({ answerId }) => answerId);
    expect(ids).not.toContain(draft);
    expect(ids).not.toContain(battery);
  });

  it('rise with the topic of the mention', async () => {
    const plain = await mention('ma batterie est brûlante');
    const onTopic = await mention('ma batterie est brûlante');
    await dataSource.query(
      `insert into mention_topic (topic_id, published_at, mention_id) values ($1, '2025-06-10T10:00:00Z', $2)`,
      [topicId, onTopic],
    );
    const [before] = await suggest(plain);
    const [after] = await suggest(onTopic);
    expect(after!.score).toBeCloseTo(before!.score + 0.2, 3);
    expect(after!.confidence).toBeGreaterThanOrEqual(before!.confidence);
  });

  it('are flagged when they are only there in another language', async () => {
    const id = await mention('grève demain', 'und');
    expect((await suggest(id))[0]).toMatchObject({ answerId: strike, language: 'fr', otherLanguage: false });
    const english = await mention('Will there be a tram?', 'en');
    expect((await suggest(english, { search: 'tramways' }))[0]).toMatchObject({
      answerId: strike,
      otherLanguage: true,
    });
  });

  it('can be searched by words of one’s own, the last one half typed', async () => {
    const id = await mention('rien à voir');
    expect((await suggest(id, { search: 'remboursem' })).map(({ answerId }) => answerId)).toEqual([refund]);
    expect((await suggest(id, { search: 'where is my ref', language: 'en' }))[0]).toMatchObject({
      answerId: refund,
      language: 'en',
    });
    expect(await suggest(id, { search: '&|!()' })).toEqual([]);
    expect(await suggest(id, { search: 'fume-t' })).toEqual([]);
  });

  it('of a mention that is not there are a problem', async () => {
    const error = await suggest('999999').catch((problem: unknown) => problem);
    expect((error as Problem).code).toBe('mention-not-found');
  });

  it('survive any text', async () => {
    for (const text of [
      `l'été d'un côté \\ ' " & | ! <-> :*`,
      'a'.repeat(5000),
      '日本語のテキスト',
      `''''`,
      '\\',
    ]) {
      await expect(suggest(await mention(text, 'und'))).resolves.toEqual([]);
    }
  });
});

describe('the library', () => {
  it('is searched in both languages, without accents, by the beginning of the last word', async () => {
    const found = async (search: string) =>
      (await library.list({ search }, undefined, 50)).items.map(({ id }) => id).sort();
    expect(await found('greve')).toEqual([strike]);
    expect(await found('Grève dem')).toEqual([strike]);
    expect(await found('batteries fum')).toEqual([battery, draft].sort());
    expect(await found('step away')).toEqual([battery]);
    expect(await found('zzz')).toEqual([]);
  });

  it('is filtered by state, department and what waits for me', async () => {
    const waiting = await drafts.create('answer', libraryContent(people), people.author);
    await approvals.submit(waiting, 1, people.author);
    const ids = async (filter: Parameters<typeof library.list>[0]) =>
      (await library.list(filter, undefined, 50)).items.map(({ id }) => id);
    expect(await ids({ state: ['in_review'] })).toEqual([waiting]);
    expect(await ids({ topicId })).toEqual([battery]);
    expect(await ids({ departmentId: '999' })).toEqual([]);
    expect(await ids({ awaiting: people.lawyer })).toEqual([waiting]);
    expect(await ids({ awaiting: people.author })).toEqual([]);
    expect(await library.countAwaiting(people.lawyer)).toBe(1);
    expect(await library.countAwaiting(people.author)).toBe(0);
    await approvals.decide(waiting, 1, { departmentId: people.legal, decision: 'approved' }, people.lawyer);
    expect(await library.countAwaiting(people.lawyer)).toBe(0);
    expect(await library.countAwaiting(people.spokesperson)).toBe(1);
  });

  it('is paged without loss or repetition, with and without a search', async () => {
    for (const search of [undefined, 'batterie', 'le']) {
      const all = (await library.list({ search }, undefined, 200)).items.map(({ id }) => id);
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await library.list({ search }, cursor, 1);
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(paged).toEqual(all);
    }
    const error = await library.list({}, 'nonsense', 10).catch((problem: unknown) => problem);
    expect((error as Problem).code).toBe('cursor-invalid');
  });
});
