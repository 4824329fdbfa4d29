import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { inviteToAnswer } from '#colleagues';
import { CrisisWorker, declare } from '#crisis';
import { CloseCaused, ConductService, DrillPlayer, DrillReader } from '#drills';
import { followRequests, followTopics, openEscalation, runDue } from '#escalation';
import { evaluateDue, setLevel } from '#levels';
import { decide } from '#mentions';
import { TrainingNetwork } from '#networks';
import { createDataSource, inTransaction } from '#platform/database';
import { outcomeOf, type TestDatabase, testDatabase } from '#platform/testing';
import { OutboxService } from '#replies';
import { AskService, RequestsWorker } from '#requests';
import { ENTITIES } from '#schema';
import { type DemoActor, demoPerson } from './demo-person.js';
import { prepareWorkspace } from './prepare-workspace.js';
import { AT_ONCE } from './reply-then.js';
import { pullTraining } from './training-pull.fixture.js';

const HOUR_MS = 3_600_000;
/** Where what was told of exercises leads, whether it was gathered yet or not. */
const TOLD = `select link from notice where params ? 'exercise_en'
  union all select link from notification where params ? 'exercise_en' and read_at is null`;
const MATTERS = `select '/escalations/' || id as link from escalation union all select '/requests/' || id from answer_request`;

let database: TestDatabase;
let dataSource: DataSource;
let conduct: ConductService;
let reader: DrillReader;
let outbox: OutboxService;
let lead: DemoActor;
let manager: DemoActor;
let legal: DemoActor;
let topicId: string;
/** Open escalations and missing answers of the demonstration. They go on ringing, as they should. */
let earlier: ReadonlySet<string>;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES, poolSize: 12 }).initialize();
  // What it prepares was there before any drill of this spec.
  const now = new Date(Date.now() - HOUR_MS);
  await prepareWorkspace(dataSource, { demonstration: true, now, report: () => undefined });
  await dataSource.query('update topic set rematch_total = null, rematch_done = null');
  lead = await demoPerson(dataSource, ({ roles }) => roles.includes('crisis_lead'));
  manager = await demoPerson(dataSource, ({ roles }) => roles.includes('community_manager'));
  legal = await demoPerson(dataSource, ({ email }) => email.startsWith('helene.vasseur'));
  conduct = new ConductService(dataSource, new TrainingNetwork(dataSource), AT_ONCE);
  reader = new DrillReader(dataSource);
  const publisher = {
    idempotent: true,
    posts: true,
    publish: () => Promise.reject(new Error('nothing is published here')),
    find: () => Promise.resolve('none' as const),
  };
  outbox = new OutboxService(dataSource, () => publisher, AT_ONCE, { replyDelaySeconds: 60 });
  await dataSource.query(`insert into invitation_policy (level_max, department_ids, confirm, reason)
    values (4, '{}', false, 'colleagues take part')`);
  await dataSource.query('delete from notice');
  await dataSource.query(`update answer_request set due_at = now() + interval '30 days'`);
  earlier = new Set(await links(MATTERS));
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

const links = async (sql: string): Promise<string[]> =>
  (await dataSource.query(sql)).map(({ link }: { link: string }) => link);
const toldOfDrill = async () => (await links(TOLD)).filter((link) => !earlier.has(link));
const closer = (spoilt?: (kind: string) => void) =>
  new CloseCaused(
    dataSource,
    {
      cancelWithin: (...given: Parameters<OutboxService['cancelWithin']>) => {
        spoilt?.('reply');
        return outbox.cancelWithin(...given);
      },
    } as OutboxService,
    AT_ONCE,
  );
const kindsOf = async (drillId: string) => (await conduct.caused(drillId)).map(({ kind }) => kind);

/** A drill under way whose posts have come in; returns its id and its mentions of the topic that has most of them. */
async function underWay(): Promise<{ drillId: string; mentions: string[] }> {
  const given = { title: 'La batterie', scenarioKey: 'product_defect', language: 'fr' as const, speed: 60 };
  const drillId = await conduct.prepare(given, lead);
  const start = Date.now() - 40_000;
  await conduct.move(drillId, { move: 'start' }, lead, new Date(start));
  const player = new DrillPlayer(dataSource, new TrainingNetwork(dataSource));
  for (let at = 0; at <= 36; at += 4) await player.tick(new Date(start + at * 1000));
  await pullTraining(dataSource);
  const { injects } = await reader.read(drillId, true);
  const [topic] = await dataSource.query(
    `select topic_id as id, array_agg(mention_id::text order by mention_id) as mentions from mention_topic
     where mention_id = any($1::bigint[]) group by 1 order by count(*) desc limit 1`,
    [injects.flatMap(({ mentionId }) => mentionId ?? [])],
  );
  topicId = topic.id;
  const mentions: string[] = topic.mentions;
  expect(mentions.length).toBeGreaterThanOrEqual(4);
  return { drillId, mentions };
}

/** Everything that a drill can leave open: what people did, and what followed by itself. */
async function leaveOpen([first, second, third, fourth]: string[]): Promise<void> {
  const until = new Date(Date.now() + HOUR_MS).toISOString();
  const inOne = <T>(work: Parameters<typeof inTransaction<T>>[1]) => inTransaction(dataSource, work);
  await inOne(({ manager: rows }) =>
    setLevel(rows, lead, topicId, { realm: 'training', level: 3, until, reason: 'rising' }, new Date()),
  );
  await followTopics(dataSource, () => new Date());
  const crisis = new CrisisWorker(dataSource).part().ticks ?? [];
  for (const { run } of crisis) await run(new AbortController().signal);
  const asked = { action: 'escalate' as const, note: 'What do we say?', departmentIds: legal.departmentIds };
  await inOne(async ({ manager: rows }) => {
    await decide(rows, manager, [first!], asked);
    await openEscalation(
      rows,
      {
        ...{ subjectType: 'mention', subjectId: first!, realm: 'training', level: 2, topicIds: [topicId] },
        ...{ question: 'What do we say?', departmentIds: legal.departmentIds, mentionIds: [first!] },
        openedBy: manager,
      },
      new Date(),
    );
  });
  const request = {
    ...{ mentionId: second!, departmentIds: legal.departmentIds, similarMentionIds: [] },
    question: 'Which batteries?',
  };
  await new AskService(dataSource).ask(request, manager);
  const colleague = await demoPerson(dataSource, ({ roles }) => roles.includes('colleague'));
  await inviteToAnswer(
    dataSource,
    third!,
    { personId: colleague.personId, fieldId: null, note: '' },
    manager,
    { canReply: () => true, now: new Date() },
  );
  const [variant] = await dataSource.query(
    `select w.id from answer a join answer_version v on v.answer_id = a.id and v.state = 'approved'
     join answer_variant w on w.version_id = v.id and w.language = 'fr' and w.network is null
     join mention_identity i on i.mention_id = $1
     join mention m on m.id = i.mention_id and m.published_at = i.published_at
     where v.placeholders = '[]' and m.level between v.level_min and v.level_max order by w.id limit 1`,
    [fourth],
  );
  await outbox.send(fourth!, { answerVariantId: variant.id, placeholders: {} }, manager, null);
  await inOne(({ manager: rows }) =>
    declare(
      rows,
      lead,
      {
        ...{ topicId, realm: 'training', title: 'Batteries', type: 'product_defect', why: 'Fire' },
        ...{ leadId: lead.personId, roles: [], freeze: true, call: { link: '', phone: '', note: '' } },
      },
      new Date(),
    ),
  );
  await runDue(dataSource, () => new Date());
}

/** Everything that could ring, as it would a minute, an hour and two days later. */
async function letTimePass(): Promise<void> {
  for (const minutes of [1, 60, 2 * 24 * 60]) {
    const now = () => new Date(Date.now() + minutes * 60_000);
    await evaluateDue(dataSource, now);
    await followTopics(dataSource, now);
    await followRequests(dataSource, now);
    await runDue(dataSource, now);
  }
  const parts = [new CrisisWorker(dataSource).part(), new RequestsWorker(dataSource).part()];
  for (const { run } of parts.flatMap(({ ticks = [] }) => ticks)) await run(new AbortController().signal);
}

describe('a drill that ends', () => {
  it('closes what it caused when that is asked for, on record, whatever cuts the work off, and nothing of it rings', async () => {
    const older = await underWay();
    await leaveOpen(older.mentions);
    await conduct.move(older.drillId, { move: 'end' }, lead);
    const open = ['level', 'request', 'escalation', 'escalation', 'invitation', 'reply', 'incident'];
    expect(await kindsOf(older.drillId)).toEqual(open);
    const before = await dataSource.query(
      `select (select count(*)::int from answer_request where state = 'open') as requests,
         (select count(*)::int from answer_invitation where state = 'open') as invitations`,
    );
    const toldWhileOpen = await toldOfDrill();
    // Nobody has asked for it.
    await closer().run(older.drillId);
    expect(await kindsOf(older.drillId)).toEqual(open);
    expect(await outcomeOf(conduct.closeCaused(older.drillId, lead))).toBe('done');
    expect(await closer().due()).toEqual([older.drillId]);
    const cutOff = closer(() => {
      throw new Error('the worker was killed');
    });
    await expect(cutOff.run(older.drillId)).rejects.toThrow('killed');
    expect(await kindsOf(older.drillId)).toEqual(['reply', 'incident']);
    await Promise.all([closer().run(older.drillId), closer().run(older.drillId)]);
    expect(await kindsOf(older.drillId)).toEqual([]);
    expect(await closer().due()).toEqual([]);
    expect(await reader.read(older.drillId, true)).toMatchObject({
      closing: { by: { name: lead.name }, doneAt: expect.any(String) },
    });
    const closed: { action: string; actor: string; count: number }[] = await dataSource.query(
      `select action, actor_id as actor, count(*)::int as count from audit_entry
       where position > (select max(position) from audit_entry where action = 'drill.closing_asked')
         and action not like 'mention.%' group by 1, 2 order by 1`,
    );
    expect(closed.map(({ action, count }) => `${action} ${count}`)).toEqual([
      ...['drill.caused_closed 1', 'escalation.closed 2', 'incident.ended_with_drill 1'],
      ...['invitation.withdrawn 1', 'reply.cancelled 1', 'reply.unfrozen 1', 'request.withdrawn 1'],
      'topic.level_calmed 1',
    ]);
    expect(new Set(closed.map(({ actor }) => actor))).toEqual(new Set([lead.personId]));
    // What the demonstration had before the drill stays as it is.
    expect(
      await dataSource.query(
        `select (select count(*)::int from answer_request where state = 'open') + 1 as requests,
           (select count(*)::int from answer_invitation where state = 'open') + 1 as invitations`,
      ),
    ).toEqual(before);
    // All of it was told as of an exercise, that of answers, replies and invitations too.
    expect([...new Set(toldWhileOpen.map((link) => link.split(/[/?]/)[1]))].sort()).toEqual([
      ...['escalations', 'incidents', 'invitations', 'replies', 'requests', 'topics'],
    ]);
    expect(await toldOfDrill()).toEqual([]);
    await letTimePass();
    expect(await toldOfDrill()).toEqual([]);
  });

  it('leaves to the next one what is its own, and the level measures again at once', async () => {
    const first = await underWay();
    await conduct.move(first.drillId, { move: 'end', closeCaused: true }, lead);
    await closer().run(first.drillId);
    const [calm] = await dataSource.query(
      `select level from topic_level where topic_id = $1 and realm = 'training'`,
      [topicId],
    );
    expect(calm?.level ?? 0).toBe(0);
    const second = await underWay();
    await leaveOpen(second.mentions);
    expect(await outcomeOf(conduct.closeCaused(second.drillId, lead))).toBe('drill-not-over');
    await conduct.closeCaused(first.drillId, lead);
    await closer().run(first.drillId);
    expect(await kindsOf(second.drillId)).toEqual([
      ...['level', 'request', 'escalation', 'escalation', 'invitation', 'reply', 'incident'],
    ]);
    expect(await toldOfDrill()).not.toEqual([]);
  });
});
