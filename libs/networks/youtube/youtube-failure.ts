import { z } from 'zod';
import { RetryLater, SourceNeedsAttention } from '../connector.js';
import { pauseMs } from '../retry-delay.js';

/** Google understood the request and does not do it. What follows depends on what was asked. */
export class YouTubeRefused extends Error {
  override readonly name = 'YouTubeRefused';

  constructor(
    readonly status: number,
    /** Google's own name of it, such as `commentsDisabled`; empty when it gives none. */
    readonly reason: string,
    /** In the words of Google. */
    message: string,
  ) {
    super(message);
  }
}

/** Google says that the project has no units left for today. */
export class QuotaSpent extends Error {
  override readonly name = 'QuotaSpent';
}

const SPENT = ['quotaExceeded', 'dailyLimitExceeded', 'dailyLimitExceededUnreg'];
/** Not too much. */
const TOO_FAST = ['rateLimitExceeded', 'userRateLimitExceeded', 'RATE_LIMIT_EXCEEDED'];
const BAD_KEY = ['API_KEY_INVALID', 'keyInvalid', 'keyExpired', 'authError'];
const NO_RIGHT = [
  'accessNotConfigured',
  'SERVICE_DISABLED',
  'insufficientPermissions',
  'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
  'API_KEY_SERVICE_BLOCKED',
  'ipRefererBlocked',
  'youtubeSignupRequired',
  'accountDelegationForbidden',
];
const LOCKED = ['authenticatedUserAccountClosed', 'authenticatedUserAccountSuspended', 'accountClosed'];

/**
 * RetryLater: too fast. QuotaSpent: nothing left today. SourceNeedsAttention: a person has to do something.
 * YouTubeRefused: it was certainly not done, or, for `processingFailure`, nobody knows.
 */
export function youtubeFailure(status: number, json: unknown): Error {
  const { reasons, words } = read(json, status);
  const says = (known: readonly string[]) => reasons.some((reason) => known.includes(reason));
  if (says(SPENT)) return new QuotaSpent(words);
  if (says(TOO_FAST)) return new RetryLater(new Date(Date.now() + pauseMs(Math.random())), words);
  if (says(BAD_KEY)) return new SourceNeedsAttention('token-refused', words);
  if (says(LOCKED)) return new SourceNeedsAttention('account-locked', words);
  if (says(NO_RIGHT)) return new SourceNeedsAttention('rights-missing', words);
  return new YouTubeRefused(status, reasons[0] ?? '', words);
}

const errorSchema = z.object({
  error: z.object({
    message: z.string().catch(''),
    errors: z.array(z.looseObject({ reason: z.string().catch('') })).catch([]),
    details: z.array(z.looseObject({ reason: z.string().catch('') })).catch([]),
  }),
});

function read(json: unknown, status: number): { reasons: string[]; words: string } {
  const { data } = errorSchema.safeParse(json);
  const reasons = [...(data?.error.errors ?? []), ...(data?.error.details ?? [])]
    .map(({ reason }) => reason)
    .filter((reason) => reason !== '');
  // Google marks names and addresses up as HTML.
  const words = (data?.error.message ?? '').replace(/<[^>]*>/g, '').trim();
  return { reasons, words: words.slice(0, 300) || `YouTube answered ${status}` };
}
