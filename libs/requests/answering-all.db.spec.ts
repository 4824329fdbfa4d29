import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { outcomeOf, refusalOf } from '#platform/testing';
import { fulfilHandled } from './fulfil-handled.js';
import { RequestsWorld } from './requests.fixture.js';

let dataSource: DataSource;
let world: RequestsWorld;

beforeAll(async () => {
  world = await RequestsWorld.open();
  dataSource = world.dataSource;
});
afterAll(() => world?.close());

const fields = async (work: Promise<unknown>) => (await refusalOf(work))?.errors.map(({ field }) => field);
const count = async (sql: string, values: unknown[] = []) =>
  Number((await dataSource.query(`select count(*) as count from ${sql}`, values))[0].count);
const actions = async (requestId: string): Promise<string[]> =>
  (
    await dataSource.query(
      `select action from audit_entry where subject_type = 'answer_request' and subject_id = $1 order by position`,
      [requestId],
    )
  ).map(({ action }: { action: string }) => action);
describe('answering everything that waits', () => {
  it('gives each mention its own publication, says what was refused, and is harmless when repeated', async () => {
    const ids = await world.mentions(['May I bring a sofa?', 'Sofa on board?', 'sofa, yes or no', 'a sofa?']);
    const [good, taken, long, other] = ids as [string, string, string, string];
    const requestId = await world.ask(good, [taken, long, other]);
    expect(await outcomeOf(world.answering.preview(requestId))).toBe('request-not-ready');
    await world.approve(
      await world.written(requestId, { en: `${'a'.repeat(470)} {{first_name}} bcdefghijk` }),
    );

    const preview = await world.answering.preview(requestId);
    expect(preview.items.map(({ placeholders, fits }) => ({ placeholders, fits }))).toEqual(
      ids.map(() => ({ placeholders: { first_name: 'Anna' }, fits: true })),
    );
    const variant = preview.items[0]!.answerVariantId!;
    // Boris is quicker with one of them.
    await world.outbox.send(taken, { answerVariantId: variant, placeholders: {} }, world.boris, null);
    const item = (mentionId: string, firstName: string) => ({
      mentionId,
      answerVariantId: variant,
      placeholders: { first_name: firstName },
    });
    const items = [
      item(good, 'Anna'),
      item(taken, 'Anna'),
      item(long, 'Marie-Antoinette Charlotte'),
      item(other, 'https://evil.example'),
    ];
    const results = await world.answering.send(requestId, items, world.anna);
    expect(results.map((one) => (one.outcome === 'queued' ? one.outcome : one.code))).toEqual([
      'queued',
      'reply-under-way',
      'text-too-long',
      'placeholder-invalid',
    ]);
    expect(results[1]).toMatchObject({ params: { by: 'Boris' } });
    // Again, by a hurried finger and by a second process: nothing is doubled.
    const again = await Promise.all([1, 2].map(() => world.answering.send(requestId, items, world.anna)));
    for (const same of again)
      expect(same.map(({ outcome }) => outcome)).toEqual(results.map(({ outcome }) => outcome));
    expect(again[0]?.[0]).toMatchObject({
      outcome: 'queued',
      replyId: (results[0] as { replyId: string }).replyId,
    });
    expect(await count('reply where mention_id = any($1)', [ids])).toBe(2);
    const bodies: { text: string }[] = await dataSource.query(
      'select text from reply where mention_id = any($1)',
      [ids],
    );
    for (const { text } of bodies) expect(text).toMatch(/^a{470}( Anna)? bcdefghijk$/);

    // What is not under this request, or not of its answer, is refused by its field.
    const [stranger] = await world.mentions(['Something else']);
    expect(await fields(world.answering.send(requestId, [item(stranger!, 'Anna')], world.anna))).toEqual([
      'items.0.mentionId',
    ]);
    expect(
      await fields(
        world.answering.send(requestId, [{ ...item(other, 'Anna'), answerVariantId: '424242' }], world.anna),
      ),
    ).toEqual(['items.0.answerVariantId']);
    expect(
      await outcomeOf(world.answering.send(requestId, [item(other, 'A'), item(other, 'B')], world.anna)),
    ).toBe('duplicate-mention');
  });

  it('can be asked for again where a reply came to nothing', async () => {
    const [mention] = await world.mentions(['Any room for my cello?']);
    const requestId = await world.ask(mention!);
    await world.approve(await world.written(requestId));
    const variant = (await world.answering.preview(requestId)).items[0]!.answerVariantId!;
    const items = [{ mentionId: mention!, answerVariantId: variant, placeholders: {} }];
    const [first] = await world.answering.send(requestId, items, world.anna);
    await world.outbox.cancel((first as { replyId: string }).replyId, world.anna);
    await fulfilHandled(dataSource);
    expect(await world.state(requestId)).toBe('ready');
    const [second] = await world.answering.send(requestId, items, world.anna);
    expect(second).toMatchObject({ outcome: 'queued' });
    expect((second as { replyId: string }).replyId).not.toBe((first as { replyId: string }).replyId);
  });

  it('fulfils the request once every mention is handled for good, not while a reply is on its way', async () => {
    const [a, b] = await world.mentions(['Can ferrets travel?', 'ferrets on the bus']);
    const requestId = await world.ask(a!, [b!]);
    await world.approve(await world.written(requestId));
    const variant = (await world.answering.preview(requestId)).items[0]!.answerVariantId!;
    const [reply] = await world.answering.send(
      requestId,
      [{ mentionId: a!, answerVariantId: variant, placeholders: {} }],
      world.anna,
    );
    await dataSource.query(`update mention set state = 'no_reply' where id = $1`, [b]);
    await fulfilHandled(dataSource);
    expect(await world.state(requestId)).toBe('ready');
    await world.publish.run((reply as { replyId: string }).replyId);
    await Promise.all([1, 2, 3].map(() => fulfilHandled(dataSource)));
    expect(await world.reader.read(requestId)).toMatchObject({ state: 'fulfilled', end: { by: null } });
    expect((await actions(requestId)).filter((action) => action === 'request.fulfilled')).toHaveLength(1);
    // Nobody has to wait for it any more: another request may begin.
    expect(await outcomeOf(world.asking.attach(requestId, [b!], world.anna))).toBe('mention-closed');
  });
});
