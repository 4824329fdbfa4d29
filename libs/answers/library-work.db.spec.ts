import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { Problem } from '#platform/problem';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { ENTITIES } from '#schema';
import { AnswerOwnerService } from './answer-owner.service.js';
import { ApprovalsService } from './approvals.service.js';
import { readApprovedVariant } from './approved-variant.js';
import { ChangeRequestsService } from './change-requests.service.js';
import type { VersionContent } from './contract.js';
import { DraftsService } from './drafts.service.js';
import { addLibraryPeople, libraryContent, type LibraryPeople } from './library.fixture.js';
import { LibraryService } from './library.service.js';
import { RemindersService } from './reminders.service.js';
import { WaitingService } from './waiting.service.js';

const DAY_MS = 86_400_000;

let database: TestDatabase;
let dataSource: DataSource;
let people: LibraryPeople;
let drafts: DraftsService;
let approvals: ApprovalsService;
let library: LibraryService;
let requests: ChangeRequestsService;
let waiting: WaitingService;
let reminders: RemindersService;

const content = (change: Partial<VersionContent> = {}) => libraryContent(people, change);
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : `unexpected: ${String(error)}`),
  );
const reader = () => ({ ...people.author, personId: people.otherLawyer.personId, mayApprove: false });
const states = async (id: string) =>
  (await library.read(id)).versions.map(({ number, state }) => `${number} ${state}`);

/** An answer in force, approved by legal and PR. */
async function approved(change: Partial<VersionContent> = {}): Promise<string> {
  const id = await drafts.create('answer', content(change), people.author);
  await approve(id, 1);
  return id;
}
async function approve(id: string, number: number): Promise<void> {
  await approvals.submit(id, number, people.author);
  await approvals.decide(id, number, { departmentId: people.legal, decision: 'approved' }, people.lawyer);
  await approvals.decide(id, number, { departmentId: people.pr, decision: 'approved' }, people.spokesperson);
}
async function notices(kind: string): Promise<{ person_ids: string[]; params: Record<string, unknown> }[]> {
  return dataSource.query('select person_ids, params from notice where kind = $1 order by id', [kind]);
}

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES }).initialize();
  people = await addLibraryPeople(dataSource);
  drafts = new DraftsService(dataSource);
  approvals = new ApprovalsService(dataSource);
  library = new LibraryService(dataSource);
  requests = new ChangeRequestsService(dataSource);
  waiting = new WaitingService(dataSource, approvals);
  reminders = new RemindersService(dataSource);
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});
beforeEach(() => dataSource.query('delete from notice'));

describe('a change asked for on an approved answer', () => {
  it('begins a draft with the approved words, which stay in force until it is approved', async () => {
    const id = await approved();
    await requests.request(id, { reason: 'The delay is ten days now.', suspend: false }, reader());
    expect(await states(id)).toEqual(['2 draft', '1 approved']);
    const answer = await library.read(id);
    expect(answer).toMatchObject({ currentVersionNumber: 1, openChangeRequests: 1 });
    expect(answer.changeRequests).toMatchObject([
      {
        reason: 'The delay is ten days now.',
        state: 'open',
        versionNumber: 2,
        aboutVersion: 1,
        by: { name: 'Louis' },
      },
    ]);
    // Whoever asked wrote no word of it, and may decide on the change.
    await drafts.save(id, content({ doNotSay: 'Ten days.' }), 1, people.author);
    await approvals.submit(id, 2, people.author);
    await approvals.decide(id, 2, { departmentId: people.legal, decision: 'approved' }, people.otherLawyer);
    await approvals.decide(id, 2, { departmentId: people.pr, decision: 'approved' }, people.spokesperson);
    expect(await states(id)).toEqual(['2 approved', '1 superseded']);
    expect(await library.read(id)).toMatchObject({
      openChangeRequests: 0,
      changeRequests: [{ state: 'done' }],
    });
  });

  it('is attached to the version that is open already', async () => {
    const id = await approved();
    await drafts.save(id, content({ doNotSay: 'x' }), undefined, people.author);
    await requests.request(id, { reason: 'One.', suspend: false }, reader());
    await requests.request(id, { reason: 'Two.', suspend: false }, reader());
    expect(await states(id)).toEqual(['2 draft', '1 approved']);
    expect((await library.read(id)).changeRequests.map(({ versionNumber }) => versionNumber)).toEqual([2, 2]);
  });

  it('suspends the answer only when an approver of one of its departments says so', async () => {
    const id = await approved();
    const suspend = { reason: 'It is wrong.', suspend: true };
    const outsider = { ...people.lawyer, departmentIds: ['999'], mayApprove: true };
    expect(await code(requests.request(id, suspend, reader()))).toBe('not-your-department');
    expect(await code(requests.request(id, suspend, outsider))).toBe('not-your-department');
    expect(await states(id)).toEqual(['1 approved']);
    const variantId = (await library.read(id)).versions[0]!.variants[0]!.id;
    await requests.request(id, suspend, { ...people.lawyer, mayApprove: true });
    expect(await states(id)).toEqual(['2 draft', '1 retired']);
    expect(await readApprovedVariant(dataSource.manager, variantId)).toMatchObject({
      refused: 'variant-not-approved',
    });
  });

  it('is refused where nothing is in force', async () => {
    const id = await drafts.create('answer', content(), people.author);
    expect(await code(requests.request(id, { reason: 'x', suspend: false }, reader()))).toBe(
      'answer-not-in-force',
    );
    expect(await code(requests.request('424242', { reason: 'x', suspend: false }, reader()))).toBe(
      'answer-not-found',
    );
  });

  it('can be set aside, with its draft only while nobody has touched that', async () => {
    const id = await approved();
    await requests.request(id, { reason: 'One.', suspend: false }, reader());
    const [one] = (await library.read(id)).changeRequests;
    await requests.close(id, one!.id, 'It is right as it is.', people.author);
    expect(await states(id)).toEqual(['1 approved']);
    expect((await library.read(id)).changeRequests).toMatchObject([
      { state: 'set_aside', versionNumber: null, closed: { by: 'Camille', reason: 'It is right as it is.' } },
    ]);
    expect(await code(requests.close(id, one!.id, 'Again.', people.author))).toBe('change-request-closed');
    await requests.request(id, { reason: 'Two.', suspend: false }, reader());
    await drafts.save(id, content({ doNotSay: 'touched' }), 1, people.author);
    const [two] = (await library.read(id)).changeRequests;
    await requests.close(id, two!.id, 'No.', people.author);
    expect(await states(id)).toEqual(['2 draft', '1 approved']);
    expect(await code(requests.close(id, '424242', 'No.', people.author))).toBe('change-request-not-found');
  });
});

describe('people are told', () => {
  it('as approvers of the departments when a review is asked for, and as authors when it is decided', async () => {
    const id = await drafts.create('answer', content(), people.author);
    await approvals.submit(id, 1, people.author);
    const [asked] = await notices('answer.review_asked');
    const { lawyer, otherLawyer, spokesperson } = people;
    expect([...asked!.person_ids].sort()).toEqual(
      [lawyer, otherLawyer, spokesperson].map(({ personId }) => personId).sort(),
    );
    const refusal = { departmentId: people.legal, decision: 'refused' as const, comment: 'Too long.' };
    await approvals.decide(id, 1, refusal, people.lawyer);
    expect(await notices('answer.decided')).toMatchObject([
      { person_ids: [people.author.personId], params: { comment: 'Too long.', by: 'Helene' } },
    ]);
    const [version] = (await library.read(id)).versions;
    expect(version?.approvals.find(({ departmentId }) => departmentId === people.legal)?.comment).toBe(
      'Too long.',
    );
    await approve(id, 1);
    expect((await library.read(id)).versions[0]?.earlierDecisions).toMatchObject([
      { decision: 'refused', comment: 'Too long.', by: { name: 'Helene' } },
    ]);
    expect(await notices('answer.decided')).toHaveLength(2);
  });

  it('once before the end and once before the review, the nearest when several were missed', async () => {
    await dataSource.query('delete from answer_reminder');
    const now = new Date();
    const at = (days: number) => new Date(now.getTime() + days * DAY_MS).toISOString();
    await dataSource.query(`update answer_version set state = 'retired' where state = 'approved'`);
    const id = await approved({ validUntil: at(10), reviewOn: at(40) });
    await new AnswerOwnerService(dataSource).change(id, people.otherLawyer.personId, people.author);
    expect(await reminders.remind(now)).toBe(1);
    expect(await reminders.remind(now)).toBe(0);
    const both = await Promise.all([at(9.5), at(9.6)].map((late) => reminders.remind(new Date(late))));
    expect(both[0]! + both[1]!).toBe(1);
    const told = await notices('answer.expiring');
    expect(told.map(({ params }) => params['days'])).toEqual([14, 1]);
    expect(told[0]!.person_ids).toContain(people.otherLawyer.personId);
    expect(await reminders.remind(new Date(at(11)))).toBe(0);
  });

  it('by the days that are set', async () => {
    await reminders.change({ expiryDays: [], reviewDays: [30, 2, 30] }, people.author);
    expect(await reminders.settings()).toEqual({ expiryDays: [], reviewDays: [30, 2] });
    await dataSource.query(`update answer_version set state = 'retired' where state = 'approved'`);
    const now = new Date();
    await approved({ reviewOn: new Date(now.getTime() + 20 * DAY_MS).toISOString() });
    expect(await reminders.remind(now)).toBe(1);
    expect(await notices('answer.expiring')).toEqual([]);
    expect(await notices('answer.review_due')).toMatchObject([{ params: { days: 30 } }]);
  });
});

describe('what waits for an approver', () => {
  beforeEach(async () => {
    await dataSource.query(`update answer_version set state = 'draft' where state = 'in_review'`);
  });
  const waitingFor = async (who: 'lawyer' | 'spokesperson' | 'author') =>
    (await waiting.list(people[who], undefined, 50)).items;
  async function submitted(change: Partial<VersionContent> = {}): Promise<string> {
    const id = await drafts.create('answer', content(change), people.author);
    await approvals.submit(id, 1, people.author);
    return id;
  }

  it('is in the order of asking, a page at a time, without their own words', async () => {
    const ids = [await submitted(), await submitted({ sensitivity: 'high' }), await submitted()];
    expect((await waitingFor('lawyer')).map(({ answer }) => answer.id)).toEqual(ids);
    expect(await waitingFor('author')).toEqual([]);
    const first = await waiting.list(people.lawyer, undefined, 2);
    const second = await waiting.list(people.lawyer, first.next!, 2);
    expect([...first.items, ...second.items].map(({ answer }) => answer.id)).toEqual(ids);
    expect(second.next).toBeNull();
    expect(first.items.map(({ bulkObstacle }) => bulkObstacle)).toEqual([null, 'sensitive']);
    expect(first.items[0]).toMatchObject({
      departmentIds: [people.legal],
      askingMentions: null,
      before: null,
    });
  });

  it('says how many mentions ask for it, where somebody counts them', async () => {
    const id = await submitted();
    const counting = new WaitingService(dataSource, approvals, { count: async () => new Map([[id, 3]]) });
    expect((await counting.list(people.lawyer, undefined, 5)).items[0]?.askingMentions).toBe(3);
  });

  it('is approved together only where that is safe, row by row, exactly as it was shown', async () => {
    const [safe, sensitive, own] = [
      await submitted(),
      await submitted({ sensitivity: 'medium' }),
      await submitted(),
    ];
    await drafts
      .save(own, content(), 1, people.lawyer)
      .catch(() => approvals.withdraw(own, 1, people.author));
    await drafts.save(own, content({ doNotSay: 'Helene wrote this.' }), 2, people.lawyer);
    await approvals.submit(own, 1, people.author);
    const altered = await submitted();
    const shown = await Promise.all(
      [safe, sensitive, own, altered].map(async (answerId) => ({
        answerId,
        number: 1,
        departmentId: people.legal,
        contentHash: (await library.read(answerId)).versions[0]!.contentHash!,
      })),
    );
    await approvals.withdraw(altered, 1, people.author);
    const { revision } = (await library.read(altered)).versions[0]!;
    await drafts.save(altered, content({ doNotSay: 'Changed since.' }), revision, people.author);
    await approvals.submit(altered, 1, people.author);
    const outcome = await waiting.approveSeveral(
      [...shown, { ...shown[0]!, answerId: '424242' }, { ...shown[0]!, departmentId: people.pr }, shown[0]!],
      'All read.',
      people.lawyer,
    );
    expect(outcome.map(({ approved: done, problem }) => (done ? 'approved' : problem?.code))).toEqual([
      'approved',
      'not-in-bulk',
      'own-words',
      'changed-since-shown',
      'answer-not-found',
      'not-your-department',
      'department-already-decided',
    ]);
    const [version] = (await library.read(safe)).versions;
    expect(version?.approvals[0]).toMatchObject({ decision: 'approved', comment: 'All read.' });
  });
});

describe('a text that does not fit its network', () => {
  it('is not approved, even when it was submitted while it still did', async () => {
    const id = await drafts.create('answer', content(), people.author);
    await approvals.submit(id, 1, people.author);
    const long = { language: 'fr' as const, network: null, body: 'a'.repeat(2001) };
    const { contentHash } = await import('./content-hash.js');
    const other = content().variants.filter(({ language }) => language === 'en');
    const hash = contentHash({
      ...content({ variants: [long, ...other] }),
      answerId: id,
      kind: 'answer',
      number: 1,
    });
    await dataSource.transaction(async (manager) => {
      await manager.query(`set local session_replication_role = 'replica'`);
      await manager.query('update answer_version set content_hash = $2 where answer_id = $1', [id, hash]);
      await manager.query(
        `update answer_variant set body = $2 where language = 'fr'
           and version_id in (select id from answer_version where answer_id = $1)`,
        [id, long.body],
      );
    });
    const decide = (decision: 'approved' | 'refused', comment?: string) =>
      approvals.decide(id, 1, { departmentId: people.legal, decision, comment }, people.lawyer);
    expect(await code(decide('approved'))).toBe('variant-too-long');
    expect(await code(decide('refused', 'Too long.'))).toBe('done');
  });
});

describe('the owner of an answer', () => {
  it('can be changed to somebody active, or to nobody', async () => {
    const owners = new AnswerOwnerService(dataSource);
    const id = await approved();
    await owners.change(id, people.lawyer.personId, people.author);
    expect((await library.read(id)).owner?.name).toBe('Helene');
    expect(await code(owners.change(id, '424242', people.author))).toBe('unknown-person');
    await owners.change(id, null, people.author);
    expect((await library.read(id)).owner).toBeNull();
    expect(await code(owners.change('424242', null, people.author))).toBe('answer-not-found');
  });
});

describe('a version that was approved before key messages were part of the hash', () => {
  it('may still be published, and not when a key message is slipped in', async () => {
    const id = await drafts.create('answer', content(), people.author);
    await approve(id, 1);
    const variantId = (await library.read(id)).versions[0]!.variants[0]!.id;
    const { contentHash } = await import('./content-hash.js');
    const old = contentHash({ ...content(), answerId: id, kind: 'answer', number: 1 }, 1);
    const asBefore = async (sql: string, values: unknown[]) =>
      dataSource.transaction(async (manager) => {
        await manager.query(`set local session_replication_role = 'replica'`);
        await manager.query(sql, values);
      });
    await asBefore('update answer_version set hash_rule = 1, content_hash = $2 where answer_id = $1', [
      id,
      old,
    ]);
    await asBefore(
      'update answer_approval set content_hash = $2 where version_id in (select id from answer_version where answer_id = $1)',
      [id, old],
    );
    expect(await readApprovedVariant(dataSource.manager, variantId)).toHaveProperty('contentHash', old);
    await expect(
      dataSource.query(
        `update answer_version set key_messages = '[{"id":"a","text":"b"}]' where answer_id = $1`,
        [id],
      ),
    ).rejects.toThrow(/fixed/);
    await asBefore(
      `update answer_version set key_messages = '[{"id":"a","text":"b"}]' where answer_id = $1`,
      [id],
    );
    expect(await readApprovedVariant(dataSource.manager, variantId)).toEqual({ refused: 'variant-altered' });
  });
});

describe('the list of the library', () => {
  it('can be read in the order of its dates, page after page', async () => {
    await dataSource.query(`update answer_version set state = 'retired' where state = 'approved'`);
    const at = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
    const [late, soon] = [await approved({ validUntil: at(50) }), await approved({ validUntil: at(5) })];
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await library.list({ sort: 'expiring', state: ['approved'] }, cursor, 1);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(ids).toEqual([soon, late]);
    const page = await library.list({ sort: 'review' }, undefined, 1);
    expect(await code(library.list({ sort: 'most_used' }, page.next!, 1))).toBe('cursor-invalid');
  });
});
