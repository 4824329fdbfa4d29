import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { publishEvents } from '#platform/live';
import { until } from '#platform/testing';
import { ENTITIES } from '#schema';
import { ApiClient } from '../setup/api-client.js';
import { type RunningProduct, startProduct } from '../setup/product.js';

let product: RunningProduct;
let dataSource: DataSource;
let person: ApiClient;

beforeAll(async () => {
  product = await startProduct();
  dataSource = await createDataSource({ url: product.databaseUrl, entities: ENTITIES }).initialize();
  person = await ApiClient.signedIn(product, 'manager');
  await person.call('POST', '/api/training/scenario', { action: 'pause' });
}, 400_000);
afterAll(async () => {
  await dataSource?.destroy();
  await product?.stop();
}, 400_000);

interface Seen {
  id: string;
  topicId: string;
}

/** A console that follows the events of topics, from where another one left off. */
async function follow(lastEventId?: string) {
  const stopping = new AbortController();
  const response = await person.open(
    'GET',
    '/api/events',
    undefined,
    lastEventId ? { 'last-event-id': lastEventId } : {},
    stopping.signal,
  );
  const seen: Seen[] = [];
  const other: string[] = [];
  const reading = (async () => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body!) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        const id = /^id: (.*)$/m.exec(block)?.[1] ?? '';
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (/^event: /m.test(block)) other.push(/^event: (.*)$/m.exec(block)?.[1] ?? '');
        if (!data) continue;
        const event = JSON.parse(data) as { type?: string; topicId?: string };
        // The workspace's own topics, with lower ids, may still be matched in the background.
        if (event.type === 'topic.changed' && Number(event.topicId) > 100)
          seen.push({ id, topicId: event.topicId! });
        else if (event.type) other.push(event.type);
      }
    }
  })().catch(() => undefined);
  return {
    seen,
    other,
    first: async (count: number) => {
      await until(() => seen.length >= count, `${count} events`);
      return seen.map(({ topicId }) => topicId);
    },
    stop: async () => {
      stopping.abort();
      await reading;
    },
  };
}

const publish = (topicId: string) =>
  dataSource.transaction((manager) => publishEvents(manager, [{ type: 'topic.changed', topicId }]));

describe('live events', () => {
  it('arrive once they are committed, and never when they are rolled back', async () => {
    const console = await follow();
    await publish('101');
    await expect(
      dataSource.transaction(async (manager) => {
        await publishEvents(manager, [{ type: 'topic.changed', topicId: '102' }]);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await publish('103');
    expect(await console.first(2)).toEqual(['101', '103']);
    await console.stop();
  });

  it('that were missed come when one is back, each once, in order', async () => {
    const before = await follow();
    await publish('201');
    await before.first(1);
    const last = before.seen.at(-1)!.id;
    await before.stop();
    for (const topicId of ['202', '203', '204']) await publish(topicId);
    const after = await follow(last);
    await publish('205');
    expect(await after.first(4)).toEqual(['202', '203', '204', '205']);
    await after.stop();
  });

  it('of a transaction that commits late are not lost behind those of a faster one', async () => {
    const first = await follow();
    const slow = dataSource.createQueryRunner();
    await slow.startTransaction();
    await publishEvents(slow.manager, [{ type: 'topic.changed', topicId: '301' }]);
    await publish('302');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await slow.commitTransaction();
    await slow.release();
    expect((await first.first(2)).sort()).toEqual(['301', '302']);
    await first.stop();
  });

  it.each(['1.1', 'nonsense'])('are read afresh when what was missed since %s cannot be told', async (id) => {
    const console = await follow(id);
    expect(await until(() => console.other[0], 'an event')).toBe('reset');
    await console.stop();
  });
});
