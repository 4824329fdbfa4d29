import { lookup as dnsLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, type Dispatcher, fetch, type Response } from 'undici';
import { textOf } from './text-of.js';

/** An address given by a user leads into the organisation's own network, or is not one we follow. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/** The answer is larger than allowed. */
export class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge';
}

export interface GuardedRequest {
  /** GET unless told. Redirects of anything else are not followed: it is meant for one address. */
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  body?: string | Buffer;
  headers?: Record<string, string>;
  /** Whether a numeric address may be connected to: `isPublicAddress`, or `anyAddress` where that is configured. */
  mayReach: (address: string) => boolean;
  timeoutMs?: number;
  maxBytes?: number;
  signal?: AbortSignal;
}

export interface GuardedAnswer {
  status: number;
  headers: Headers;
  body: string;
  /** Where redirects led. */
  url: string;
}

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * A request to an address that a user gave. Whether it may be reached is asked of the very address that the socket connects
 * to, so neither redirects nor a name that resolves differently the second time get around it.
 */
export async function guardedFetch(url: string, request: GuardedRequest): Promise<GuardedAnswer> {
  const signal = AbortSignal.any([
    AbortSignal.timeout(request.timeoutMs ?? 15_000),
    ...(request.signal ? [request.signal] : []),
  ]);
  const { response, address } = await openGuarded(url, request, signal);
  return {
    status: response.status,
    headers: response.headers as unknown as Headers,
    body: await readText(response, request.maxBytes),
    url: address,
  };
}

/** The answer of a request under that rule as far as its headers, and the address to which redirects led. */
export async function openGuarded(
  url: string,
  request: Pick<GuardedRequest, 'method' | 'body' | 'headers' | 'mayReach'>,
  signal: AbortSignal,
): Promise<{ response: Response; address: string }> {
  const dispatcher = agentFor(request.mayReach);
  let address = url;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const target = checkedUrl(address, request.mayReach);
    const response = await fetch(target, {
      method: request.method ?? 'GET',
      body: request.body,
      headers: { 'user-agent': 'Passerelle', ...sameSite(url, target, request.headers) },
      redirect: 'manual',
      dispatcher,
      signal,
    }).catch((error: unknown) => {
      throw causeOf(error);
    });
    const location = response.headers.get('location');
    if (REDIRECTS.has(response.status) && location && (request.method ?? 'GET') === 'GET') {
      await response.body?.cancel();
      address = new URL(location, target).toString();
      continue;
    }
    return { response, address };
  }
  throw new AddressRefused(`more than ${MAX_REDIRECTS} redirects`);
}

export async function readText(response: Response, maxBytes = 5_000_000): Promise<string> {
  return textOf(await readLimited(response.body, maxBytes), response.headers.get('content-type'));
}

/** What opens one site is not carried on to another by a redirect. */
function sameSite(first: string, target: URL, headers: Record<string, string> = {}): Record<string, string> {
  if (new URL(first).origin === target.origin) return headers;
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !['authorization', 'cookie'].includes(name.toLowerCase())),
  );
}

export function checkedUrl(address: string, mayReach: GuardedRequest['mayReach']): URL {
  if (!URL.canParse(address)) throw new AddressRefused(`${address} is not an address`);
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new AddressRefused(`${url.protocol} addresses are not followed`);
  }
  // A literal address never goes through the resolver, so it is checked here.
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) && !mayReach(host)) {
    throw new AddressRefused(`${host} is not a public address`);
  }
  return url;
}

/** The resolver of a socket, which refuses a name as soon as one of its addresses may not be reached. */
export function checkedLookup(mayReach: GuardedRequest['mayReach']): LookupFunction {
  return (hostname, options, callback) => {
    dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const inside = addresses.find(({ address }) => !mayReach(address));
      const first = addresses[0];
      if (inside)
        return callback(
          new AddressRefused(`${hostname} leads to ${inside.address}, not a public address`),
          '',
          0,
        );
      if (!first) return callback(new Error(`${hostname} has no address`), '', 0);
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}

/** Throws AddressRefused for a name that leads to what may not be reached, and where it leads nowhere. */
export function refuseName(hostname: string, mayReach: GuardedRequest['mayReach']): Promise<void> {
  return new Promise((resolve, reject) => {
    checkedLookup(mayReach)(hostname.replace(/^\[(.*)\]$/, '$1'), { all: true }, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

/** Connections are kept alive and shared, but never between two ideas of what may be reached. */
const agents = new Map<GuardedRequest['mayReach'], Dispatcher>();
export function agentFor(mayReach: GuardedRequest['mayReach']): Dispatcher {
  const known = agents.get(mayReach);
  if (known) return known;
  const agent = new Agent({ connect: { lookup: checkedLookup(mayReach) } });
  agents.set(mayReach, agent);
  return agent;
}

/** Ends the kept-alive connections, so that a process can stop. */
export async function closeOutgoing(): Promise<void> {
  const open = [...agents.values()];
  agents.clear();
  await Promise.all(open.map((agent) => agent.destroy()));
}

async function readLimited(body: AsyncIterable<Uint8Array> | null, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new AnswerTooLarge(`the answer is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** fetch wraps everything in "fetch failed"; the cause says what happened. */
function causeOf(error: unknown): unknown {
  return error instanceof TypeError && error.cause instanceof Error ? error.cause : error;
}
