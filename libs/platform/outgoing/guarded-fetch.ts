import { lookup as dnsLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, type Dispatcher, fetch } from 'undici';
import { isPublicAddress } from './address.js';

/** An address given by a user leads into the organisation's own network, or is not one we follow. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/** The answer is larger than allowed. */
export class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge';
}

export interface GuardedRequest {
  headers?: Record<string, string>;
  /** Allow addresses that are not public. */
  allowPrivateAddress: boolean;
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
 * GET of an address that a user gave. Unless private addresses are allowed, the check is made on the very address
 * that the socket connects to, so neither redirects nor a name that resolves differently the second time get around it.
 */
export async function guardedFetch(url: string, request: GuardedRequest): Promise<GuardedAnswer> {
  const dispatcher = request.allowPrivateAddress ? openAgent() : publicAgent();
  const signal = AbortSignal.any([
    AbortSignal.timeout(request.timeoutMs ?? 15_000),
    ...(request.signal ? [request.signal] : []),
  ]);
  let address = url;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const target = checkedUrl(address, request.allowPrivateAddress);
    const response = await fetch(target, {
      headers: { 'user-agent': 'Passerelle', ...request.headers },
      redirect: 'manual',
      dispatcher,
      signal,
    }).catch((error: unknown) => {
      throw causeOf(error);
    });
    const location = response.headers.get('location');
    if (REDIRECTS.has(response.status) && location) {
      await response.body?.cancel();
      address = new URL(location, target).toString();
      continue;
    }
    return {
      status: response.status,
      headers: response.headers as unknown as Headers,
      body: await readLimited(response.body, request.maxBytes ?? 5_000_000),
      url: address,
    };
  }
  throw new AddressRefused(`more than ${MAX_REDIRECTS} redirects`);
}

function checkedUrl(address: string, allowPrivate: boolean): URL {
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new AddressRefused(`${url.protocol} addresses are not followed`);
  }
  // A literal address never goes through the resolver, so it is checked here.
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (!allowPrivate && isIP(host) && !isPublicAddress(host)) {
    throw new AddressRefused(`${host} is not a public address`);
  }
  return url;
}

const publicLookup: LookupFunction = (hostname, options, callback) => {
  dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const inside = addresses.find(({ address }) => !isPublicAddress(address));
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

let agents: { open?: Dispatcher; public?: Dispatcher } = {};
const openAgent = (): Dispatcher => (agents.open ??= new Agent());
const publicAgent = (): Dispatcher => (agents.public ??= new Agent({ connect: { lookup: publicLookup } }));

/** Ends the kept-alive connections, so that a process can stop. */
export async function closeOutgoing(): Promise<void> {
  const open = Object.values(agents);
  agents = {};
  await Promise.all(open.map((agent) => agent.destroy()));
}

async function readLimited(body: AsyncIterable<Uint8Array> | null, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new AnswerTooLarge(`the answer is larger than ${maxBytes} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** fetch wraps everything in "fetch failed"; the cause says what happened. */
function causeOf(error: unknown): unknown {
  return error instanceof TypeError && error.cause instanceof Error ? error.cause : error;
}
