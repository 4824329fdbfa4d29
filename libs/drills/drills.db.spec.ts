import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import {
  ConnectorRegistry,
  PullSource,
  ScenarioService,
  type SourceAccess,
  TrainingNetwork,
} from '#networks';
import { createDataSource } from '#platform/database';
import { emptying, outcomeOf, type TestDatabase, testDatabase } from '#platform/testing';
import { ENTITIES } from '#schema';
import { ConductService } from './conduct.service.js';
import type { Scenario } from './contract.js';
import { DebriefService } from './debrief.service.js';
import { DrillPlayer } from './drill-player.js';
import { plainInject, plainScenario } from './drills.fixture.js';
import { DrillReader } from './reader.service.js';
import { ScenariosService } from './scenarios.service.js';

jest.setTimeout(120_000);

let database: TestDatabase;
let dataSource: DataSource;
let network: TrainingNetwork;
let conduct: ConductService;
let player: DrillPlayer;
let reader: DrillReader;
let scenarios: ScenariosService;
let lead: { personId: string; name: string };

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES, poolSize: 12 }).initialize();
  network = new TrainingNetwork(dataSource);
  conduct = new ConductService(dataSource, network, { enqueue: () => Promise.resolve() });
  player = new DrillPlayer(dataSource, network);
  reader = new DrillReader(dataSource);
  scenarios = new ScenariosService(dataSource);
  const [person] = await dataSource.query(
    `insert into person (email, name, roles, locale)
     values ('julien@lumen.example', 'Julien', '{crisis_lead}', 'fr') returning id`,
  );
  lead = { personId: person.id, name: 'Julien' };
}, 120_000);
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});
beforeEach(() =>
  dataSource.query(
    emptying(`drill, drill_spell, drill_inject, drill_note, drill_score, drill_scenario, scenario, scenario_run,
       training_post, source, mention, mention_queue, mention_identity, mention_counter, decision, event`),
  ),
);

/** Now, as far as the drill knows: real rows are written by the database's clock, so this begins there too. */
let START: Date;
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000);

async function prepared(scenario: Scenario, speed = 1): Promise<string> {
  const { key } = await scenarios.create(scenario, lead);
  return conduct.prepare({ title: 'A drill', scenarioKey: key, language: 'en', speed }, lead);
}

async function started(scenario: Scenario, speed = 1): Promise<string> {
  const id = await prepared(scenario, speed);
  START = new Date(Date.now() - 600_000);
  await conduct.move(id, { move: 'start' }, lead, START);
  return id;
}

/** Looks once a second. */
async function playThrough(from: number, to: number) {
  for (let at = from; at <= to; at += 1) await player.tick(after(at));
}

const texts = async (): Promise<string[]> =>
  (await dataSource.query('select text from training_post order by id')).map(
    (row: { text: string }) => row.text,
  );
/** What was posted comes in the way every post comes in. */
async function pull() {
  await dataSource.query('update source set next_pull_at = now()');
  const registry = new ConnectorRegistry(
    { after: (id: string, limit: number) => network.after(id, limit) } as never,
    {} as never,
    {} as never,
  );
  const [source] = await dataSource.query(`select id from source where network = 'training'`);
  const access = { open: () => Promise.resolve(null) } as unknown as SourceAccess;
  await new PullSource(dataSource, registry, access).run(source.id, new AbortController().signal);
}
async function mentionOf(drillId: string, key: string): Promise<string> {
  const { injects } = await reader.read(drillId, true);
  return injects.find((one) => one.key === key)!.mentionId!;
}
const decide = (mentionId: string, state: string, at: Date) =>
  dataSource.query(
    `insert into decision (mention_id, person_id, action, from_state, to_state, version_after, at)
     values ($1, $2, $3, 'new', $3, 2, $4)`,
    [mentionId, lead.personId, state, at],
  );

describe('injects', () => {
  it('come once each, in their order, with any number of workers', async () => {
    await started(
      plainScenario(Array.from({ length: 30 }, (_, place) => plainInject(`i${place}`, place * 6))),
      60,
    );
    for (let at = 0; at <= 4; at += 0.5)
      await Promise.all(Array.from({ length: 4 }, () => player.tick(after(at))));
    expect(await texts()).toEqual(Array.from({ length: 30 }, (_, place) => `Post i${place}`));
    expect(await dataSource.query('select distinct look, own from training_post')).toEqual([
      { look: 'x', own: false },
    ]);
  });

  it('come once when a worker is cut off in the middle of them', async () => {
    await started(plainScenario([plainInject('one', 0), plainInject('two', 0), plainInject('three', 0)]));
    let left = 2;
    const cut = new DrillPlayer(dataSource, {
      insert: async (...given: Parameters<TrainingNetwork['insert']>) => {
        const post = await network.insert(...given);
        if (--left === 0) throw new Error('the worker was killed');
        return post;
      },
    } as TrainingNetwork);
    await expect(cut.tick(after(1))).rejects.toThrow('killed');
    expect(await texts()).toEqual([]);
    await playThrough(1, 2);
    expect(await texts()).toEqual(['Post one', 'Post two', 'Post three']);
  });

  it('wait through a pause, and do not pour out after a time in which nobody played them', async () => {
    const id = await started(
      plainScenario(Array.from({ length: 300 }, (_, at) => plainInject(`i${at}`, at))),
    );
    await playThrough(0, 3);
    expect(await texts()).toHaveLength(4);
    await conduct.move(id, { move: 'pause' }, lead, after(3));
    await playThrough(4, 8);
    expect(await texts()).toHaveLength(4);
    await conduct.move(id, { move: 'resume', speed: 2 }, lead, after(60));
    await playThrough(60, 61);
    expect(await texts()).toHaveLength(6);
    await player.tick(after(200));
    expect(await texts()).toHaveLength(6);
  });

  it('hang on what people did with an earlier one', async () => {
    const expected = [{ kind: 'no_reply' as const, withinSeconds: 60 }];
    const branch = (when: 'done' | 'not_done') => ({ inject: 'troll', reaction: 'no_reply' as const, when });
    const id = await started(
      plainScenario([
        plainInject('troll', 0, { expected }),
        plainInject('fed', 10, { branch: branch('not_done') }),
        plainInject('bored', 10, { branch: branch('done'), replyTo: 'troll' }),
      ]),
    );
    await playThrough(0, 2);
    await pull();
    await decide(await mentionOf(id, 'troll'), 'no_reply', after(5));
    await playThrough(3, 11);
    expect(await texts()).toEqual(['Post troll', 'Post bored']);
    const [, bored] = await dataSource.query('select * from training_post order by id');
    expect(bored.in_reply_to_id).not.toBeNull();
    expect((await reader.read(id, true)).injects.map(({ outcome }) => outcome)).toEqual([
      'posted',
      'skipped',
      'posted',
    ]);
    // What was left out can still be let in by hand, once.
    expect(await outcomeOf(conduct.injectNow(id, 'fed', lead, after(12)))).toBe('done');
    expect(await outcomeOf(conduct.injectNow(id, 'fed', lead, after(12)))).toBe('inject-posted');
  });

  it('come once when several people press the button while workers play', async () => {
    const id = await started(plainScenario([plainInject('one', 1), plainInject('two', 500)]));
    const outcomes = await Promise.all([
      ...Array.from({ length: 3 }, () => outcomeOf(conduct.injectNow(id, 'two', lead, after(2)))),
      player.tick(after(2)),
      player.tick(after(2)),
    ]);
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    await playThrough(3, 4);
    expect((await texts()).sort()).toEqual(['Post one', 'Post two']);
    expect(await outcomeOf(conduct.injectNow(id, 'three', lead))).toBe('inject-not-found');
  });
});

describe('a drill', () => {
  it('is the only one under way, and pauses what else plays on the training network', async () => {
    await dataSource.query(
      `insert into scenario (key, name_fr, name_en, description_fr, description_en, injects)
       values ('demo', '', '', '', '', '[]')`,
    );
    await dataSource.query(`insert into scenario_run (scenario_key, state) values ('demo', 'playing')`);
    const one = await prepared(plainScenario([plainInject('one', 1)]));
    const two = await prepared(plainScenario([plainInject('one', 1)]));
    const starts = await Promise.all(
      [one, two].map((id) => outcomeOf(conduct.move(id, { move: 'start' }, lead))),
    );
    expect(starts.sort()).toEqual(['done', 'drill-under-way']);
    expect(await dataSource.query('select state from scenario_run')).toEqual([{ state: 'paused' }]);
    const demonstration = new ScenarioService(dataSource);
    const actor = { ...lead, roles: [], permissions: [], departmentIds: [], sessionId: '1' };
    expect(await outcomeOf(demonstration.control(actor, 'play', undefined))).toBe('drill-under-way');
  });

  it('keeps its scenario, whatever becomes of it, and needs every text in its language', async () => {
    const { key, revision } = await scenarios.create(plainScenario([plainInject('one', 1)]), lead);
    const give = { title: 'Kept', scenarioKey: key, language: 'en' as const, speed: 1 };
    const id = await conduct.prepare(give, lead);
    const silent = plainScenario([plainInject('one', 1, { text: { fr: 'Seulement ici', en: '' } })]);
    await scenarios.change(key, { revision, scenario: silent }, lead);
    expect(await outcomeOf(scenarios.change(key, { revision, scenario: silent }, lead))).toBe(
      'changed-meanwhile',
    );
    expect(await outcomeOf(conduct.prepare(give, lead))).toBe('language-incomplete');
    await scenarios.remove(key, lead);
    expect((await reader.read(id, true)).injects[0]?.text).toBe('Post one');
    expect(await outcomeOf(scenarios.remove('product_defect', lead))).toBe('scenario-ready');
    expect(await outcomeOf(conduct.prepare({ ...give, scenarioKey: '9'.repeat(30) }, lead))).toBe(
      'drill-scenario-not-found',
    );
  });

  it('does not tell who takes part what is to come, until it has ended', async () => {
    const expected = [{ kind: 'incident' as const, withinSeconds: 60 }];
    const id = await started(plainScenario([plainInject('one', 0, { expected }), plainInject('two', 90)]));
    await playThrough(0, 1);
    const seen = await reader.read(id, false);
    expect(seen).toMatchObject({ injects: [{ key: 'one', expected: [] }], evaluation: null, notes: [] });
    await conduct.move(id, { move: 'end' }, lead, after(2));
    expect((await reader.read(id, false)).injects).toHaveLength(2);
  });

  it('is measured by what was done with its own posts on the training network, and by nothing else', async () => {
    const expected = [{ kind: 'no_reply' as const, withinSeconds: 60 }];
    const id = await started(
      plainScenario([plainInject('troll', 0, { expected })], { detectionSeconds: 10 }),
      2,
    );
    await playThrough(0, 1);
    await pull();
    // Real posts with the very ids of the drill's, and a post of the training network that is not the drill's.
    const [{ post_id: postId }] = await dataSource.query('select post_id from drill_inject');
    const [real] = await dataSource.query(
      `insert into mention_identity (network, external_id, published_at) values ('mastodon', $1, now())
       returning mention_id as id`,
      [postId],
    );
    const [other] = await dataSource.query(
      `insert into mention_identity (network, external_id, published_at) values ('training', '999', now())
       returning mention_id as id`,
    );
    await decide(real.id, 'no_reply', after(2));
    await decide(other.id, 'no_reply', after(2));
    const measureOf = async (criterion: string) =>
      (await reader.read(id, true)).evaluation?.measures.find((one) => one.criterion === criterion);
    expect(await measureOf('detection')).toMatchObject({ value: null, opens: [] });

    const mention = await mentionOf(id, 'troll');
    await decide(mention, 'no_reply', after(3));
    await playThrough(2, 5);
    // Three seconds at twice the speed.
    expect(await measureOf('detection')).toMatchObject({
      ...{ value: 6, target: 10, score: 100 },
      opens: [{ type: 'mention', id: mention }],
    });
    await conduct.move(id, { move: 'end' }, lead, after(5));
    await dataSource.query('delete from decision');
    expect(await measureOf('detection')).toMatchObject({ value: 6 });
    expect(await dataSource.query('select distinct realm, network from mention')).toEqual([
      { realm: 'training', network: 'training' },
    ]);
    expect(await dataSource.query(`select from mention_counter where realm = 'live'`)).toEqual([]);
  });

  it('is judged by observers, once each, until its debriefing is closed', async () => {
    const debrief = new DebriefService(dataSource);
    const id = await started(plainScenario([plainInject('one', 0)]));
    await debrief.score(id, 'tone', { score: 40, note: 'curt' }, lead);
    await debrief.score(id, 'tone', { score: 60, note: 'better later' }, lead);
    await conduct.note(id, 'Nobody took the lead', lead);
    const lessons = { worked: 'Speed', failed: 'Roles', next: 'Name a lead first' };
    expect(await outcomeOf(debrief.lessons(id, lessons, lead))).toBe('drill-not-over');
    await conduct.move(id, { move: 'end' }, lead);
    await debrief.lessons(id, lessons, lead);
    await conduct.move(id, { move: 'debrief' }, lead);
    expect(await outcomeOf(debrief.score(id, 'tone', { score: 100, note: '' }, lead))).toBe('drill-closed');
    expect(await outcomeOf(debrief.lessons(id, lessons, lead))).toBe('drill-closed');
    expect(await outcomeOf(conduct.move(id, { move: 'start' }, lead))).toBe('transition-not-allowed');
    const read = await reader.read(id, false);
    expect(read).toMatchObject({ state: 'debriefed', lessons, overall: 60 });
    expect(read.observations).toMatchObject([{ criterion: 'tone', score: 60, by: { name: 'Julien' } }]);
    expect(read.notes).toMatchObject([{ text: 'Nobody took the lead' }]);
    expect((await reader.list({ limit: 10 })).items[0]).toMatchObject({ id, overall: 60 });
  });
});
