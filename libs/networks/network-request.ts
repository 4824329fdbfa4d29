import type { Quota } from '#contract/networks';
import { type GuardedAnswer, guardedFetch } from '#platform/outgoing';
import { ReplyRefused, RetryLater, SourceNeedsAttention, type SourceView } from './connector.js';
import { reachOf, refusedAddress } from './reach.js';
import { pauseMs } from './retry-delay.js';
import { resetMoment, retryMoment } from './retry-moment.js';

export interface NetworkCall {
  method?: 'GET' | 'POST' | 'DELETE';
  query?: Record<string, string | readonly string[] | undefined>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as a form, instead of a body in JSON. */
  form?: Record<string, string>;
  headers?: Record<string, string>;
  /** What the network's own words of an error mean, asked before the rules for all; null leaves it to them. */
  failure?: (answer: NetworkAnswer) => Error | null;
}

export interface NetworkAnswer {
  status: number;
  json: unknown;
  headers: Headers;
}

/**
 * One request to a network's API, under the rules that hold for all of them: private addresses only where the source
 * allows them, quotas noted, pauses obeyed. Throws RetryLater (429, 503), SourceNeedsAttention (401, an address that
 * may not be reached) and Error (5xx, cut or unreadable answers); whatever else the network says is for the caller.
 */
export async function askNetwork(
  source: SourceView,
  url: URL,
  call: NetworkCall,
  signal: AbortSignal,
): Promise<NetworkAnswer> {
  const answer = await send(source, withQuery(url, call.query), call, signal);
  const quota = quotaOf(answer.headers);
  if (quota) source.noteQuota(quota);
  const { status, headers } = answer;
  const failure = status >= 400 ? call.failure?.({ status, headers, json: readable(answer.body) }) : null;
  if (failure) throw failure;
  // A 503 may come from something in between after the network took what was posted: then nobody knows.
  if (status === 429 || (status === 503 && (call.method ?? 'GET') === 'GET')) {
    throw new RetryLater(
      retryMoment(answer.headers, new Date(), pauseMs(Math.random())),
      `${url.host} answered ${status}: it asks for a pause`,
    );
  }
  if (status === 401) {
    throw new SourceNeedsAttention(
      'token-refused',
      `${url.host} does not accept the access${said(answer.body)}`,
    );
  }
  if (status >= 500) throw new Error(`${url.host} answered ${status}${said(answer.body)}`);
  return { status, headers: answer.headers, json: parsed(answer.body, url, status) };
}

async function send(
  source: SourceView,
  url: URL,
  call: NetworkCall,
  signal: AbortSignal,
): Promise<GuardedAnswer> {
  const written = writtenBody(call);
  try {
    return await guardedFetch(url.toString(), {
      method: call.method ?? 'GET',
      mayReach: reachOf(source.settings),
      signal,
      headers: {
        accept: 'application/json',
        ...(written ? { 'content-type': written.type } : {}),
        ...call.headers,
      },
      ...(written ? { body: written.text } : {}),
    });
  } catch (error) {
    throw refusedAddress(error);
  }
}

function writtenBody({ body, form }: NetworkCall): { type: string; text: string } | null {
  if (form) {
    return { type: 'application/x-www-form-urlencoded', text: new URLSearchParams(form).toString() };
  }
  return body === undefined ? null : { type: 'application/json', text: JSON.stringify(body) };
}

function withQuery(url: URL, query: NetworkCall['query'] = {}): URL {
  const full = new URL(url);
  for (const [name, value] of Object.entries(query)) {
    for (const one of value === undefined ? [] : [value].flat()) full.searchParams.append(name, one);
  }
  return full;
}

function parsed(body: string, url: URL, status: number): unknown {
  // What refuses may do so in any form; what gives has to be whole.
  if (body.trim() === '' || status >= 400) return readable(body);
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new Error(`the answer of ${url.host} is cut off or is not JSON`);
  }
}

/** `x-ratelimit-*` (Mastodon), `x-rate-limit-*` (X), `ratelimit-*` (Bluesky). */
export function quotaOf(headers: Headers): Quota | null {
  for (const prefix of ['x-ratelimit', 'x-rate-limit', 'ratelimit']) {
    const remaining = wholeNumber(headers.get(`${prefix}-remaining`));
    if (remaining === null) continue;
    return {
      remaining,
      limit: wholeNumber(headers.get(`${prefix}-limit`)),
      resetsAt: resetMoment(headers)?.toISOString() ?? null,
    };
  }
  return null;
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}

/** For what fails before a reply is posted: it is tried again later, because nothing can have been published. */
export function beforePublishing(error: unknown): Error {
  if (error instanceof ReplyRefused || error instanceof RetryLater || error instanceof SourceNeedsAttention)
    return error;
  return new RetryLater(
    new Date(Date.now() + 30_000),
    error instanceof Error ? error.message : String(error),
  );
}

/** What refuses may do so in any form. */
function readable(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}

/** What an API says in its error, in the forms that are usual; empty when it says nothing. */
export function saidBy(json: unknown): string {
  if (typeof json !== 'object' || json === null) return '';
  const { message, error_description: description, error, detail } = json as Record<string, unknown>;
  const words = [message, description, error, detail].find((one) => typeof one === 'string' && one !== '');
  return typeof words === 'string' ? words.slice(0, 300) : '';
}

function said(body: string): string {
  const words = saidBy(readable(body));
  return words ? `: ${words}` : '';
}
