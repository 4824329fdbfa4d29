import type { EndpointContract, RequestOf, ResponseOf } from '#platform/contract';
import { problemOf, Unreachable } from './api-problem.js';
import { requestUrl } from './request-url.js';

type Part<Name extends string, Value> =
  Record<string, never> extends Value ? { [K in Name]?: Value } : { [K in Name]: Value };

/** What a call of the endpoint needs; parts that may be empty can be left out. */
export type CallRequest<E extends EndpointContract> = Part<'params', RequestOf<E>['params']> &
  Part<'query', RequestOf<E>['query']> &
  Part<'body', RequestOf<E>['body']>;

export interface CallOptions {
  signal?: AbortSignal;
  /** Makes a repeated request harmless: one key per thing the person does, kept over retries. */
  idempotencyKey?: string;
  /** Sent in place of the JSON body, for uploads. */
  form?: FormData;
  /** Lets the request outlive the page. */
  keepalive?: boolean;
}

type Listener = () => void;
const sessionEndListeners = new Set<Listener>();

/** Called whenever the API says that nobody is signed in; returns how to stop. */
export function onSessionEnd(listener: Listener): () => void {
  sessionEndListeners.add(listener);
  return () => sessionEndListeners.delete(listener);
}

/** Calls an endpoint. Throws ApiProblem when it refuses and Unreachable when there is no answer. */
export async function call<E extends EndpointContract>(
  contract: E,
  request: CallRequest<E>,
  options: CallOptions = {},
): Promise<ResponseOf<E>> {
  const { params, query, body } = request as {
    params?: Record<string, unknown>;
    query?: Record<string, unknown>;
    body?: unknown;
  };
  const response = await send(requestUrl(contract.path, params, query), {
    method: contract.method,
    credentials: 'same-origin',
    signal: options.signal,
    keepalive: options.keepalive,
    headers: {
      accept: 'application/json, application/problem+json',
      ...(body === undefined || options.form ? {} : { 'content-type': 'application/json' }),
      ...(options.idempotencyKey ? { 'idempotency-key': options.idempotencyKey } : {}),
    },
    body: options.form ?? (body === undefined ? undefined : JSON.stringify(body)),
  });
  const content = await contentOf(response);
  if (response.ok) return content as ResponseOf<E>;
  const problem = problemOf(response.status, content);
  if (problem.code === 'not-signed-in') for (const listener of sessionEndListeners) listener();
  throw problem;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Unreachable('The server cannot be reached.', { cause: error });
  }
}

async function contentOf(response: Response): Promise<unknown> {
  if (response.status === 204) return null;
  const text = await response.text();
  if (!/json/.test(response.headers.get('content-type') ?? '')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
