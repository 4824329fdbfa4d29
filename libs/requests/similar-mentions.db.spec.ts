import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { demoHistory } from '#demonstration';
import { until } from '#platform/testing';
import { proposeArrivals } from './propose-arrivals.js';
import { RequestsWorld } from './requests.fixture.js';
import { candidatesSql, readBackground } from './similar-mentions.js';
import { tellingWords } from './similarity.js';

let dataSource: DataSource;
let world: RequestsWorld;
const drill = { realm: 'training', network: 'training', sourceId: null } as const;

beforeAll(async () => {
  world = await RequestsWorld.open();
  dataSource = world.dataSource;
  await world.mentions(demoHistory(new Date(), 7).map(({ text }) => text));
});
afterAll(() => world?.close());

const proposed = async (requestId: string) =>
  (await world.reader.read(requestId)).gathered
    .filter(({ standing }) => standing === 'proposed')
    .map(({ mention }) => mention.id);
/** Until everything that arrived is compared: a transaction that still runs anywhere on the server holds events back. */
const compareAll = () =>
  until(async () => {
    while (await proposeArrivals(dataSource));
    const [{ left }] = await dataSource.query(
      'select exists (select from event e, answer_request_watch w where (e.xid, e.id) > (w.xid, w.event_id)) as left',
    );
    return !left;
  }, 'events that are held back');

describe('similar mentions', () => {
  it('are found in the inbox, the most similar ones ticked, never those of a drill or of another request', async () => {
    const [asked, same, near] = await world.mentions([
      'Can I take my folding kayak on the tram at rush hour?',
      'Can I take my folding kayak on the tram at rush hour? Thanks',
      'is a folding kayak allowed on the tram??',
      'The tram is late again',
    ]);
    await world.mentions(['Can I take my folding kayak on the tram at rush hour?'], drill);
    const { items } = await world.reader.similar(asked!, 20);
    expect(items.map(({ mention }) => mention.id)).toEqual([same, near]);
    expect(items[0]).toMatchObject({ ticked: true });
    expect(items[0]!.similarity).toBeGreaterThan(items[1]!.similarity);
    await world.ask(same!, [], world.boris);
    expect((await world.reader.similar(asked!, 20)).items.map(({ mention }) => mention.id)).toEqual([near]);
  });

  it('that arrive later are proposed once, to the request that asks the same, by however many workers', async () => {
    await compareAll();
    const [asked] = await world.mentions(['Where can I recharge the battery of my wheelchair?']);
    const requestId = await world.ask(asked!);
    const [similar, , ofDrill] = [
      ...(await world.mentions([
        'where to recharge a wheelchair battery, please?',
        'The bus is late again this morning',
      ])),
      ...(await world.mentions(['Where can I recharge the battery of my wheelchair?'], drill)),
    ];
    await Promise.all([compareAll(), compareAll(), compareAll()]);
    await compareAll();
    expect(await proposed(requestId)).toEqual([similar]);
    const [summary] = (await world.reader.read(requestId)).gathered.filter(
      (one) => one.standing === 'proposed',
    );
    expect(summary?.mention.request).toMatchObject({ id: requestId, standing: 'proposed' });
    expect(summary?.similarity).toBeGreaterThan(0.4);
    expect((await world.reader.ofMention(similar!)).proposed?.id).toBe(requestId);
    expect((await world.reader.ofMention(ofDrill!)).proposed).toBeNull();

    await world.asking.attach(requestId, [similar!], world.boris);
    expect(await proposed(requestId)).toEqual([]);
    expect((await world.reader.read(requestId)).mentions.attached).toBe(2);
  });

  it('that somebody took out are not proposed again', async () => {
    const [asked] = await world.mentions(['Which stations have a defibrillator?']);
    const requestId = await world.ask(asked!);
    const [similar] = await world.mentions(['which stations do have a defibrillator?']);
    await compareAll();
    expect(await proposed(requestId)).toEqual([similar]);
    await world.asking.detach(requestId, similar!, world.anna);
    // As after a long pause: everything is looked at anew.
    await dataSource.query('update answer_request_watch set xid = 0, event_id = 0');
    await compareAll();
    expect(await proposed(requestId)).toEqual([]);
  });

  it('that arrived while nobody looked and whose events are gone are found in the past', async () => {
    const [asked] = await world.mentions(['Do you lend umbrellas at the harbour?']);
    const requestId = await world.ask(asked!);
    const [missed] = await world.mentions(['do you lend umbrellas, at the harbour for instance?']);
    await dataSource.query('delete from event');
    await dataSource.query('update answer_request_watch set xid = 1, event_id = 1');
    await world.mentions(['Something that has nothing to do with it']);
    await compareAll();
    expect(await proposed(requestId)).toEqual([missed]);
  });

  it('are compared once: nothing is lost or repeated when the comparison fails in the middle', async () => {
    const [asked] = await world.mentions(['Can the accordion player stay in carriage two?']);
    const requestId = await world.ask(asked!);
    const [similar] = await world.mentions(['Can that accordion player stay in carriage two??']);
    await dataSource.query(
      `alter table answer_request_watch add constraint stop check (event_id < 0) not valid`,
    );
    // Once what arrived is not held back any more.
    const failure = await until(
      () =>
        proposeArrivals(dataSource).then(
          () => null,
          (error: unknown) => String(error),
        ),
      'the comparison to fail',
    );
    expect(failure).toMatch(/stop/);
    expect(await proposed(requestId)).toEqual([]);
    await dataSource.query('alter table answer_request_watch drop constraint stop');
    await compareAll();
    expect(await proposed(requestId)).toEqual([similar]);
  });
});

describe('the search for similar mentions', () => {
  it('goes by the index of the full text, not through all mentions', async () => {
    const texts = Array.from(
      { length: 20_000 },
      (_, number) =>
        `Post ${number.toString(36)} about nothing in particular, word${number % 5000} of the day`,
    );
    await world.mentions(texts);
    await dataSource.query('analyze mention');
    const text = 'Can I take my folding kayak on the tram at rush hour?';
    const words = tellingWords(text, await readBackground(dataSource.manager, 'live'), 8);
    const { sql, values } = candidatesSql({ id: '1', realm: 'live' }, words, new Date());
    const rows: { 'QUERY PLAN': string }[] = await dataSource.query(`explain ${sql}`, values);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    if (/Seq Scan on mention(_\d{4}_\d\d)? m/.test(plan)) throw new Error(plan);
    expect(plan).toMatch(/Bitmap Index Scan on mention_\d{4}_\d\d_search_mention_marks_idx/);
  });
});
