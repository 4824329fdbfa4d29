import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { ApprovalsService, DraftsService } from '#answers';
import { verifyChain } from '#audit';
import { drainQueue, type IncomingMention, storePage } from '#mentions';
import { createDataSource, inTransaction } from '#platform/database';
import { Problem } from '#platform/problem';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { ENTITIES } from '#schema';
import { addTopic, rematchTopic } from '#topics';
import { addLibraryPeople, libraryContent, type LibraryPeople } from '../answers/library.fixture.js';
import type { MessageContent } from './contract.js';
import { MessageApprovalsService } from './message-approvals.service.js';
import { MessageDraftsService } from './message-drafts.service.js';
import { messageFigures } from './message-figures.js';
import { MessageHitsService } from './message-hits.service.js';
import { MessageSetsService } from './message-sets.service.js';
import { MessageUseService } from './message-use.service.js';

let database: TestDatabase;
let dataSource: DataSource;
let people: LibraryPeople;
let drafts: MessageDraftsService;
let approvals: MessageApprovalsService;
let hits: MessageHitsService;
let topicId: string;
let setId: string;

const DAY_MS = 86_400_000;
const STARTED = new Date(Date.now() - 2 * DAY_MS);
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : `unexpected: ${String(error)}`),
  );
const house = (change: Partial<MessageContent> = {}): MessageContent => ({
  umbrella: {
    key: 'safety-first',
    text: { fr: 'La sécurité passe avant le service.', en: 'Safety comes before service.' },
    proofs: [],
  },
  concern: { fr: '', en: '' },
  messages: [
    {
      key: 'withdrawn',
      text: { fr: 'Tout vélo signalé est retiré aussitôt.', en: 'Every reported bike is withdrawn at once.' },
      proofs: [{ fr: 'Trente vélos retirés lundi.', en: 'Thirty bikes withdrawn on Monday.' }],
    },
  ],
  departmentIds: [people.legal],
  ...change,
});
const approveLegal = (id: string, number: number, at = STARTED) =>
  approvals.decide(id, number, { departmentId: people.legal, decision: 'approved' }, people.lawyer, at);

let posts = 0;
async function arrive(text: string, given: Partial<IncomingMention> = {}): Promise<void> {
  posts += 1;
  await storePage(dataSource, [
    {
      realm: 'live',
      network: 'x',
      externalId: `post-${posts}`,
      text,
      publishedAt: new Date(Date.now() - DAY_MS + posts * 1000),
      ...given,
    },
  ]);
  await drainQueue(dataSource);
}
const figures = async (realm: 'live' | 'training' = 'live') =>
  Object.fromEntries(
    (
      await messageFigures(dataSource.manager, { topicId, realm, since: new Date(Date.now() - 30 * DAY_MS) })
    ).map((figure) => [figure.key, figure]),
  );
async function expectRecount(): Promise<void> {
  const cell = 'message_key, realm, minute';
  const counted: unknown = await dataSource.query(
    `select ${cell}, found, confirmed, rejected from message_pick_up where found <> 0 order by ${cell}`,
  );
  const recounted: unknown = await dataSource.query(
    `select message_key, realm, date_trunc('minute', published_at) as minute, count(*)::integer as found,
       count(*) filter (where verdict = 'yes')::integer as confirmed,
       count(*) filter (where verdict = 'no')::integer as rejected
     from message_hit where in_topic group by 1, 2, 3 order by ${cell}`,
  );
  expect(counted).toEqual(recounted);
  const summed: unknown = await dataSource.query(
    `select message_key, realm, span, start, found, confirmed, rejected from message_pick_up_sum
     where found <> 0 order by message_key, realm, span, start`,
  );
  expect(summed).toEqual(
    await dataSource.query(
      `select message_key, realm, span, date_trunc(span, published_at, 'UTC') as start, count(*)::integer as found,
         count(*) filter (where verdict = 'yes')::integer as confirmed,
         count(*) filter (where verdict = 'no')::integer as rejected
       from message_hit cross join (values ('hour'), ('day')) s(span)
       where in_topic group by 1, 2, 3, 4 order by message_key, realm, span, start`,
    ),
  );
}

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES }).initialize();
  people = await addLibraryPeople(dataSource);
  drafts = new MessageDraftsService(dataSource);
  approvals = new MessageApprovalsService(dataSource);
  hits = new MessageHitsService(dataSource);
  topicId = await inTransaction(dataSource, ({ manager }) =>
    addTopic(manager, null, { name: 'Vélos', description: '', query: 'vélo* OR bike* OR sécurité' }),
  );
}, 120_000);
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

describe('a message house', () => {
  it('comes into force when others than its writers have approved it', async () => {
    setId = await drafts.create({ kind: 'house', topicId, content: house() }, people.author);
    expect(await code(drafts.create({ kind: 'house', topicId, content: house() }, people.author))).toBe(
      'message-house-exists',
    );
    await approvals.submit(setId, 1, people.author);
    expect(await code(drafts.save(setId, house(), undefined, people.author))).toBe('version-in-review');
    const ownWords = { ...people.author, departmentIds: [people.legal] };
    expect(
      await code(approvals.decide(setId, 1, { departmentId: people.legal, decision: 'approved' }, ownWords)),
    ).toBe('own-words');
    await approveLegal(setId, 1);
    const reader = { ...people.lawyer, permissions: [] };
    expect(await new MessageSetsService(dataSource).read(setId, reader)).toMatchObject({
      inForce: true,
      versions: [{ number: 1, state: 'approved' }],
    });
    expect(await inTransaction(dataSource, ({ manager }) => verifyChain(manager))).toMatchObject({
      intact: true,
    });
  });

  it('refuses a message of another house, and a map that is too long, naming the field', async () => {
    expect(await code(drafts.create({ kind: 'house', topicId: null, content: house() }, people.author))).toBe(
      'message-elsewhere',
    );
    const long = (key: string) => ({
      key,
      text: { fr: '', en: 'one two three four five six seven eight nine ten' },
      proofs: ['a', 'b', 'c'].map((en) => ({ fr: '', en })),
    });
    const map = await drafts.create(
      {
        kind: 'map',
        topicId,
        content: house({
          umbrella: null,
          concern: { fr: '', en: 'Is it safe?' },
          messages: [long('m1'), long('m2'), long('m3')],
        }),
      },
      people.author,
    );
    await expect(approvals.submit(map, 1, people.author)).rejects.toMatchObject({
      code: 'message-map-too-long',
      errors: [{ field: 'messages', params: { words: 30, most: 27 } }],
    });
  });
});

describe('pick-up', () => {
  it('counts later mentions of the topic that repeat a message, late ones too, each realm for itself', async () => {
    await arrive('Chez eux la sécurité passe avant le service, merci');
    await arrive('mon vélo est en panne');
    await arrive('La sécurité passe avant le service, disaient-ils avant', {
      publishedAt: new Date(STARTED.getTime() - DAY_MS),
    });
    await arrive('every bike that is reported gets withdrawn at once', {
      realm: 'training',
      network: 'training',
    });
    expect(await figures()).toMatchObject({
      'safety-first': { mentions: 2, mentionsRepeating: 1, pickUp: 0.5, precision: null },
      withdrawn: { mentionsRepeating: 0 },
    });
    expect(await figures('training')).toMatchObject({
      withdrawn: { mentions: 1, mentionsRepeating: 1 },
      'safety-first': { mentionsRepeating: 0 },
    });
    const { items } = await hits.hits('safety-first', { realm: 'live' }, undefined, 10);
    expect(items).toMatchObject([
      { kind: 'wording', words: ['la', 'sécurité', 'passe', 'avant', 'le', 'service'] },
    ]);
    await expectRecount();
  });

  it('follows what people say of a find, whatever they say again', async () => {
    const { items } = await hits.hits('safety-first', { realm: 'live' }, undefined, 10);
    const mentionId = items[0]!.mentionId;
    await hits.judge('safety-first', mentionId, 'no', people.author);
    await hits.judge('safety-first', mentionId, 'no', people.author);
    expect(await figures()).toMatchObject({ 'safety-first': { mentionsRepeating: 0, precision: 0 } });
    await expectRecount();
    await hits.judge('safety-first', mentionId, 'yes', people.author);
    expect(await figures()).toMatchObject({ 'safety-first': { mentionsRepeating: 1, precision: 1 } });
    await expectRecount();
    expect(await code(hits.judge('withdrawn', mentionId, 'no', people.author))).toBe('message-hit-not-found');
  });

  it('follows mentions that leave the topic and come back, and keeps what was said of them', async () => {
    const change = async (query: string) => {
      await dataSource.query(
        'update topic set query = $2, rematch_done = 0, rematch_total = 0 where id = $1',
        [topicId, query],
      );
      await rematchTopic(dataSource, topicId);
    };
    await change('panne');
    expect(await figures()).toMatchObject({ 'safety-first': { mentions: 1, mentionsRepeating: 0 } });
    await expectRecount();
    await change('panne OR sécurité');
    expect(await figures()).toMatchObject({
      'safety-first': { mentions: 2, mentionsRepeating: 1, confirmed: 1 },
    });
    await expectRecount();
  });

  it('looks for new words once they are in force, and for none that are retired', async () => {
    await drafts.save(
      setId,
      house({
        messages: [
          {
            ...house().messages[0]!,
            text: {
              fr: 'Chaque panne est réparée sous deux jours.',
              en: 'Every fault is mended within two days.',
            },
          },
        ],
      }),
      undefined,
      people.author,
    );
    await approvals.submit(setId, 2, people.author);
    await approveLegal(setId, 2, new Date());
    await arrive('ils disent que chaque panne est réparée sous deux jours');
    expect(await figures()).toMatchObject({ withdrawn: { mentionsRepeating: 1 } });
    await approvals.retire(setId, 'overtaken', people.lawyer);
    await arrive('encore : chaque panne est réparée sous deux jours');
    expect(await figures()).toMatchObject({ withdrawn: { mentionsRepeating: 1, inForce: false } });
    await expectRecount();
  });
});

describe('answers', () => {
  it('carry messages by their ids; what fits no house, and what has no answer, is shown', async () => {
    const answers = new DraftsService(dataSource);
    const library = new ApprovalsService(dataSource);
    const carried = [{ id: 'from-a-file', text: 'We answer within a day.' }];
    const id = await answers.create(
      'answer',
      libraryContent(people, { keyMessages: carried, departmentIds: [people.legal] }),
      people.author,
    );
    await library.submit(id, 1, people.author);
    await library.decide(id, 1, { departmentId: people.legal, decision: 'approved' }, people.lawyer);
    const use = new MessageUseService(dataSource);
    expect(await use.gaps()).toMatchObject({
      withoutMessage: [{ answerId: id }],
      homeless: [{ key: 'from-a-file', text: 'We answer within a day.', answers: 1 }],
    });

    const taken = house({
      umbrella: null,
      concern: { fr: '', en: 'Who answers?' },
      messages: ['from-a-file', 'other', 'third'].map((key) => ({
        key,
        text: { fr: '', en: `We answer ${key} quickly` },
        proofs: ['a', 'b', 'c'].map((en) => ({ fr: '', en })),
      })),
    });
    const map = await drafts.create({ kind: 'map', topicId: null, content: taken }, people.author);
    await approvals.submit(map, 1, people.author);
    await approveLegal(map, 1);
    const gaps = await use.gaps();
    expect(gaps.withoutMessage).toEqual([]);
    expect(gaps.homeless).toEqual([]);
    expect(gaps.withoutAnswer.map(({ key }) => key)).toEqual(['other', 'third']);
  });
});
