import { z } from 'zod';
import { AddressRefused, anyAddress, guardedStream, isPublicAddress } from '#platform/outgoing';
import { SourceNeedsAttention, type SourceView, type StreamNews } from '../connector.js';
import { linesOf } from '../live/event-stream.js';
import { askNetwork } from '../network-request.js';
import { ownId } from './x-account.js';
import { xFailure } from './x-failure.js';
import { POST_WORDS, TWEET_WORDS, USER_FIELDS } from './x-lists.js';
import { isRepost, xMention, xPostSchema, xUserSchema } from './x-post.js';
import { type XSettings, xSettings } from './x-settings.js';
import { keepRule, ruleTag, streamRule } from './x-stream-rules.js';

/** X sends an empty line every 20 seconds. */
const QUIET_MS = 50_000;

const newsSchema = z.object({
  data: z.unknown().optional(),
  includes: z.object({ users: z.array(z.unknown()).nullish() }).nullish(),
  matching_rules: z.array(z.object({ tag: z.string().nullish() })).nullish(),
  errors: z.array(z.looseObject({ title: z.string().optional(), detail: z.string().optional() })).nullish(),
});

/** Only where somebody chose it: X counts every post that it sends, and lets one application listen once. */
export function xStreams(settings: Record<string, unknown>): boolean {
  return xSettings.safeParse(settings).data?.live === true;
}

/**
 * The filtered stream, with one rule that follows from what the source watches. Its reference:
 * docs.x.com/x-api/posts/filtered-stream. What is said while nobody listens is read by `pull` from its `since_id` on; the
 * pauses between tries are those of every live connection, which are at least as long as X asks for.
 */
export async function* xStream(
  source: SourceView,
  signal: AbortSignal,
  quietMs = QUIET_MS,
): AsyncGenerator<StreamNews> {
  const settings = xSettings.parse(source.settings);
  const own = ownId(source);
  const tag = ruleTag(source);
  const rule = streamRule(settings, source.account);
  if (rule === null) {
    throw new SourceNeedsAttention('not-at-network', 'the live check has not named our account yet');
  }
  const bearer = await bearerOf(source, settings, signal);
  await keepRule(source, rule, bearer, signal);
  const chunks = await opened(settings, bearer, quietMs, signal);
  yield { kind: 'open' };
  for await (const line of linesOf(chunks)) yield newsOf(line, tag, own);
}

function newsOf(line: string, tag: string, own: string): StreamNews {
  if (line.trim() === '') return { kind: 'alive' };
  const news = newsSchema.safeParse(parsed(line));
  if (!news.success) return { kind: 'unreadable', reason: 'is not an item of the stream' };
  const { data, includes, matching_rules: rules, errors } = news.data;
  if (data === undefined) {
    const { detail, title } = errors?.[0] ?? {};
    if (errors?.length) throw new Error(`X ended the stream: ${detail ?? title ?? 'it gives no reason'}`);
    return { kind: 'alive' };
  }
  // The rules of other sources, and of other programs of the application, come on the same connection.
  if (!rules?.some((one) => one.tag === tag)) return { kind: 'alive' };
  const post = xPostSchema.safeParse(data);
  if (!post.success) {
    const issue = post.error.issues[0];
    return { kind: 'unreadable', reason: `${issue?.path.join('.') || 'item'} ${issue?.message}` };
  }
  if (isRepost(post.data)) return { kind: 'alive' };
  const users = (includes?.users ?? []).flatMap((one) => xUserSchema.safeParse(one).data ?? []);
  const author = users.find(({ id }) => id === post.data.author_id);
  return { kind: 'mention', mention: xMention(post.data, author, own) };
}

const bearerSchema = z.object({ access_token: z.string().min(1) });

/** The stream is given to applications, not to accounts: with what their key and secret open. It is not kept. */
async function bearerOf(source: SourceView, { server }: XSettings, signal: AbortSignal): Promise<string> {
  const { apiKey = '', apiSecret = '' } = source.credentials;
  const basic = Buffer.from(`${encodeURIComponent(apiKey)}:${encodeURIComponent(apiSecret)}`).toString(
    'base64',
  );
  const { status, json, headers } = await askNetwork(
    // Its limits say nothing of how much may be read.
    { ...source, noteQuota: () => undefined },
    new URL('/oauth2/token', server),
    {
      method: 'POST',
      form: { grant_type: 'client_credentials' },
      headers: { authorization: `Basic ${basic}` },
    },
    signal,
  );
  if (status >= 300) throw xFailure({ status, json, headers }, 'POST');
  return bearerSchema.parse(json).access_token;
}

async function opened(
  settings: XSettings,
  bearer: string,
  quietMs: number,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  let refusal: Error | null = null;
  for (const words of [POST_WORDS, TWEET_WORDS]) {
    const url = new URL('/2/tweets/search/stream', settings.server);
    for (const [name, value] of Object.entries({ ...words, ...USER_FIELDS }))
      url.searchParams.set(name, value);
    const answer = await guardedStream(url.toString(), {
      mayReach: settings.allowPrivateAddress ? anyAddress : isPublicAddress,
      headers: { authorization: `Bearer ${bearer}` },
      quietMs,
      signal,
    }).catch((error: unknown) => {
      throw error instanceof AddressRefused
        ? new SourceNeedsAttention('address-refused', error.message)
        : error;
    });
    if (answer.chunks !== null) return answer.chunks;
    const { status, headers, body } = answer;
    refusal = xFailure({ status, json: parsed(body), headers }, 'GET');
    if (status !== 400 || !/post\.fields|referenced_posts/.test(refusal.message)) break;
  }
  throw refusal ?? new Error('X did not open the stream');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
