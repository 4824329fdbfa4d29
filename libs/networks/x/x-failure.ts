import { z } from 'zod';
import { RetryLater, SourceNeedsAttention } from '../connector.js';
import { pauseMs } from '../retry-delay.js';
import { retryMoment } from '../retry-moment.js';

/** An answer of X that is not what was asked for. */
export interface XErrorAnswer {
  status: number;
  json: unknown;
  headers: Headers;
}

/** X understood the request and does not do it: 400, 403, 404 and the like. What follows depends on what was asked. */
export class XRefused extends Error {
  override readonly name = 'XRefused';

  constructor(
    readonly status: number,
    /** In the words of X. */
    message: string,
  ) {
    super(message);
  }
}

/** A cap for the month shows no moment at which it ends; asking four times a day costs nothing. */
const CAP_MS = 6 * 3_600_000;

/**
 * RetryLater: X asks for a pause. SourceNeedsAttention: a person has to do something. Error: nobody knows whether X did
 * what it was asked. XRefused: it certainly did not.
 */
export function xFailure({ status, json, headers }: XErrorAnswer, method: string): Error {
  const words = wordsOf(json) || `X answered ${status}`;
  const kind = kindOf(json);
  if (status === 429 && /usage.?cap/i.test(kind)) return new RetryLater(new Date(Date.now() + CAP_MS), words);
  if (status === 429) return new RetryLater(retryMoment(headers, new Date(), pauseMs(Math.random())), words);
  // After a post a 503 may come from something in between, when X has taken it: then nobody knows.
  if (status === 503 && method === 'GET') {
    return new RetryLater(retryMoment(headers, new Date(), pauseMs(Math.random())), words);
  }
  if (status >= 500) return new Error(`X answered ${status}: ${words}`);
  if (status === 401) return new SourceNeedsAttention('token-refused', words);
  if (status === 402) return new SourceNeedsAttention('plan-spent', words);
  if (status === 403 && /permission|client-forbidden|not-enrolled|unsupported-auth/i.test(kind)) {
    return new SourceNeedsAttention('rights-missing', words);
  }
  if (status === 403 && /suspended|account is (temporarily )?locked/i.test(words)) {
    return new SourceNeedsAttention('account-locked', words);
  }
  return new XRefused(status, words);
}

const errorSchema = z.object({
  type: z.string().optional().catch(undefined),
  title: z.string().optional().catch(undefined),
  detail: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  errors: z
    .array(z.looseObject({ message: z.string().optional().catch(undefined) }))
    .optional()
    .catch(undefined),
});

/** The most exact words: those about a parameter, else the detail. */
function wordsOf(json: unknown): string {
  const { data } = errorSchema.safeParse(json);
  const said = data?.errors?.find(({ message }) => message)?.message;
  return (said ?? data?.detail ?? data?.message ?? data?.title ?? '').slice(0, 300);
}

function kindOf(json: unknown): string {
  const { data } = errorSchema.safeParse(json);
  return [data?.type, data?.title, data?.reason].filter(Boolean).join(' ');
}
