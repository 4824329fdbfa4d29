import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { seedLexicon } from '#classification';
import { drainQueue, eraseMentions, readDetail } from '#mentions';
import { ConnectorRegistry, PullSource, type SourceAccess, TrainingNetwork } from '#networks';
import { createDataSource, inTransaction } from '#platform/database';
import { refusalOf, type TestDatabase, testDatabase } from '#platform/testing';
import { ENTITIES } from '#schema';
import { ConductService } from './conduct.service.js';
import { type Inject, scenarioSchema } from './contract.js';
import { DrillPlayer } from './drill-player.js';
import { plainInject, plainScenario } from './drills.fixture.js';
import { PicturesService } from './pictures.service.js';
import { READY_PICTURES } from './ready/pictures.js';
import { READY_SCENARIOS } from './ready-scenarios.js';
import { DrillReader } from './reader.service.js';
import { ScenariosService } from './scenarios.service.js';

jest.setTimeout(120_000);

let database: TestDatabase;
let dataSource: DataSource;
let network: TrainingNetwork;
let conduct: ConductService;
let scenarios: ScenariosService;
let pictures: PicturesService;
let lead: { personId: string; name: string };

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES, poolSize: 8 }).initialize();
  network = new TrainingNetwork(dataSource);
  conduct = new ConductService(dataSource, network, { enqueue: () => Promise.resolve() });
  scenarios = new ScenariosService(dataSource);
  pictures = new PicturesService(dataSource);
  await inTransaction(dataSource, ({ manager }) => seedLexicon(manager));
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

/** Begins as a PNG does; what follows makes it another picture. */
const png = (more: string) =>
  Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(more)]);
const alt = { fr: 'Un vélo calciné', en: 'A burned bike' };
const scenarioWith = (id: string) => plainScenario([plainInject('one', 0, { picture: { id, alt } })]);
const kept = async (id: string) =>
  (await dataSource.query('select from drill_picture where id = $1', [id])).length === 1;

async function pull(): Promise<void> {
  await dataSource.query('update source set next_pull_at = now()');
  const api = { after: (id: string, limit: number) => network.after(id, limit) };
  const registry = new ConnectorRegistry(api as never, {} as never, {} as never);
  const [source] = await dataSource.query(`select id from source where network = 'training'`);
  const access = { open: () => Promise.resolve(null) } as unknown as SourceAccess;
  await new PullSource(dataSource, registry, access).run(source.id, new AbortController().signal);
  await drainQueue(dataSource);
}

describe('a picture of an inject', () => {
  it('is known by its bytes, and is nothing else than a picture', async () => {
    const content = png('once');
    const id = await pictures.keep(content, lead);
    expect(id).toBe(createHash('sha256').update(content).digest('hex'));
    expect(await pictures.keep(content, lead)).toBe(id);
    expect(await pictures.read(id)).toMatchObject({ mediaType: 'image/png', content });
    for (const other of ['<svg xmlns="http://www.w3.org/2000/svg"/>', '%PDF-1.7', 'plain words', ''])
      expect((await refusalOf(pictures.keep(Buffer.from(other), lead)))?.errors).toMatchObject([
        { field: 'file', code: 'picture-type-not-allowed' },
      ]);
    expect((await refusalOf(pictures.read('0'.repeat(64))))?.code).toBe('picture-not-found');
  });

  it('has to be said in words in every language of the text, and to be there', async () => {
    const id = await pictures.keep(png('words'), lead);
    const issues = (picture: Inject['picture'], text = { fr: 'Oh', en: 'Oh' }) =>
      scenarioSchema
        .safeParse(plainScenario([plainInject('one', 0, { picture, text })]))
        .error?.issues.map(({ path }) => path.join('.'));
    expect(issues({ id, alt: { fr: 'Un vélo', en: '  ' } })).toEqual(['injects.0.picture.alt.en']);
    expect(issues({ id, alt: { fr: 'Un vélo', en: '' } }, { fr: 'Oh', en: '' })).toBeUndefined();
    expect(issues({ id: 'nothing', alt })).toEqual(['injects.0.picture.id']);
    const missing = await refusalOf(scenarios.create(scenarioWith('f'.repeat(64)), lead));
    expect(missing?.errors).toMatchObject([{ field: 'injects.0.picture.id', code: 'picture-not-found' }]);
  });

  it('comes with its post into the inbox, weighs as evidence, and goes with the post', async () => {
    const id = await pictures.keep(png('shown'), lead);
    const { key } = await scenarios.create(scenarioWith(id), lead);
    const drillId = await conduct.prepare(
      { title: 'Shown', scenarioKey: key, language: 'en', speed: 1 },
      lead,
    );
    const start = new Date();
    await conduct.move(drillId, { move: 'start' }, lead, start);
    await new DrillPlayer(dataSource, network).tick(new Date(start.getTime() + 1000));
    await pull();
    const { injects } = await new DrillReader(dataSource).read(drillId, true);
    const picture = { id, alt: alt.en };
    expect(injects).toMatchObject([{ hasMedia: true, picture }]);
    const { items } = await network.threads(undefined, 10);
    expect(items[0]?.post).toMatchObject({ hasMedia: true, picture });
    const mentionId = injects[0]!.mentionId!;
    expect(await readDetail(dataSource.manager, mentionId)).toMatchObject({ hasMedia: true, picture });
    await inTransaction(dataSource, ({ manager }) =>
      eraseMentions(manager, { network: 'training', externalIds: [injects[0]!.postId!] }),
    );
    expect((await readDetail(dataSource.manager, mentionId)).picture).toBeNull();
  });

  it('is never taken from a real post, whatever that says', async () => {
    const [{ id: mentionId }] = await dataSource.query(
      `with named as (insert into mention_identity (network, external_id, published_at)
         values ('mastodon', 'real', now()) returning mention_id, published_at)
       insert into mention (id, published_at, realm, network, external_id, text, severity, level, sentiment, language,
         extra, assessment, assessed_at)
       select mention_id, published_at, 'live', 'mastodon', 'real', 'Hello', 0, 0, 'neutral', 'en', $1,
         '{"reasons": []}', now() from named returning id`,
      [JSON.stringify({ picture: { id: 'a'.repeat(64), alt: 'Look' } })],
    );
    expect((await readDetail(dataSource.manager, mentionId)).picture).toBeNull();
  });

  it('is forgotten a day after it was chosen, unless a scenario, a drill or a post shows it', async () => {
    const [loose, ofScenario, ofDrill] = await Promise.all(
      ['loose', 'scenario', 'drill'].map((name) => pictures.keep(png(name), lead)),
    );
    await scenarios.create(scenarioWith(ofScenario!), lead);
    const { key } = await scenarios.create(scenarioWith(ofDrill!), lead);
    await conduct.prepare({ title: 'Kept', scenarioKey: key, language: 'en', speed: 1 }, lead);
    await scenarios.remove(key, lead);
    const fresh = await pictures.keep(png('fresh'), lead);
    await dataSource.query(`update drill_picture set at = now() - interval '25 hours' where id <> $1`, [
      fresh,
    ]);
    await pictures.keep(png('another'), lead);
    expect(await Promise.all([loose!, ofScenario!, ofDrill!, fresh].map(kept))).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});

describe('the pictures of the ready scenarios', () => {
  it('are files whose bytes their ids tell, one for each scenario, to be seen before any drill', async () => {
    const shown = READY_SCENARIOS.flatMap(({ scenario }) =>
      scenario.injects.flatMap(({ picture }) => (picture ? [picture.id] : [])),
    );
    expect(shown.sort()).toEqual(
      Object.values(READY_PICTURES)
        .map(({ id }) => id)
        .sort(),
    );
    expect(shown).toHaveLength(READY_SCENARIOS.length);
    for (const id of shown) {
      expect(await kept(id)).toBe(false);
      const { mediaType, content } = await pictures.read(id);
      expect({ id: createHash('sha256').update(content).digest('hex'), mediaType }).toEqual({
        ...{ id, mediaType: 'image/webp' },
      });
    }
  });

  it('are kept for the posts of a drill, and for a copy of the scenario', async () => {
    const of = (key: string) => READY_SCENARIOS.find((one) => one.key === key)!.scenario;
    const idOf = (key: string) => of(key).injects.find(({ picture }) => picture)!.picture!.id;
    const prepare = () =>
      conduct.prepare({ title: 'x', scenarioKey: 'data_breach', language: 'en', speed: 1 }, lead);
    await prepare();
    await prepare();
    expect(await kept(idOf('data_breach'))).toBe(true);
    await scenarios.create(of('discrimination'), lead);
    expect(await kept(idOf('discrimination'))).toBe(true);
    expect(await kept(idOf('product_defect'))).toBe(false);
  });
});
