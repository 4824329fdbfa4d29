import type { ListPage, PulledPage, SourceView } from '../connector.js';
import { notAhead } from '../walking.js';
import { ownId } from './x-account.js';
import { createHash } from 'node:crypto';
import { afterSearchPage, atSearch, startOf, type XCursor } from './x-cursor.js';
import { notListed, readList, type XList } from './x-lists.js';
import { isRepost, xMention } from './x-post.js';
import { searchQuery, xSettings } from './x-settings.js';

export const PAGE = 100;

interface Asked {
  page: string | null;
  start: ReturnType<typeof startOf>;
  size: number;
}

/** A page of the list that a source watches, whether it is a search or that of the mentions. */
export function readWatched(
  source: SourceView,
  { page, start, size }: Asked,
  signal: AbortSignal,
): Promise<XList> {
  const settings = xSettings.parse(source.settings);
  const query = searchQuery(settings);
  if (query !== null) return readSearch(source, query, { page, start, size }, signal);
  if (settings.watch === 'list')
    return readMembers(source, settings.term ?? '', { page, start, size }, signal);
  const path = `users/${ownId(source)}/mentions`;
  return readList(
    source,
    path,
    { ...start, max_results: size, pagination_token: page ?? undefined },
    signal,
  ).catch((error: unknown) => {
    throw notListed(error, page);
  });
}

/** Of a list X cannot be asked for newer posts only: where those begin that are known, the reading ends. */
async function readMembers(
  source: SourceView,
  list: string,
  { page, start, size }: Asked,
  signal: AbortSignal,
): Promise<XList> {
  const query = { max_results: size, pagination_token: page ?? undefined };
  const read = await readList(source, `lists/${list}/tweets`, query, signal).catch((error: unknown) => {
    throw notListed(error, page);
  });
  const since = 'since_id' in start && start.since_id ? BigInt(start.since_id) : null;
  if (since === null) return read;
  const posts = read.posts.filter(({ id }) => BigInt(id) > since);
  return { ...read, posts, next: posts.length < read.posts.length ? null : read.next };
}

function readSearch(
  source: SourceView,
  query: string,
  { page, start, size }: Asked,
  signal: AbortSignal,
): Promise<XList> {
  return readList(
    source,
    'tweets/search/recent',
    { ...start, max_results: size, query, next_token: page ?? undefined },
    signal,
  ).catch((error: unknown) => {
    throw notListed(error, page);
  });
}

export function followsTopics({ settings }: SourceView): boolean {
  return xSettings.parse(settings).watch === 'topics';
}

/** A page of one of the searches that follow the topics. Until it is known which those are, there is nothing to read. */
export async function pullTopics(
  source: SourceView,
  kept: XCursor,
  now: Date,
  signal: AbortSignal,
): Promise<PulledPage> {
  const searches = source.following?.searches ?? [];
  const cursor = atSearch(
    kept,
    createHash('sha256').update(searches.join('\n')).digest('base64url').slice(0, 16),
  );
  const query = searches[cursor.search.at];
  if (query === undefined) return { mentions: [], refused: [], cursor: kept, more: false };
  const start = startOf(cursor.since, now, true);
  const list = await readSearch(source, query, { page: cursor.token, start, size: PAGE }, signal);
  return pulledPage(
    source,
    list,
    afterSearchPage(cursor, readOf(list), { now, searches: searches.length }),
    now,
  );
}

/**
 * The past by one search after the other, each as far back as X shows it. Their pages are not in one order, so that no
 * page ends the walk before the last search has been read.
 */
export async function readTopicsPast(
  source: SourceView,
  page: string | null,
  signal: AbortSignal,
): Promise<ListPage> {
  const searches = source.following?.searches ?? [];
  const [number = '0', token = ''] = (page ?? '').split(/:(.*)/s);
  const at = Number(number) || 0;
  const query = searches[at];
  if (query === undefined) return { mentions: [], refused: [], times: [], next: null };
  const list = await readSearch(source, query, { page: token || null, start: {}, size: PAGE }, signal);
  const following = at + 1 < searches.length ? `${at + 1}:` : null;
  return {
    mentions: mentionsOf(list, ownId(source)),
    times: [],
    refused: list.refused,
    next: list.next === null ? following : `${at}:${list.next}`,
  };
}

export function pulledPage(
  source: SourceView,
  list: XList,
  step: { cursor: XCursor; more: boolean },
  now: Date,
): PulledPage {
  return {
    mentions: mentionsOf(list, ownId(source)).map((mention) => notAhead(mention, now)),
    refused: list.refused,
    cursor: step.cursor,
    more: step.more,
    ...(list.pauseUntil ? { pauseUntil: list.pauseUntil } : {}),
  };
}

export function readOf({ posts, next }: XList): { ids: string[]; next: string | null } {
  return { ids: posts.map(({ id }) => id), next };
}

export function mentionsOf({ posts, authors }: XList, own: string): PulledPage['mentions'] {
  return posts
    .filter((post) => !isRepost(post))
    .map((post) => xMention(post, authors.get(post.author_id ?? ''), own));
}

/** What is shown of a list that was not asked for. */
export const NO_POSTS: XList = {
  posts: [],
  authors: new Map(),
  refused: [],
  missing: [],
  next: null,
  pauseUntil: null,
};
