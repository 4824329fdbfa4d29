import { z } from 'zod';
import { guardedStream } from '#platform/outgoing';
import type { SourceView, StreamNews } from '../connector.js';
import { linesOf } from '../live/event-stream.js';
import { FanOut } from '../live/fan-out.js';
import { reachOf, refusedAddress } from '../reach.js';
import { ownId } from './x-account.js';
import { applicationOf, bearerOf } from './x-application.js';
import { xFailure } from './x-failure.js';
import { POST_WORDS, TWEET_WORDS, USER_FIELDS } from './x-lists.js';
import { isRepost, xMention, xPostSchema, xUserSchema } from './x-post.js';
import { xSettings } from './x-settings.js';
import { ownersOf } from './x-stream-rules.js';

/** X sends an empty line every 20 seconds. */
const QUIET_MS = 50_000;

const newsSchema = z.object({
  data: z.unknown().optional(),
  includes: z.object({ users: z.array(z.unknown()).nullish() }).nullish(),
  matching_rules: z.array(z.object({ tag: z.string().nullish() })).nullish(),
  errors: z.array(z.looseObject({ title: z.string().optional(), detail: z.string().optional() })).nullish(),
});
type News = z.infer<typeof newsSchema> | 'alive' | 'unreadable';

/** Only where somebody chose it: X counts every post that it sends. */
export function xStreams(settings: Record<string, unknown>): boolean {
  const read = xSettings.safeParse(settings).data;
  return read?.live === true && read.watch !== 'list';
}

/**
 * The filtered stream: one connection for each application, however many of its sources listen, because X grants no more;
 * the tags of the rules that matched say whose a post is. Its reference: docs.x.com/x-api/posts/filtered-stream. What is
 * said while nobody listens is read by `pull` from its `since_id` on; the pauses between tries are those of every live
 * connection, which are at least as long as X asks for.
 */
export class XStreams {
  private readonly connections = new FanOut<News>();

  constructor(private readonly quietMs = QUIET_MS) {}

  async *listen(source: SourceView, signal: AbortSignal): AsyncGenerator<StreamNews> {
    const own = ownId(source);
    const open = (ending: AbortSignal) => this.news(source, ending);
    for await (const item of this.connections.join(applicationOf(source), open, signal)) {
      yield item === 'open' ? { kind: 'open' } : newsFor(item, source.id, own);
    }
  }

  private async news(source: SourceView, signal: AbortSignal): Promise<AsyncIterable<News>> {
    const bearer = await bearerOf(source, signal);
    return newsOf(linesOf(await opened(source, bearer, this.quietMs, signal)));
  }
}

async function* newsOf(lines: AsyncIterable<string>): AsyncGenerator<News> {
  for await (const line of lines) {
    if (line.trim() === '') {
      yield 'alive';
      continue;
    }
    const news = newsSchema.safeParse(parsed(line));
    if (!news.success) {
      yield 'unreadable';
      continue;
    }
    const { data, errors } = news.data;
    if (data === undefined && errors?.length) {
      const { detail, title } = errors[0] ?? {};
      throw new Error(`X ended the stream: ${detail ?? title ?? 'it gives no reason'}`);
    }
    yield data === undefined ? 'alive' : news.data;
  }
}

/** What an item of the connection is for one of its sources. */
function newsFor(item: News, sourceId: string, own: string): StreamNews {
  if (item === 'unreadable') return { kind: 'unreadable', reason: 'is not an item of the stream' };
  if (item === 'alive') return { kind: 'alive' };
  const { data, includes, matching_rules: rules } = item;
  // The rules of other sources, and of other programs of the application, come on the same connection.
  if (!rules?.some(({ tag }) => ownersOf(tag).includes(sourceId))) return { kind: 'alive' };
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

async function opened(
  source: SourceView,
  bearer: string,
  quietMs: number,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const settings = xSettings.parse(source.settings);
  let refusal: Error | null = null;
  for (const words of [POST_WORDS, TWEET_WORDS]) {
    const url = new URL('/2/tweets/search/stream', settings.server);
    for (const [name, value] of Object.entries({ ...words, ...USER_FIELDS }))
      url.searchParams.set(name, value);
    const answer = await guardedStream(url.toString(), {
      mayReach: reachOf(settings),
      headers: { authorization: `Bearer ${bearer}` },
      quietMs,
      signal,
    }).catch((error: unknown) => {
      throw refusedAddress(error);
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
