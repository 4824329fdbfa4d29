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
import { SuggestionCorrectionsService } from './suggestion-corrections.service.js';
import { SuggestionsService } from './suggestions.service.js';

/** Approvals are many transactions; a busy machine takes its time. */
const LONG = 60_000;

let database: TestDatabase;
let dataSource: DataSource;
let people: LibraryPeople;
let drafts: DraftsService;
let approvals: ApprovalsService;
/** Two processes, each with its own memory. */
let here: SuggestionsService;
let there: SuggestionsService;
let corrections: SuggestionCorrectionsService;
let parking: string;
let helmet: string;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES }).initialize();
  people = await addLibraryPeople(dataSource);
  drafts = new DraftsService(dataSource);
  approvals = new ApprovalsService(dataSource);
  here = new SuggestionsService(dataSource, new AnswerIndex(dataSource));
  there = new SuggestionsService(dataSource, new AnswerIndex(dataSource));
  corrections = new SuggestionCorrectionsService(dataSource);
  parking = await inForce('Où garer mon vélo ?', 'Where do I park my bike?', ['frais de stationnement']);
  helmet = await inForce('Le casque est-il obligatoire ?', 'Must I wear a helmet?', ['faut-il un casque']);
  await inForce('Quels sont les tarifs étudiants ?', 'Is there a student discount?', ['réduction étudiant']);
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

async function inForce(
  fr: string,
  en: string,
  wordings: string[] = [],
  change: Partial<VersionContent> = {},
): Promise<string> {
  const content = libraryContent(people, {
    question: { fr, en },
    wordings: { fr: wordings, en: [] },
    variants: [
      { language: 'fr' as const, network: null, body: 'Voici ce qu’il en est.' },
      { language: 'en' as const, network: null, body: 'This is how it stands.' },
    ].slice(0, en ? 2 : 1),
    ...change,
  });
  const id = await drafts.create('answer', content, people.author);
  await approvals.submit(id, 1, people.author);
  await approvals.decide(id, 1, { departmentId: people.legal, decision: 'approved' }, people.lawyer);
  await approvals.decide(id, 1, { departmentId: people.pr, decision: 'approved' }, people.spokesperson);
  return id;
}

let posts = 0;
async function mention(text: string, language = 'fr', network = 'x'): Promise<string> {
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
       $5 <> 'und', 1)`,
    [id, network, `post-${posts}`, text, language],
  );
  return id;
}

/** As the outbox leaves it when the network has taken it. */
async function answered(mentionId: string, answerId: string, realm = 'live'): Promise<void> {
  await dataSource.query(
    `insert into reply (mention_id, realm, network, answer_id, answer_version_id, answer_variant_id, content_hash, text,
       state, person_id, previous_state, due_at, sent_at)
     select $1, $3, case when $3 = 'training' then 'training' else 'x' end, v.answer_id, v.id,
       (select min(id) from answer_variant where version_id = v.id), 'hash', 'text', 'sent', $4, 'new',
       clock_timestamp(), clock_timestamp()
     from answer_version v where v.answer_id = $2 and v.state = 'approved'`,
    [mentionId, answerId, realm, people.author.personId],
  );
}

async function suggested(service: SuggestionsService, id: string): Promise<string[]> {
  const { items, noneFits } = await service.suggest(id, { limit: 8 });
  return noneFits ? [] : items.map(({ answerId }) => answerId);
}

describe('a newly approved answer', () => {
  it(
    'is suggested by every process with the next question, and gone from both when it is retired',
    async () => {
      const id = await mention('Bonjour, peut-on emmener un chien dans le tramway ?');
      expect(await suggested(here, id)).toEqual([]);
      expect(await suggested(there, id)).toEqual([]);
      const dogs = await inForce('Mon chien peut-il monter dans le tramway ?', 'May my dog ride the tram?', [
        'emmener un chien',
        'animaux à bord',
      ]);
      expect((await suggested(here, id))[0]).toBe(dogs);
      expect((await suggested(there, id))[0]).toBe(dogs);
      await approvals.retire(dogs, 'dogs no longer ride', people.lawyer);
      expect(await suggested(here, id)).toEqual([]);
      expect(await suggested(there, id)).toEqual([]);
    },
    LONG,
  );
});

describe('an answer whose validity ends', () => {
  it(
    'is no longer suggested from that moment, though no tick has closed it yet',
    async () => {
      const id = await mention('Où est la navette du festival ce soir ?');
      const until = new Date(Date.now() + 4000);
      const shuttle = await inForce('Où est la navette du festival ?', '', ['navette du festival'], {
        validUntil: until.toISOString(),
      });
      expect((await suggested(here, id))[0]).toBe(shuttle);
      await new Promise((resolve) => setTimeout(resolve, until.getTime() - Date.now() + 50));
      const { items } = await here.suggest(id, { limit: 8 });
      expect(items.map(({ answerId }) => answerId)).not.toContain(shuttle);
      expect((await here.suggest(id, { search: 'navette', limit: 8 })).items).toEqual([]);
    },
    LONG,
  );
});

describe('an answer written in both languages', () => {
  it(
    'is found by a mention of either, and by one of a language unknown',
    async () => {
      for (const [text, language] of [
        ['où je peux garer mon vélo svp', 'fr'],
        ['where can I park the bike?', 'en'],
        ['where to park bike', 'und'],
      ] as const) {
        expect((await suggested(here, await mention(text, language)))[0]).toBe(parking);
      }
    },
    LONG,
  );

  it(
    'is found across languages by what it has, when it has no wording in the mention’s',
    async () => {
      const kiosk = await inForce('Où est le kiosque Vélostation Bellecour ?', '');
      const { items } = await here.suggest(await mention('Vélostation Bellecour kiosque?', 'en'), {
        limit: 8,
      });
      expect(items[0]).toMatchObject({ answerId: kiosk, otherLanguage: true });
    },
    LONG,
  );
});

describe('what people say', () => {
  it(
    'moves a refused answer out of the suggestions, for like mentions too, until it is taken back',
    async () => {
      const text = 'on m’a volé mon casque dans le vélo garé';
      const id = await mention(text);
      const like = await mention(`${text} hier`);
      const before = await here.suggest(like, { limit: 8 });
      const first = before.items[0]!;
      await corrections.correct(
        id,
        { verdict: 'does_not_fit', answerId: first.answerId, shownAnswerIds: [first.answerId] },
        people.author,
      );
      expect(await suggested(there, id)).not.toContain(first.answerId);
      const after = (await here.suggest(like, { limit: 8 })).items;
      const still = after.find(({ answerId }) => answerId === first.answerId);
      expect(still?.confidence ?? 0).toBeLessThan(first.confidence);
      const shown = await here.suggest(id, { limit: 8, personId: people.author.personId });
      expect(shown.correctedByMe).toBe(true);
      expect(shown.items.find(({ answerId }) => answerId === first.answerId)?.refusedBy ?? 1).toBe(1);
      expect(await corrections.withdraw(id, people.author)).toEqual({ withdrawn: 1 });
      expect((await here.suggest(like, { limit: 8 })).items[0]).toMatchObject({
        answerId: first.answerId,
        confidence: first.confidence,
      });
    },
    LONG,
  );

  it(
    'holds "none fits" for the mention, counted once for each person, until an answer is approved since',
    async () => {
      const id = await mention('faut-il un casque pour la trottinette ?');
      expect(await suggested(here, id)).toContain(helmet);
      const none = { verdict: 'none_fits', shownAnswerIds: [helmet] } as const;
      await corrections.correct(id, { ...none, shownAnswerIds: [helmet] }, people.author);
      await corrections.correct(id, { ...none, shownAnswerIds: [helmet] }, people.author);
      await corrections.correct(id, { ...none, shownAnswerIds: [] }, people.lawyer);
      expect(await here.suggest(id, { limit: 8 })).toMatchObject({ noneFits: true, noneFitsSaidBy: 2 });
      const scooters = await inForce('Faut-il un casque en trottinette ?', '', ['casque trottinette']);
      expect((await suggested(here, id))[0]).toBe(scooters);
      expect((await suggested(there, id))[0]).toBe(scooters);
    },
    LONG,
  );

  it(
    'is on record',
    async () => {
      const rows: { action: string }[] = await dataSource.query(
        `select distinct action from audit_entry where action like 'suggestion.%' order by action`,
      );
      expect(rows.map(({ action }) => action)).toEqual([
        'suggestion.corrected',
        'suggestion.correction_withdrawn',
      ]);
    },
    LONG,
  );

  it(
    'names what is not there',
    async () => {
      const id = await mention('rien');
      const refusal = async (work: Promise<unknown>) =>
        ((await work.catch((problem: unknown) => problem)) as Problem).code;
      const body = { verdict: 'does_not_fit', answerId: '999999', shownAnswerIds: [] } as const;
      expect(await refusal(corrections.correct(id, { ...body, shownAnswerIds: [] }, people.author))).toBe(
        'answer-not-found',
      );
      expect(
        await refusal(corrections.correct('999999', { ...body, shownAnswerIds: [] }, people.author)),
      ).toBe('mention-not-found');
      expect(await refusal(corrections.withdraw('999999', people.author))).toBe('mention-not-found');
    },
    LONG,
  );
});

describe('a pick', () => {
  it(
    'is learned: the next mention that asks in those words finds the answer',
    async () => {
      const words = 'mon guidon tourne dans le vide à l’arrêt du quai';
      const question = async () =>
        suggested(new SuggestionsService(dataSource, new AnswerIndex(dataSource)), again);
      const again = await mention(`${words} !!`);
      expect(await question()).not.toContain(helmet);
      const id = await mention(words);
      await corrections.correct(
        id,
        { verdict: 'better', answerId: helmet, shownAnswerIds: [] },
        people.author,
      );
      expect(await question()).not.toContain(helmet);
      await answered(id, helmet);
      expect((await question())[0]).toBe(helmet);
    },
    LONG,
  );

  it(
    'of a drill is not',
    async () => {
      const words = 'exercice : la sirène du dépôt hurle encore';
      const id = await mention(words, 'fr', 'training');
      const { learned } = await corrections.correct(
        id,
        { verdict: 'better', answerId: helmet, shownAnswerIds: [] },
        people.author,
      );
      expect(learned).toBe(false);
      await answered(id, helmet, 'training');
      const fresh = new SuggestionsService(dataSource, new AnswerIndex(dataSource));
      expect(await suggested(fresh, await mention(`${words} !`))).not.toContain(helmet);
    },
    LONG,
  );
});
