import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { outcomeOf, refusalOf } from '#platform/testing';
import { RequestsWorld } from './requests.fixture.js';

let dataSource: DataSource;
let world: RequestsWorld;

beforeAll(async () => {
  world = await RequestsWorld.open();
  dataSource = world.dataSource;
});
afterAll(() => world?.close());

const replies = (mentionIds: readonly string[]): Promise<{ text: string }[]> =>
  dataSource.query('select text from reply where mention_id = any($1) order by id', [mentionIds]);

/** An answer of the library that is approved, or only written. */
async function answer({ approved }: { approved: boolean }): Promise<string> {
  const [mention] = await world.mentions(['May I bring a harp?']);
  const answerId = await world.written(await world.ask(mention ?? ''));
  if (approved) await world.approve(answerId);
  return answerId;
}

describe('answering several mentions with one answer', () => {
  it('shows what each would get, and publishes one reply under each, however often it is asked for', async () => {
    const answerId = await answer({ approved: true });
    const ids = await world.mentions(['Harps on the tram?', 'a harp, on the tram', 'Et une harpe ?']);
    const preview = await world.several.preview(answerId, [...ids, '424242']);
    expect(preview.answer).toMatchObject({ answerId, versionNumber: 1 });
    expect(preview.items.map(({ mentionId }) => mentionId)).toEqual(ids);
    expect(preview.items.map(({ text }) => text)).toContain('Yes, Anna.');
    expect(await replies(ids)).toEqual([]);

    const items = preview.items.map(({ mentionId, answerVariantId, placeholders }) => ({
      mentionId,
      answerVariantId: answerVariantId ?? '',
      placeholders,
    }));
    const [first] = items;
    // Boris was quicker with the first one, while this was on the screen.
    await world.outbox.send(first!.mentionId, first!, world.boris, null);
    const send = () => world.several.send(answerId, items, world.anna);
    const all = await Promise.all([send(), send()]);
    all.push(await send());
    for (const results of all) {
      expect(results.map((one) => (one.outcome === 'queued' ? one.outcome : one.code))).toEqual([
        'reply-under-way',
        'queued',
        'queued',
      ]);
    }
    expect(await replies(ids)).toHaveLength(3);
  });

  it('sends nothing at all where a text is not of the version in force, or a mention is named twice', async () => {
    const answerId = await answer({ approved: true });
    const other = await answer({ approved: true });
    const ids = await world.mentions(['One harp', 'Two harps']);
    const [good] = (await world.several.preview(answerId, ids)).items;
    const [foreign] = (await world.several.preview(other, ids)).items;
    const item = (mentionId: string, answerVariantId: string | null) => ({
      ...{ mentionId, answerVariantId: answerVariantId ?? '', placeholders: {} },
    });
    const mixed = [item(ids[0]!, good!.answerVariantId), item(ids[1]!, foreign!.answerVariantId)];
    expect((await refusalOf(world.several.send(answerId, mixed, world.anna)))?.errors).toEqual([
      expect.objectContaining({ field: 'items.1.answerVariantId', code: 'variant-not-of-answer' }),
    ]);
    const twice = [item(ids[0]!, good!.answerVariantId), item(ids[0]!, good!.answerVariantId)];
    expect(await outcomeOf(world.several.send(answerId, twice, world.anna))).toBe('duplicate-mention');
    expect(await replies(ids)).toEqual([]);
  });

  it('is refused while the answer is not approved, and where there is none', async () => {
    const draft = await answer({ approved: false });
    const ids = await world.mentions(['A harp again']);
    expect(await outcomeOf(world.several.preview(draft, ids))).toBe('answer-not-approved');
    expect(
      await outcomeOf(
        world.several.send(
          draft,
          [{ mentionId: ids[0]!, answerVariantId: '1', placeholders: {} }],
          world.anna,
        ),
      ),
    ).toBe('answer-not-approved');
    expect(await outcomeOf(world.several.preview('424242', ids))).toBe('answer-not-found');
    expect(await replies(ids)).toEqual([]);
  });
});
