import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { verifyChain } from '#audit';
import { createDataSource } from '#platform/database';
import { Problem } from '#platform/problem';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { ENTITIES } from '#schema';
import { ApprovalsService } from './approvals.service.js';
import { readApprovedVariant } from './approved-variant.js';
import type { VersionContent } from './contract.js';
import { DraftsService } from './drafts.service.js';
import { addLibraryPeople, libraryContent, type LibraryPeople } from './library.fixture.js';
import { LibraryService } from './library.service.js';

let database: TestDatabase;
let dataSource: DataSource;
let people: LibraryPeople;
let drafts: DraftsService;
let approvals: ApprovalsService;
let library: LibraryService;
let id: string;

const content = (change: Partial<VersionContent> = {}) => libraryContent(people, change);
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : `unexpected: ${String(error)}`),
  );
const approve = (
  number: number,
  by: 'lawyer' | 'otherLawyer' | 'spokesperson' | 'author',
  department: 'legal' | 'pr',
) => approvals.decide(id, number, { departmentId: people[department], decision: 'approved' }, people[by]);
const states = async () => (await library.read(id)).versions.map(({ number, state }) => `${number} ${state}`);
async function approveBoth(number: number) {
  await approve(number, 'lawyer', 'legal');
  await approve(number, 'spokesperson', 'pr');
}

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES }).initialize();
  people = await addLibraryPeople(dataSource);
  drafts = new DraftsService(dataSource);
  approvals = new ApprovalsService(dataSource);
  library = new LibraryService(dataSource);
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});
beforeEach(async () => {
  id = await drafts.create('answer', content(), people.author);
});

describe('an answer', () => {
  it('comes into force when every department asked has approved', async () => {
    await approvals.submit(id, 1, people.author);
    expect((await library.read(id)).awaitingDepartmentIds).toEqual([people.legal, people.pr]);
    await approve(1, 'lawyer', 'legal');
    expect(await library.read(id)).toMatchObject({ state: 'in_review', awaitingDepartmentIds: [people.pr] });
    await approve(1, 'spokesperson', 'pr');
    const answer = await library.read(id);
    expect(answer).toMatchObject({ state: 'approved', currentVersionNumber: 1, awaitingDepartmentIds: [] });
    expect(answer.versions[0]?.approvals.map(({ by }) => by?.name)).toEqual(['Helene', 'Antoine']);
    expect(answer.versions[0]?.current).toBe(true);
  });

  it('is approved once when both departments approve at the same moment', async () => {
    await approvals.submit(id, 1, people.author);
    const both = await Promise.all([
      code(approve(1, 'lawyer', 'legal')),
      code(approve(1, 'spokesperson', 'pr')),
    ]);
    expect(both).toEqual(['done', 'done']);
    expect(await states()).toEqual(['1 approved']);
  });

  it('takes one decision of a department, also from two people at once', async () => {
    await approvals.submit(id, 1, people.author);
    const both = await Promise.all([
      code(approve(1, 'lawyer', 'legal')),
      code(approve(1, 'otherLawyer', 'legal')),
    ]);
    expect(both.sort()).toEqual(['department-already-decided', 'done']);
  });

  it('is not approved by its author, nor by anyone who edited it, even long before', async () => {
    await drafts.save(id, content({ doNotSay: 'Pas de date.' }), 1, people.lawyer);
    await drafts.save(id, content({ doNotSay: 'Aucune date.' }), 2, people.author);
    await approvals.submit(id, 1, people.author);
    expect(await code(approve(1, 'author', 'pr'))).toBe('own-words');
    expect(await code(approve(1, 'lawyer', 'legal'))).toBe('own-words');
    expect(await code(approve(1, 'otherLawyer', 'legal'))).toBe('done');
  });

  it('may be approved by someone who only pressed save', async () => {
    await drafts.save(id, content(), 1, people.lawyer);
    expect((await library.read(id)).versions[0]?.revision).toBe(1);
    await approvals.submit(id, 1, people.author);
    expect(await code(approve(1, 'lawyer', 'legal'))).toBe('done');
  });

  it('is decided only by members of the departments that are asked', async () => {
    await approvals.submit(id, 1, people.author);
    expect(await code(approve(1, 'lawyer', 'pr'))).toBe('not-your-department');
    const outsider = { ...people.lawyer, departmentIds: ['999'] };
    expect(await code(approvals.decide(id, 1, { departmentId: '999', decision: 'approved' }, outsider))).toBe(
      'not-your-department',
    );
  });

  it('goes back to the draft when refused: the reason stays, other approvals are void', async () => {
    await approvals.submit(id, 1, people.author);
    await approve(1, 'lawyer', 'legal');
    const refusal = { departmentId: people.pr, decision: 'refused' as const, comment: 'Trop froid.' };
    await approvals.decide(id, 1, refusal, people.spokesperson);
    const [version] = (await library.read(id)).versions;
    expect(version).toMatchObject({ state: 'draft', submittedAt: null });
    expect(version?.approvals).toEqual([
      expect.objectContaining({ departmentId: people.legal, decision: null }),
      expect.objectContaining({ departmentId: people.pr, decision: 'refused', comment: 'Trop froid.' }),
    ]);
    await drafts.save(id, content({ doNotSay: 'x' }), version?.revision, people.author);
    await approvals.submit(id, 1, people.author);
    expect((await library.read(id)).awaitingDepartmentIds).toEqual([people.legal, people.pr]);
    await approveBoth(1);
    expect(await states()).toEqual(['1 approved']);
  });

  it('is withdrawn by those who wrote it only', async () => {
    await approvals.submit(id, 1, people.author);
    expect(await code(approvals.withdraw(id, 1, people.lawyer))).toBe('not-your-draft');
    await approve(1, 'lawyer', 'legal');
    await approvals.withdraw(id, 1, people.author);
    const [version] = (await library.read(id)).versions;
    expect(version?.state).toBe('draft');
    expect(version?.approvals.every(({ decision }) => decision === null)).toBe(true);
  });

  it('stays in force while its next version is written, and gives way when that is approved', async () => {
    await approvals.submit(id, 1, people.author);
    await approveBoth(1);
    const variantOne = (await library.read(id)).versions[0]!.variants[0]!.id;
    await drafts.save(id, content({ doNotSay: 'Nouveau.' }), undefined, people.author);
    expect(await states()).toEqual(['2 draft', '1 approved']);
    expect(await library.read(id)).toMatchObject({
      state: 'draft',
      versionNumber: 2,
      currentVersionNumber: 1,
    });
    expect(await readApprovedVariant(dataSource.manager, variantOne)).toMatchObject({ versionNumber: 1 });
    await approvals.submit(id, 2, people.author);
    expect(await code(drafts.save(id, content(), 1, people.author))).toBe('version-in-review');
    await approveBoth(2);
    expect(await states()).toEqual(['2 approved', '1 superseded']);
    expect(await readApprovedVariant(dataSource.manager, variantOne)).toEqual({
      refused: 'variant-not-approved',
      state: 'superseded',
    });
  });

  it('is not overwritten by a save that started from an older draft', async () => {
    await drafts.save(id, content({ doNotSay: 'Un.' }), 1, people.author);
    expect(await code(drafts.save(id, content({ doNotSay: 'Deux.' }), 1, people.lawyer))).toBe(
      'changed-meanwhile',
    );
    expect(await code(drafts.save(id, content({ doNotSay: 'Deux.' }), undefined, people.lawyer))).toBe(
      'changed-meanwhile',
    );
    expect((await library.read(id)).versions[0]?.doNotSay).toBe('Un.');
  });

  it('has one next version when two people start it at once', async () => {
    await approvals.submit(id, 1, people.author);
    await approveBoth(1);
    const both = await Promise.all([
      code(drafts.save(id, content({ doNotSay: 'Un.' }), undefined, people.author)),
      code(drafts.save(id, content({ doNotSay: 'Deux.' }), undefined, people.lawyer)),
    ]);
    expect(both.sort()).toEqual(['changed-meanwhile', 'done']);
  });

  it('is out of use at once when retired, and nothing in review slips in behind it', async () => {
    expect(await code(approvals.retire(id, 'faux', people.lawyer))).toBe('transition-not-allowed');
    await approvals.submit(id, 1, people.author);
    await approveBoth(1);
    await drafts.save(id, content({ doNotSay: 'x' }), undefined, people.author);
    await approvals.submit(id, 2, people.author);
    await approve(2, 'lawyer', 'legal');
    await approvals.retire(id, 'Le délai a changé.', people.lawyer);
    expect(await states()).toEqual(['2 draft', '1 retired']);
    expect((await library.read(id)).currentVersionNumber).toBeNull();
  });

  it('is not current before its time nor after it, whether or not the clock has ticked', async () => {
    const soon = new Date(Date.now() + 1200).toISOString();
    const started = await drafts.create('answer', content({ validUntil: soon }), people.author);
    const later = await drafts.create(
      'answer',
      content({ validFrom: '2099-01-01T00:00:00Z' }),
      people.author,
    );
    for (id of [started, later]) {
      await approvals.submit(id, 1, people.author);
      await approveBoth(1);
    }
    const startedVariant = (await library.read(started)).versions[0]!.variants[0]!.id;
    const laterVariant = (await library.read(later)).versions[0]!.variants[0]!.id;
    expect(await readApprovedVariant(dataSource.manager, startedVariant)).toHaveProperty('contentHash');
    expect(await readApprovedVariant(dataSource.manager, laterVariant)).toMatchObject({
      refused: 'variant-expired',
    });
    await sleep(1300);
    expect(await library.read(started)).toMatchObject({ state: 'approved', currentVersionNumber: null });
    expect(await readApprovedVariant(dataSource.manager, startedVariant)).toMatchObject({
      refused: 'variant-expired',
    });
    expect(await approvals.expire()).toBe(1);
    expect(await approvals.expire()).toBe(0);
    expect(await library.read(started)).toMatchObject({ state: 'expired' });
    expect(await library.read(later)).toMatchObject({ state: 'approved' });
  });
});

describe('bad content', () => {
  it('is kept out of a draft with the names of its fields, and changes nothing', async () => {
    const bad = content({ levelMin: 3, levelMax: 1, departmentIds: ['404'], topicId: '404' });
    const error = await drafts.create('answer', bad, people.author).catch((problem: unknown) => problem);
    expect((error as Problem).errors.map(({ field, code: kind }) => [field, kind])).toEqual([
      ['content.levelMax', 'levels-reversed'],
      ['content.departmentIds.0', 'unknown-department'],
      ['content.topicId', 'unknown-topic'],
    ]);
  });

  it('may stand in a draft when it is only incomplete, but not be submitted', async () => {
    await drafts.save(id, content({ variants: [] }), 1, people.author);
    expect(await code(approvals.submit(id, 1, people.author))).toBe('variant-missing');
    expect(await states()).toEqual(['1 draft']);
  });

  it('in an answer that does not exist is refused', async () => {
    expect(await code(drafts.save('424242', content(), 1, people.author))).toBe('answer-not-found');
    expect(await code(approvals.submit(id, 7, people.author))).toBe('answer-not-found');
    expect(await code(library.read('424242'))).toBe('answer-not-found');
  });
});

describe('words behind an approval', () => {
  it('cannot be changed in the database', async () => {
    await approvals.submit(id, 1, people.author);
    const version = (await library.read(id)).versions[0]!;
    for (const sql of [
      `update answer_variant set body = 'Autre chose.' where version_id = $1`,
      `delete from answer_variant where version_id = $1`,
      `insert into answer_variant (version_id, language, network, body) values ($1, 'fr', 'x', 'Autre chose.')`,
      `update answer_version set placeholders = '[]', do_not_say = 'x' where id = $1`,
    ]) {
      await expect(dataSource.query(sql, [version.id])).rejects.toThrow(/fixed/);
    }
  });

  it('are noticed by the approver when they were changed behind the product’s back', async () => {
    await approvals.submit(id, 1, people.author);
    await withoutTriggers(`update answer_version set do_not_say = 'autre' where answer_id = ${id}`);
    expect(await code(approve(1, 'lawyer', 'legal'))).toBe('version-altered');
  });

  it('are refused for publishing when changed, or when an approval is not of the right person', async () => {
    await approvals.submit(id, 1, people.author);
    await approveBoth(1);
    const { variants } = (await library.read(id)).versions[0]!;
    const variantId = variants.find(({ language }) => language === 'fr')!.id;
    await withoutTriggers(`update answer_variant set body = 'Autre chose.' where id = ${variantId}`);
    expect(await readApprovedVariant(dataSource.manager, variantId)).toEqual({ refused: 'variant-altered' });
    await withoutTriggers(
      `update answer_variant set body = 'Le virement part sous cinq jours ouvrés.' where id = ${variantId}`,
    );
    expect(await readApprovedVariant(dataSource.manager, variantId)).toHaveProperty('contentHash');
    await dataSource.query(
      `update answer_approval set person_id = $2 where department_id = $3
         and version_id = (select version_id from answer_variant where id = $1)`,
      [variantId, people.author.personId, people.pr],
    );
    expect(await readApprovedVariant(dataSource.manager, variantId)).toEqual({ refused: 'variant-altered' });
  });

  async function withoutTriggers(sql: string): Promise<void> {
    await dataSource.transaction(async (manager) => {
      await manager.query(`set local session_replication_role = 'replica'`);
      await manager.query(sql);
    });
  }
});

describe('the record', () => {
  it('holds every step, by whom, and its chain is whole', async () => {
    await approvals.submit(id, 1, people.author);
    await approveBoth(1);
    const entries: { action: string; actor_name: string }[] = await dataSource.query(
      `select action, actor_name from audit_entry where subject_type = 'answer' and subject_id = $1 order by position`,
      [id],
    );
    expect(entries.map(({ action, actor_name: by }) => `${action} ${by}`)).toEqual([
      'answer.created Camille',
      'answer.submitted Camille',
      'answer.department_approved Helene',
      'answer.department_approved Antoine',
      'answer.approved Antoine',
    ]);
    expect(await verifyChain(dataSource.manager)).toMatchObject({ intact: true });
  });
});
