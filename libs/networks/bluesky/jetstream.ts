import { z } from 'zod';
import { guardedSocket } from '#platform/outgoing';
import { SourceNeedsAttention, type SourceView, type StreamNews } from '../connector.js';
import { saidBy } from '../network-request.js';
import { reachOf, refusedAddress } from '../reach.js';
import { askBluesky, ownAccount } from './bluesky-session.js';
import { type BlueskySettings, blueskySettings } from './bluesky-settings.js';
import { concerns, cursorFrom, holdsAll, type PostRecord, postEvent, wordsOf } from './jetstream-event.js';

/** Without a message and without an answer to our pings. */
const QUIET_MS = 45_000;
/** A sign of life for each so many microseconds of the stream: it brings every post of the network. */
const MARK_EVERY_US = 1_000_000;
/** Members of a list that the stream is asked for; the address of the request has its limits. */
const MOST_MEMBERS = 300;

/** Only where somebody chose it, and where there is something in a post by which it can be told from all others. */
export function blueskyStreams(settings: Record<string, unknown>): boolean {
  const { success, data } = blueskySettings.safeParse(settings);
  return success && data.live && (data.watch !== 'search' || wordsOf(data.term ?? '').length > 0);
}

/**
 * Jetstream, the public stream of all records. Its posts come without handle and name of their authors, and its words are
 * no search: so it brings no posts, but asks for a reading as soon as one concerns the source. The reading stays the truth
 * of what belongs to it. What is taken back or changed is told by the stream, and holds at once.
 */
export async function* jetstream(
  source: SourceView,
  signal: AbortSignal,
  mark: string | null,
  quietMs = QUIET_MS,
): AsyncGenerator<StreamNews> {
  const settings = blueskySettings.parse(source.settings);
  const { dids, meant } = await watched(source, settings, signal);
  const url = new URL('/subscribe', settings.jetstream.replace(/^http/, 'ws'));
  url.searchParams.append('wantedCollections', 'app.bsky.feed.post');
  for (const did of dids) url.searchParams.append('wantedDids', did);
  const cursor = cursorFrom(mark, new Date());
  if (cursor !== null) url.searchParams.append('cursor', cursor);
  const mayReach = reachOf(settings);
  let markedUs = 0;
  try {
    for await (const message of guardedSocket(url.toString(), { mayReach, quietMs, signal })) {
      if (message === null) {
        yield { kind: 'open' };
        continue;
      }
      const event = postEvent(message);
      if (!event) continue;
      const { post, timeUs } = event;
      if (post?.deleted) yield { kind: 'deleted', externalId: post.uri };
      else if (post) {
        if (post.updated && post.record.text.trim() !== '') {
          const text = post.record.text.trim();
          yield {
            kind: 'edited',
            wording: { externalId: post.uri, text, at: new Date(timeUs / 1000), told: true },
          };
        }
        if (meant(post.record)) yield { kind: 'nudge' };
      }
      if (timeUs < markedUs + MARK_EVERY_US) continue;
      markedUs = timeUs;
      yield { kind: 'alive', mark: String(timeUs) };
    }
  } catch (error) {
    throw refusedAddress(error);
  }
}

/** Whose posts the stream shall send (nobody: everybody's), and which of them concern the source. */
async function watched(
  source: SourceView,
  { watch, term = '' }: BlueskySettings,
  signal: AbortSignal,
): Promise<{ dids: string[]; meant: (record: PostRecord) => boolean }> {
  switch (watch) {
    case 'mentions': {
      const { did } = await ownAccount(source, signal);
      return { dids: [], meant: (record) => concerns(record, did) };
    }
    case 'search': {
      const words = wordsOf(term);
      return { dids: [], meant: (record) => holdsAll(words, record) };
    }
    case 'account':
      return { dids: [await didOf(source, term.replace(/^@/, ''), signal)], meant: () => true };
    case 'list':
      return { dids: await membersOf(source, term, signal), meant: () => true };
  }
}

async function didOf(source: SourceView, actor: string, signal: AbortSignal): Promise<string> {
  const json = await given(source, 'app.bsky.actor.getProfile', { actor }, signal);
  return z.object({ did: z.string() }).parse(json).did;
}

const listSchema = z.object({
  cursor: z.string().optional(),
  items: z.array(z.object({ subject: z.object({ did: z.string() }) })),
});

/** As they are now: who joins later is read, and heard after the next connection. */
async function membersOf(source: SourceView, list: string, signal: AbortSignal): Promise<string[]> {
  const members: string[] = [];
  let cursor: string | undefined;
  do {
    const json = await given(source, 'app.bsky.graph.getList', { list, limit: '100', cursor }, signal);
    const page = listSchema.parse(json);
    members.push(...page.items.map(({ subject }) => subject.did));
    cursor = page.items.length > 0 ? page.cursor : undefined;
  } while (cursor !== undefined && members.length <= MOST_MEMBERS);
  if (members.length > 0 && members.length <= MOST_MEMBERS) return members;
  // Without anybody named the stream would send all posts there are.
  const words =
    members.length === 0 ? 'the list has no members' : `the list has more than ${MOST_MEMBERS} members`;
  throw new SourceNeedsAttention('not-at-network', `${words}: it is read, but not listened to`);
}

async function given(
  source: SourceView,
  method: string,
  query: Record<string, string | undefined>,
  signal: AbortSignal,
): Promise<unknown> {
  const { status, json } = await askBluesky(source, method, { query }, signal);
  if (status < 300) return json;
  throw new SourceNeedsAttention('not-at-network', saidBy(json) || `the server answered ${status}`);
}
