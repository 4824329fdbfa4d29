import type { Agent, ClientRequestArgs } from 'node:http';
import {
  ApiPartialResponseError,
  ApiRequestError,
  ApiResponseError,
  type IClientSettings,
  type ITwitterApiClientPlugin,
  TwitterApi,
} from 'twitter-api-v2';
import { guardedAgent } from '#platform/outgoing';
import type { SourceView } from '../connector.js';
import { reachOf, refusedAddress } from '../reach.js';
import { xFailure } from './x-failure.js';
import { xSettings } from './x-settings.js';

export interface XCall {
  method?: 'GET' | 'POST' | 'DELETE';
  /** Below `/2/`. */
  path: string;
  query?: Record<string, string | number | undefined>;
  body?: Record<string, unknown>;
  /** What opens X to the application itself; without it the request is signed for our account. */
  bearer?: string;
}

export interface XAnswer {
  json: unknown;
  headers: Headers;
}

const PATIENCE_MS = 15_000;

/**
 * One signed request to X. Throws what `xFailure` makes of an answer that is none, and SourceNeedsAttention for an address
 * that may not be reached.
 */
export async function askX(source: SourceView, call: XCall, signal: AbortSignal): Promise<XAnswer> {
  const { apiKey = '', apiSecret = '', accessToken = '', accessSecret = '' } = source.credentials;
  const { agent, plugin, failure } = wayTo(
    source,
    AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
  );
  // An answer that is packed wrongly would end the process: the library listens to no error of the unpacking.
  const options: Partial<IClientSettings> = { httpAgent: agent, plugins: [plugin], compression: 'identity' };
  const client =
    call.bearer === undefined
      ? new TwitterApi({ appKey: apiKey, appSecret: apiSecret, accessToken, accessSecret }, options)
      : new TwitterApi(call.bearer, options);
  try {
    const { data, headers } = await sent(client, call);
    return { json: data, headers: headersOf(headers) };
  } catch (error) {
    throw understood(error, failure(), call);
  }
}

interface Sent {
  data: unknown;
  headers: Record<string, unknown>;
}

function sent(client: TwitterApi, { method = 'GET', path, query, body }: XCall): Promise<Sent> {
  const whole = { fullResponse: true } as const;
  switch (method) {
    case 'GET':
      return client.v2.get<unknown>(path, query, whole);
    case 'POST':
      return client.v2.post<unknown>(path, body, whole);
    case 'DELETE':
      return client.v2.delete<unknown>(path, query, whole);
  }
}

interface WayToX {
  agent: Agent;
  plugin: ITwitterApiClientPlugin;
  /** Why the request did not come through; the library (1.29) loses it on its way into its own error. */
  failure: () => unknown;
}

/** The library knows one address only: its requests are led to the source's server, through the guard. */
function wayTo(source: SourceView, signal: AbortSignal): WayToX {
  const { server, allowPrivateAddress } = xSettings.parse(source.settings);
  const target = new URL(server);
  let agent: Agent;
  try {
    agent = guardedAgent(server, reachOf({ allowPrivateAddress }));
  } catch (error) {
    throw notAnswered(error);
  }
  let cause: unknown;
  return {
    agent,
    failure: () => cause,
    plugin: {
      onBeforeRequest({ params, computedParams: { url }, requestOptions }) {
        params.requestEventDebugHandler = (_, data) => {
          cause ??= (data as { requestError?: unknown } | undefined)?.requestError;
        };
        url.protocol = target.protocol;
        url.hostname = target.hostname;
        url.port = target.port;
        (requestOptions as ClientRequestArgs).signal = signal;
      },
    },
  };
}

function understood(error: unknown, cause: unknown, call: XCall): unknown {
  if (error instanceof ApiResponseError) {
    return xFailure(
      { status: error.code, json: error.data, headers: headersOf(error.headers) },
      call.method ?? 'GET',
    );
  }
  if (error instanceof ApiPartialResponseError) return new Error('the answer of X is cut off or is not JSON');
  if (error instanceof ApiRequestError) return notAnswered(cause ?? error);
  return error;
}

function notAnswered(error: unknown): unknown {
  const refused = refusedAddress(error);
  return refused === error ? new Error(`X did not answer: ${wordsOf(error)}`, { cause: error }) : refused;
}

function headersOf(given: Record<string, unknown>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    for (const one of [value].flat()) if (typeof one === 'string') headers.append(name, one);
  }
  return headers;
}

/** Nothing can have arrived at a network that was not even reached. */
export function neverArrived(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return typeof cause?.code === 'string' && BEFORE_CONNECTED.includes(cause.code);
}

const BEFORE_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

function wordsOf(error: unknown): string {
  const words = (error as { message?: unknown } | null)?.message;
  return typeof words === 'string' && words !== '' ? words : 'the connection failed';
}
