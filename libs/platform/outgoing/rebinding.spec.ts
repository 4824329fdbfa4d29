import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { guardedAgent } from './guarded-agent.js';
import { AddressRefused, closeOutgoing, guardedFetch } from './guarded-fetch.js';
import { guardedSocket } from './guarded-socket.js';
import { guardedStream } from './guarded-stream.js';

/** A machine inside, and how often it was reached. It closes each connection, so that the next one asks for its address. */
let server: Server | undefined;
let reached: number;
beforeEach(async () => {
  await stop();
  reached = 0;
  server = createServer((_, response) => {
    reached += 1;
    response.writeHead(200, { connection: 'close', 'content-type': 'text/plain' }).end('inside');
  });
  await new Promise<void>((resolve) => server?.listen(0, 'localhost', resolve));
});
afterAll(async () => {
  await stop();
  await closeOutgoing();
});

async function stop(): Promise<void> {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
}

type MayReach = (address: string) => boolean;
const urlOf = (scheme = 'http') =>
  `${scheme}://localhost:${((server as Server).address() as AddressInfo).port}/`;
const { signal } = new AbortController();

async function byAgent(mayReach: MayReach): Promise<string> {
  const agent = guardedAgent(urlOf(), mayReach);
  return new Promise((resolve, reject) => {
    const request = get(urlOf(), { agent }, (response) => {
      response.on('data', (chunk: Buffer) => resolve(chunk.toString()));
    });
    request.on('error', reject);
  });
}
async function bySocket(mayReach: MayReach): Promise<string> {
  for await (const item of guardedSocket(urlOf('ws'), { mayReach, quietMs: 5000, signal }))
    return String(item);
  return '';
}
const WAYS: [string, (mayReach: MayReach) => Promise<unknown>][] = [
  ['one request', (mayReach) => guardedFetch(urlOf(), { mayReach })],
  ['a stream', (mayReach) => guardedStream(urlOf(), { mayReach, quietMs: 5000, signal })],
  ['a library with its own requests', byAgent],
];

describe('a name that leads elsewhere the second time', () => {
  it.each(WAYS)('is asked for anew and refused by %s', async (_, ask) => {
    // The same name, first outside, then inside: as a rebinding name server answers.
    let outside = true;
    const mayReach = () => outside;
    await ask(mayReach);
    expect(reached).toBe(1);
    outside = false;
    await expect(ask(mayReach)).rejects.toThrow(AddressRefused);
    expect(reached).toBe(1);
  });

  it.each([...WAYS, ['a socket', bySocket] as const])(
    'is refused by %s when a single one of its addresses lies inside',
    async (_, ask) => {
      const asked: string[] = [];
      const mayReach = (address: string) => {
        asked.push(address);
        return false;
      };
      await expect(ask(mayReach)).rejects.toThrow(/not a public address/);
      expect(asked.length).toBeGreaterThan(0);
      expect(reached).toBe(0);
    },
  );
});
