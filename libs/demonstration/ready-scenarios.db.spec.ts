import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { isCurrentSql } from '#answers';
import type { DrillDetail } from '#contract/drills';
import { ConductService, DrillPlayer, DrillReader } from '#drills';
import { evaluateDue } from '#levels';
import { TrainingNetwork } from '#networks';
import { createDataSource } from '#platform/database';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { lengthOf, READY_SCENARIOS } from '#rules/drills';
import { ENTITIES } from '#schema';
import { type DemoActor, demoPerson } from './demo-person.js';
import { prepareContacts } from './prepare-contacts.js';
import { prepareDrills } from './prepare-drill.js';
import { prepareWorkspace } from './prepare-workspace.js';
import { AT_ONCE } from './reply-then.js';
import { pullTraining } from './training-pull.fixture.js';

/** A Tuesday morning; the week before it is the demonstration's, so that topics know what is usual. */
const START = new Date('2026-05-05T07:00:00Z');
/** The fastest that is meant for people: minutes of the scenario pass in six seconds, those of the levels do not. */
const SPEED = 10;
/** Seconds between two looks: the clock of a drill stands still when nobody looks for five. */
const LOOK = 4;

let database: TestDatabase;
let dataSource: DataSource;
let lead: DemoActor;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES, poolSize: 12 }).initialize();
  await prepareWorkspace(dataSource, { demonstration: true, now: START, report: () => undefined });
  await dataSource.query('update topic set rematch_total = null, rematch_done = null');
  lead = await demoPerson(dataSource, ({ roles }) => roles.includes('crisis_lead'));
  await pull();
  for (const seconds of [-60, -30]) await evaluateDue(dataSource, () => after(seconds));
  await dataSource.query('create table level_before as select * from topic_level');
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

const after = (seconds: number) => new Date(START.getTime() + seconds * 1000);

const pull = () => pullTraining(dataSource);

/** Takes away what a drill left, so that the next one finds the levels as they stood. */
async function clear(): Promise<void> {
  const since = `'${START.toISOString()}'`;
  await dataSource.query(`
    set session_replication_role = replica;
    delete from topic_level; insert into topic_level select * from level_before;
    delete from topic_level_event where at >= ${since}; delete from topic_level_ask;
    delete from topic_minute where minute >= ${since};
    delete from mention_topic where published_at >= ${since};
    delete from mention_counter where minute >= ${since};
    delete from mention_identity where published_at >= ${since};
    delete from mention where published_at >= ${since};
    delete from reply; delete from drill_inject; delete from drill_spell; delete from drill;
    set session_replication_role = origin`);
}

/** Plays a scenario to its end. `speaks`: a holding statement leaves as soon as the first inject asks for one. */
async function play(key: string, language: 'fr' | 'en', speaks: boolean): Promise<DrillDetail> {
  await clear();
  const network = new TrainingNetwork(dataSource);
  const conduct = new ConductService(dataSource, network, AT_ONCE);
  const player = new DrillPlayer(dataSource, network);
  const reader = new DrillReader(dataSource);
  const { scenario } = READY_SCENARIOS.find((one) => one.key === key)!;
  const asks = scenario.injects.find(({ expected }) =>
    expected.some(({ kind }) => kind === 'holding_statement'),
  )!;
  const id = await conduct.prepare({ title: key, scenarioKey: key, language, speed: SPEED }, lead);
  await conduct.move(id, { move: 'start' }, lead, START);
  const end = lengthOf(scenario) / SPEED + LOOK;
  let spoken = !speaks;
  for (let at = LOOK; at < end + LOOK; at += LOOK) {
    if ((await player.tick(after(at))) > 0) await pull();
    await evaluateDue(dataSource, () => after(at));
    if (!spoken && asks.atSeconds / SPEED < at) spoken = await speak(id, asks.key, after(at + 1));
  }
  await conduct.move(id, { move: 'end' }, lead, after(end));
  return reader.read(id, true);
}

async function speak(drillId: string, inject: string, at: Date): Promise<boolean> {
  const sent: unknown[] = await dataSource.query(
    `with said as (
       select a.id as answer_id, v.id as version_id, w.id as variant_id from answer a
       join answer_version v on v.answer_id = a.id and ${isCurrentSql('v')}
       join answer_variant w on w.version_id = v.id
       where a.kind = 'holding_statement' limit 1)
     insert into reply (mention_id, realm, network, answer_id, answer_version_id, answer_variant_id, content_hash,
       placeholders, text, state, person_id, previous_state, created_at, due_at, sent_at, external_id, conversation)
     select m.mention_id, 'training', 'training', answer_id, version_id, variant_id, '', '{}', 'We are looking into it.',
       'sent', $3, 'new', $4, $4, $4, 'said-' || m.mention_id, 'drill'
     from said, drill_inject i join mention_identity m on m.network = 'training' and m.external_id = i.post_id::text
     where i.drill_id = $1 and i.key = $2 returning id`,
    [drillId, inject, lead.personId, at],
  );
  return sent.length > 0;
}

describe('the demonstration', () => {
  it('holds drills that are over, measured by what was done, and of which nothing waits for anybody', async () => {
    const reader = new DrillReader(dataSource);
    const { items } = await reader.list({ limit: 10 });
    const over = { state: 'debriefed', language: 'fr' };
    expect(items).toMatchObject([over, over]);
    // The newer one went better, so that a comparison has something to say.
    expect(items[0]!.overall! - items[1]!.overall!).toBeGreaterThan(10);
    const { evaluation, injects, notes, overall } = await reader.read(items[0]!.id, false);
    expect(injects.every(({ outcome, mentionId }) => outcome === 'skipped' || mentionId !== null)).toBe(true);
    const state = (inject: string, kind: string) =>
      evaluation?.outcomes.find((one) => one.inject === inject && one.kind === kind)?.state;
    expect(['first', 'ticket', 'trip', 'second'].map((inject) => state(inject, 'reply'))).toEqual([
      ...['done', 'wrong', 'late', 'missing'],
    ]);
    expect(state('wave', 'holding_statement')).toBe('missing');
    expect([state('second', 'escalate'), state('wave', 'level'), state('joke', 'no_reply')]).toEqual([
      'done',
      'done',
      'done',
    ]);
    // The scenario names the answers in English; this drill was held in French.
    const french: { question: string }[] = await dataSource.query(
      'select question_fr as question from answer_version',
    );
    const expected = injects
      .flatMap((inject) => inject.expected)
      .flatMap((one) => (one.kind === 'reply' && one.answer !== null ? [one.answer] : []));
    expect(expected.length).toBeGreaterThan(0);
    expect(french.map(({ question }) => question)).toEqual(expect.arrayContaining(expected));
    const measured = (criterion: string) =>
      evaluation?.measures.find((one) => one.criterion === criterion)?.score;
    expect([measured('detection'), measured('level'), measured('acknowledged')]).toEqual([100, 100, 100]);
    expect(overall).toBeGreaterThan(0);
    expect(notes.map(({ elapsedMs }) => Math.floor(elapsedMs / 60_000))).toEqual([11, 16, 33]);
    const waiting = await dataSource.query(
      `select m.state from drill_inject i
       join mention_identity known on known.network = 'training' and known.external_id = i.post_id::text
       join mention m on m.id = known.mention_id and m.published_at = known.published_at where m.state not in ('no_reply', 'answered')
       union all select e.state from escalation e join escalation_mention em on em.escalation_id = e.id
       where e.state <> 'closed' and em.mention_id in (select id from mention where network = 'training'
         and external_id in (select post_id::text from drill_inject))`,
    );
    expect(waiting).toEqual([]);
  });

  it('knows people by accounts on several networks, with a note and a reference, in both realms', async () => {
    const contacts: { realm: string; accounts: number; networks: number }[] = await dataSource.query(
      `select c.realm, count(*)::integer as accounts, count(distinct a.network)::integer as networks
       from contact c join contact_author ca on ca.contact_id = c.id join author a on a.id = ca.author_id
       where c.note is not null group by c.id order by c.id`,
    );
    expect(contacts.filter(({ realm }) => realm === 'live').every(({ networks }) => networks >= 2)).toBe(
      true,
    );
    expect(contacts.map(({ realm }) => realm)).toEqual(expect.arrayContaining(['live', 'training']));
  });

  it('is prepared once, however often it is gone on with', async () => {
    const count = async () => {
      const [row] = await dataSource.query(
        `select (select count(*) from drill)::integer as drills, (select count(*) from contact)::integer as contacts,
           (select count(*) from training_post)::integer as posts`,
      );
      return row;
    };
    const before = await count();
    await prepareContacts(dataSource);
    await prepareDrills(dataSource, START);
    expect(await count()).toEqual(before);
  });
});

const cases = READY_SCENARIOS.flatMap(({ key }) =>
  (['fr', 'en'] as const).map((language) => [key, language] as const),
);

describe.each(cases)('the ready scenario %s in %s', (key, language) => {
  const { scenario } = READY_SCENARIOS.find((one) => one.key === key)!;
  const expectedLevels = scenario.injects.flatMap((inject) =>
    inject.expected.filter(({ kind }) => kind === 'level').map(() => ({ inject: inject.key, state: 'done' })),
  );
  const levels = ({ evaluation }: DrillDetail) => ({
    value: evaluation?.measures.find(({ criterion }) => criterion === 'level')?.value,
    reached: evaluation?.outcomes
      .filter(({ kind }) => kind === 'level')
      .map(({ inject, state }) => ({ inject, state })),
  });
  const branches = ({ injects }: DrillDetail) =>
    injects.flatMap(({ branch, outcome }) => (branch ? [{ when: branch.when, outcome }] : []));

  it('brings its topics to the levels of its grid in time, not higher, where nobody says anything', async () => {
    const drill = await play(key, language, false);
    expect(drill.answersMissing).toEqual([]);
    expect(levels(drill)).toEqual({ value: scenario.targets.level, reached: expectedLevels });
    for (const { when, outcome } of branches(drill))
      expect({ when, outcome }).toEqual({ when, outcome: when === 'not_done' ? 'posted' : 'skipped' });
  });

  it('does so where a holding statement leaves at once, and takes the other branches then', async () => {
    const drill = await play(key, language, true);
    expect(levels(drill)).toEqual({ value: scenario.targets.level, reached: expectedLevels });
    expect(drill.evaluation?.outcomes.find(({ kind }) => kind === 'holding_statement')?.state).toBe('done');
    for (const { when, outcome } of branches(drill))
      expect({ when, outcome }).toEqual({ when, outcome: when === 'done' ? 'posted' : 'skipped' });
  });
});

it('each ready scenario hangs something on what the team does, and only on its holding statement', () => {
  for (const { key, scenario } of READY_SCENARIOS) {
    const reactions = scenario.injects.flatMap(({ branch }) => (branch ? [branch.reaction] : []));
    expect({ key, reactions: [...new Set(reactions)] }).toEqual({ key, reactions: ['holding_statement'] });
  }
});
