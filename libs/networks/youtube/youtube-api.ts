import { createHash } from 'node:crypto';
import { RetryLater, SourceNeedsAttention, type SourceView } from '../connector.js';
import { askNetwork, type NetworkAnswer, type NetworkCall } from '../network-request.js';
import type { QuotaAccount, QuotaLedger } from '../quota/quota-ledger.js';
import type { QuotaPurpose, QuotaRefusal } from '../quota/quota-plan.js';
import { QuotaSpent, youtubeFailure } from './youtube-failure.js';
import { youtubeSettings } from './youtube-settings.js';
import { accessHeaders, actsAsAccount, renewAccess } from './youtube-token.js';

/** Units that Google counts for a call: developers.google.com/youtube/v3/determine_quota_cost. */
export const UNITS = { list: 1, write: 50 } as const;

export interface YouTubeCall extends Pick<NetworkCall, 'method' | 'query' | 'body'> {
  /** Below `/youtube/v3/`. */
  path: string;
  purpose: QuotaPurpose;
}

export interface YouTubeAnswer {
  json: unknown;
  /** Reading more before would run ahead of the day's plan. */
  pauseUntil: Date | null;
}

/** What the connector reads and writes with: the source, and the ledger that counts its units. */
export interface YouTubeAccess {
  source: SourceView;
  ledger: QuotaLedger;
  signal: AbortSignal;
}

/** One request, its units taken before. Throws what `youtubeFailure` makes of a refusal, and RetryLater without units. */
export async function askYouTube(access: YouTubeAccess, call: YouTubeCall): Promise<YouTubeAnswer> {
  const first = await sent(access, call);
  const answer = first ?? (await again(access, call));
  const { status, json } = answer;
  if (status < 300) return answer;
  const failure = youtubeFailure(status, json);
  throw failure instanceof QuotaSpent ? await spent(access, failure) : failure;
}

type Sent = Pick<NetworkAnswer, 'status' | 'json'> & Pick<YouTubeAnswer, 'pauseUntil'>;

/** Null when the access token has run out before its time: then the request was not carried out. */
async function sent({ source, ledger, signal }: YouTubeAccess, call: YouTubeCall): Promise<Sent | null> {
  const { server } = youtubeSettings.parse(source.settings);
  const headers = await accessHeaders(source, signal);
  const pauseUntil = await takeUnits(source, ledger, call);
  const { method = 'GET', query, body } = call;
  try {
    const { status, json } = await askNetwork(
      source,
      new URL(`/youtube/v3/${call.path}`, server),
      { method, headers, ...(query ? { query } : {}), ...(body === undefined ? {} : { body }) },
      signal,
    );
    return { status, json, pauseUntil };
  } catch (error) {
    const refused = error instanceof SourceNeedsAttention && error.code === 'token-refused';
    if (refused && actsAsAccount(source)) return null;
    throw error;
  }
}

async function again(access: YouTubeAccess, call: YouTubeCall): Promise<Sent> {
  await renewAccess(access.source, access.signal);
  const second = await sent(access, call);
  if (second) return second;
  throw new SourceNeedsAttention('token-refused', 'Google does not accept the access that it has just given');
}

async function takeUnits(
  source: SourceView,
  ledger: QuotaLedger,
  { method = 'GET', purpose }: YouTubeCall,
): Promise<Date | null> {
  const { dailyQuota: limit, reserve } = youtubeSettings.parse(source.settings);
  const units = method === 'GET' ? UNITS.list : UNITS.write;
  const answer = await ledger.take(quotaAccount(source), { units, purpose, limit, reserve });
  source.noteQuota(answer.quota);
  if (answer.granted) return answer.pauseUntil;
  throw new RetryLater(answer.at, WORDS[answer.why](limit, reserve), answer.why);
}

const WORDS: Record<QuotaRefusal, (limit: number, reserve: number) => string> = {
  'quota-spent': (limit) =>
    `the ${limit} units of today are spent; YouTube counts anew at midnight in California`,
  'quota-kept-for-replies': (_, reserve) =>
    `what is left of today's units is kept for replies (${reserve}); YouTube counts anew at midnight in California`,
  'quota-spread': () => "reading waits a little, so that today's units last until midnight in California",
};

/** Something else uses the project too: what our ledger thinks to be left is not there. */
async function spent({ source, ledger }: YouTubeAccess, { message }: QuotaSpent): Promise<RetryLater> {
  const at = await ledger.close(quotaAccount(source));
  const { dailyQuota: limit } = youtubeSettings.parse(source.settings);
  source.noteQuota({ limit, remaining: 0, resetsAt: at.toISOString() });
  const words = message.replace(/\.$/, '');
  return new RetryLater(at, `${words}; YouTube counts anew at midnight in California`, 'quota-spent');
}

/** Google counts by project: an OAuth client begins with its number; a key does not say, and is known by its print. */
export function quotaAccount({ credentials }: Pick<SourceView, 'credentials'>): QuotaAccount {
  const { clientId = '', refreshToken, apiKey = '' } = credentials;
  const project = refreshToken ? /^(\d{4,20})-/.exec(clientId)?.[1] : undefined;
  return { network: 'youtube', project: project ?? print(refreshToken ? clientId : apiKey) };
}

function print(secret: string): string {
  return createHash('sha256').update(secret).digest('hex').slice(0, 24);
}
