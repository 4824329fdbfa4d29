import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import type { Source } from '#contract/networks';
import { createDataSource } from '#platform/database';
import type { LiveEvent } from '#platform/live';
import { bodySignature } from '#platform/outgoing';
import { until } from '#platform/testing';
import { serverSentEvents } from '../../libs/networks/live/event-stream.js';
import { ApiClient } from '../setup/api-client.js';
import { startProduct } from '../setup/product.js';
import { BlueskyServer } from '../simulators/bluesky-server.js';
import { MastodonServer } from '../simulators/mastodon-server.js';
import { latencies } from './latency.js';

const SECRET = 'a secret that two systems share';
/** Readings of a source are at least so far apart. */
const EVERY_SECONDS = 30;

/**
 * Milliseconds from a post at its network to the event, assessed, on the live connection of a screen: by stream, by
 * webhook, by reading. `npm run bench -- push [--rounds N]`
 */
export async function benchPush(flags: string[]): Promise<void> {
  const { values } = parseArgs({ args: flags, options: { rounds: { type: 'string', default: '60' } } });
  const rounds = Number(values.rounds);
  const product = await startProduct();
  const mastodon = await new MastodonServer().listen();
  const bluesky = await new BlueskyServer().listen();
  const dataSource = await createDataSource({ url: product.databaseUrl, entities: [] }).initialize();
  const closing = new AbortController();
  try {
    const client = await ApiClient.signedIn(product, 'administrator');
    const connect = async (network: string, settings: object, credentials: object) => {
      const request = { network, name: network, settings, credentials, pullEverySeconds: EVERY_SECONDS };
      const { status, body } = await client.call<Source>('POST', '/api/sources', request);
      if (status !== 201) throw new Error(`${network} was not connected: ${JSON.stringify(body)}`);
      return body.id;
    };
    await connect('mastodon', mastodon.settings, mastodon.credentials);
    const hook = await connect('webhook', {}, { secret: SECRET });
    await connect('bluesky', bluesky.settings, bluesky.credentials);
    await until(() => mastodon.listeners.length > 0, 'Mastodon to be listened to');

    const seen = await watch(client, dataSource, closing.signal);
    const post = (round: number) => ({ id: String(1000 + round), at: new Date() });
    const one = async (text: string, say: () => unknown) => {
      const started = performance.now();
      const arrived = seen(text);
      await say();
      return (await arrived) - started;
    };
    const stream: number[] = [];
    const webhook: number[] = [];
    const pull: Promise<number>[] = [];
    for (let round = 0; round < rounds; round++) {
      const text = (way: string) => `Post ${round} by ${way}`;
      stream.push(
        await one(text('stream'), () =>
          mastodon.tell('notification', { ...post(round), text: text('stream') }),
        ),
      );
      webhook.push(await one(text('webhook'), () => deliver(client, hook, round, text('webhook'))));
      pull.push(one(text('pull'), () => bluesky.posts.push({ ...post(round), text: text('pull') })));
      await sleep(Math.random() * 2000);
    }
    const figures = {
      stream: latencies(stream),
      webhook: latencies(webhook),
      pull: { everySeconds: EVERY_SECONDS, ...latencies(await Promise.all(pull)) },
    };
    console.log(JSON.stringify({ bench: 'push', ...figures, load: loadavg()[0] }));
  } finally {
    closing.abort();
    await dataSource.destroy();
    await Promise.all([mastodon.stop(), bluesky.stop()]);
    await product.stop();
  }
}

async function deliver(client: ApiClient, sourceId: string, round: number, text: string): Promise<void> {
  const body = { posts: [{ id: `hook-${round}`, text, publishedAt: new Date().toISOString() }] };
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = bodySignature(SECRET, timestamp, JSON.stringify(body));
  await client.call('POST', `/api/hooks/${sourceId}`, body, {
    'passerelle-timestamp': timestamp,
    'passerelle-signature': signature,
  });
}

/** Listens as a screen does; gives the moment at which a text was told of. */
async function watch(
  client: ApiClient,
  dataSource: DataSource,
  signal: AbortSignal,
): Promise<(text: string) => Promise<number>> {
  const waiting = new Map<string, (at: number) => void>();
  const { body } = await client.open('GET', '/api/events', undefined, {}, signal);
  if (!body) throw new Error('there are no live events');
  const reading = async () => {
    for await (const { data } of serverSentEvents(body as unknown as AsyncIterable<Uint8Array>)) {
      const at = performance.now();
      const told = parsedEvent(data);
      if (told?.type !== 'mentions.assessed') continue;
      const rows: { text: string }[] = await dataSource.query(
        'select text from mention where id = any($1::bigint[])',
        [told.mentionIds],
      );
      for (const { text } of rows) waiting.get(text)?.(at);
    }
  };
  reading().catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  return (text) => new Promise((resolve) => waiting.set(text, resolve));
}

/** Null for what is no event but a sign of life. */
function parsedEvent(data: string): LiveEvent | null {
  try {
    return JSON.parse(data) as LiveEvent;
  } catch {
    return null;
  }
}
