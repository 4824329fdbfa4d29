import type { z } from 'zod';
import { retryMoment } from '#networks';
import {
  AddressRefused,
  anyAddress,
  type GuardedAnswer,
  guardedFetch,
  isPublicAddress,
} from '#platform/outgoing';
import { type CrmAccess, CrmNeedsAttention, CrmPause } from '../connector.js';

export interface HubspotCall {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** Statuses that the caller understands, besides 2xx. */
  expects?: readonly number[];
}

export interface HubspotAnswer {
  status: number;
  json: unknown;
  headers: Headers;
}

/** One request, under HubSpot's rules for errors and limits (https://developers.hubspot.com/docs/api/error-handling). */
export async function askHubspot(
  access: CrmAccess,
  path: string,
  call: HubspotCall = {},
): Promise<HubspotAnswer> {
  const answer = await send(access, path, call);
  const { status, headers } = answer;
  const json = parsed(answer.body);
  if (status === 429) throw new CrmPause(retryMoment(headers, new Date(), pauseMs(json)), said(status, json));
  if (status === 401) throw new CrmNeedsAttention('token-refused', said(status, json));
  if (status === 403) throw new CrmNeedsAttention('rights-missing', said(status, json));
  if (status >= 200 && status < 300) {
    if (json === undefined) throw new Error('the answer of HubSpot is cut off or is not JSON');
    return { status, json, headers };
  }
  if (call.expects?.includes(status)) return { status, json, headers };
  throw new Error(said(status, json));
}

async function send(access: CrmAccess, path: string, call: HubspotCall): Promise<GuardedAnswer> {
  try {
    return await guardedFetch(new URL(path, access.baseAddress).toString(), {
      method: call.method ?? 'GET',
      mayReach: access.allowPrivate ? anyAddress : isPublicAddress,
      signal: access.signal,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${access.token}`,
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
  } catch (error) {
    if (error instanceof AddressRefused) throw new CrmNeedsAttention('address-refused', error.message);
    throw error;
  }
}

/** Undefined: not JSON. Archiving answers with nothing. */
function parsed(body: string): unknown {
  if (body.trim() === '') return null;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/** Without Retry-After: a limit of ten seconds is over soon, one of a day is asked again within the hour. */
function pauseMs(json: unknown): number {
  const policy = textIn(json, 'policyName');
  return policy === 'DAILY' ? 1_800_000 + Math.random() * 1_800_000 : 10_000 + Math.random() * 10_000;
}

function said(status: number, json: unknown): string {
  const words = textIn(json, 'message');
  return `HubSpot answered ${status}${words ? `: ${words.slice(0, 300)}` : ''}`;
}

/** What an answer says, in the form that is expected of it. */
export function shaped<T>(schema: z.ZodType<T>, { json }: Pick<HubspotAnswer, 'json'>): T {
  const read = schema.safeParse(json);
  if (!read.success) throw new Error('the answer of HubSpot has another form than its API promises');
  return read.data;
}

export function textIn(json: unknown, name: string): string {
  if (typeof json !== 'object' || json === null) return '';
  const value = (json as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
}
