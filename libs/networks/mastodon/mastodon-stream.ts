import { z } from 'zod';
import { guardedStream } from '#platform/outgoing';
import { RetryLater, SourceNeedsAttention, type SourceView, type StreamNews } from '../connector.js';
import { type ServerSentEvent, serverSentEvents } from '../live/event-stream.js';
import { saidBy } from '../network-request.js';
import { reachOf, refusedAddress } from '../reach.js';
import { retryMoment } from '../retry-moment.js';
import { askMastodon } from './mastodon-api.js';
import { type MastodonSettings, mastodonSettings } from './mastodon-settings.js';
import {
  editedWording,
  isPublicPost,
  type MastodonStatus,
  notificationSchema,
  statusMention,
  statusSchema,
} from './mastodon-status.js';

/** A server says every 15 seconds that it is there. */
const QUIET_MS = 50_000;

const instanceSchema = z.object({
  configuration: z.object({ urls: z.object({ streaming: z.string() }) }),
});

/** A server has no stream of one account's posts. */
export function mastodonStreams(settings: Record<string, unknown>): boolean {
  const { success, data } = mastodonSettings.safeParse(settings);
  return success && data.watch !== 'account';
}

/** The streams of a server as server-sent events. Their reference: docs.joinmastodon.org/methods/streaming. */
export async function* mastodonStream(
  source: SourceView,
  signal: AbortSignal,
  quietMs = QUIET_MS,
): AsyncGenerator<StreamNews> {
  const settings = mastodonSettings.parse(source.settings);
  const url = new URL(pathOf(settings), await streamingServer(source, settings, signal));
  const answer = await guardedStream(url.toString(), {
    mayReach: reachOf(settings),
    headers: {
      accept: 'text/event-stream',
      authorization: `Bearer ${source.credentials['accessToken'] ?? ''}`,
    },
    quietMs,
    signal,
  }).catch((error: unknown) => {
    throw refusedAddress(error);
  });
  if (answer.chunks === null) throw refusal(url.host, answer);
  yield { kind: 'open' };
  const { host } = new URL(settings.server);
  for await (const event of serverSentEvents(answer.chunks)) {
    yield newsOf(event, settings.watch, (status) => statusMention(status, host, source.account));
  }
}

/** Of a mention the stream of the account tells, and of posts taken back that mentioned it; its home is passed over. */
function newsOf(
  { event, data }: ServerSentEvent,
  watch: MastodonSettings['watch'],
  mention: (status: MastodonStatus) => ReturnType<typeof statusMention>,
): StreamNews {
  switch (event) {
    case 'delete':
      return { kind: 'deleted', localId: data };
    case 'notification': {
      if (watch !== 'mentions' || typeOf(data) !== 'mention') return { kind: 'alive' };
      return posted(
        data,
        notificationSchema.transform(({ status }) => status),
        mention,
      );
    }
    case 'update':
      return watch === 'mentions' ? { kind: 'alive' } : posted(data, statusSchema, mention);
    // One that is not known is stored as it now reads, except what comes along with the account's home.
    case 'status.update':
      return watch === 'mentions' ? edited(data) : posted(data, statusSchema, mention);
    default:
      return { kind: 'alive' };
  }
}

function posted(
  data: string,
  schema: z.ZodType<MastodonStatus>,
  mention: (status: MastodonStatus) => ReturnType<typeof statusMention>,
): StreamNews {
  const result = schema.safeParse(parsed(data));
  if (result.success)
    return isPublicPost(result.data) ? { kind: 'mention', mention: mention(result.data) } : { kind: 'alive' };
  const issue = result.error.issues[0];
  return {
    kind: 'unreadable',
    reason: `${issue?.path.join('.') || 'item'} ${issue?.message ?? 'cannot be read'}`,
  };
}

function edited(data: string): StreamNews {
  const status = statusSchema.safeParse(parsed(data)).data;
  const [wording] = status && isPublicPost(status) ? editedWording(status) : [];
  return wording ? { kind: 'edited', wording } : { kind: 'alive' };
}

function typeOf(data: string): unknown {
  return (parsed(data) as { type?: unknown } | null)?.type;
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return null;
  }
}

function pathOf({ watch, term = '' }: MastodonSettings): string {
  const query = new URLSearchParams();
  switch (watch) {
    case 'hashtag':
      query.set('tag', term);
      return `/api/v1/streaming/hashtag?${query}`;
    case 'list':
      query.set('list', term);
      return `/api/v1/streaming/list?${query}`;
    case 'local':
      return '/api/v1/streaming/public/local';
    case 'public':
      return '/api/v1/streaming/public';
    case 'mentions':
    case 'account':
      return '/api/v1/streaming/user';
  }
}

/** Large servers stream from a machine of its own, which they name; the token is for them and not for any redirect. */
async function streamingServer(
  source: SourceView,
  { server }: MastodonSettings,
  signal: AbortSignal,
): Promise<string> {
  const { json } = await askMastodon(source, '/api/v2/instance', {}, signal);
  const { success, data } = instanceSchema.safeParse(json);
  if (!success || !URL.canParse(data.configuration.urls.streaming)) return server;
  const named = data.configuration.urls.streaming.replace(/^ws(s?):/, 'http$1:');
  // What is said in the open is not asked with the token, unless the source itself is read so.
  return named.startsWith('https:') || server.startsWith('http:') ? named : server;
}

function refusal(
  host: string,
  { status, headers, body }: { status: number; headers: Headers; body: string },
): Error {
  const words = saidBy(parsed(body)) || `${host} answered ${status}`;
  if (status === 429 || status === 503) return new RetryLater(retryMoment(headers, new Date()), words);
  if (status === 401) return new SourceNeedsAttention('token-refused', words);
  if (status === 403) return new SourceNeedsAttention('rights-missing', words);
  if (status === 404 || status === 410) return new SourceNeedsAttention('not-at-network', words);
  return new Error(words);
}
