import { z } from 'zod';
import type { Permission } from './permissions.js';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may call: anyone, anyone signed in, or whoever holds one of the named permissions. */
export type Access = 'public' | 'signed-in' | { anyOf: readonly Permission[] };

export interface EndpointContract<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly method: HttpMethod;
  /** Path with `{name}` for parameters, as OpenAPI writes it; begins with `/api/`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly tag: string;
  readonly access: Access;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly response: Response;
  /** HTTP status of success. */
  readonly status: number;
  /** Codes of the problem details (RFC 9457) that this endpoint may answer, beyond those every endpoint may. */
  readonly problems: readonly string[];
}

/** Nothing is read from this part of the request. */
export const nothing = z.object({});

interface EndpointOptions<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> {
  method: HttpMethod;
  path: `/${string}`;
  summary: string;
  tag: string;
  access: Access;
  params?: P;
  query?: Q;
  body?: B;
  response: R;
  status?: number;
  problems?: readonly string[];
}

/** Declares an endpoint once, for the controller, the OpenAPI document and the console. */
export function endpoint<
  R extends z.ZodType,
  P extends z.ZodType = typeof nothing,
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = typeof nothing,
>(options: EndpointOptions<P, Q, B, R>): EndpointContract<P, Q, B, R> {
  return {
    method: options.method,
    path: options.path,
    summary: options.summary,
    tag: options.tag,
    access: options.access,
    params: (options.params ?? nothing) as P,
    query: (options.query ?? nothing) as Q,
    body: (options.body ?? nothing) as B,
    response: options.response,
    status: options.status ?? 200,
    problems: options.problems ?? [],
  };
}

/** The validated request of an endpoint, as its controller method receives it. */
export interface InputOf<E extends EndpointContract> {
  params: z.output<E['params']>;
  query: z.output<E['query']>;
  body: z.output<E['body']>;
}

/** What a caller of the endpoint gives (before defaults and coercion). */
export interface RequestOf<E extends EndpointContract> {
  params: z.input<E['params']>;
  query: z.input<E['query']>;
  body: z.input<E['body']>;
}

export type ResponseOf<E extends EndpointContract> = z.output<E['response']>;
