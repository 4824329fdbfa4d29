import { z } from 'zod';
import type { Wording } from '#mentions';
import { type ListPage, PageForgotten, type PulledPage, type SourceView } from '../connector.js';
import { notAhead } from '../walking.js';
import { GraphRefused, notRead } from './graph-failure.js';
import { readAccess } from './page-access.js';
import { subscribePage } from './page-subscription.js';
import {
  afterComments,
  afterList,
  afterMissing,
  asMetaCursor,
  beginReading,
  commentsSince,
  type ListedThread,
  type MetaCursor,
} from './meta-cursor.js';

export type ReadMentions = PulledPage['mentions'];

interface GraphPage {
  mentions: ReadMentions;
  /** What was read of posts that may be known already, where they can be edited. */
  wordings?: Wording[];
  refused: PulledPage['refused'];
  /** Meta's mark of the next page; null on the last, or where the rest is known. */
  next: string | null;
  pauseUntil: Date | null;
}

export interface ThreadPage extends GraphPage {
  threads: ListedThread[];
}

export interface CommentPage extends GraphPage {
  times: Date[];
}

/** What a network of Meta gives: lists of posts, and the comments of each. Throws GraphRefused as Meta does. */
export interface MetaLists {
  readonly lists: number;
  /** What the Page has to deliver to our app; Instagram asks for any field of its Page. */
  readonly fields: readonly string[];
  /** What the token has to allow. */
  readonly rights: readonly string[];
  readList(source: SourceView, list: number, after: string | null, signal: AbortSignal): Promise<ThreadPage>;
  readComments(
    source: SourceView,
    thread: { id: string; after: string | null; since: Date | null },
    signal: AbortSignal,
  ): Promise<CommentPage>;
}

/** One page of what is new: of a list of posts, or of the comments of one that changed. */
export async function pullMeta(
  lists: MetaLists,
  source: SourceView,
  kept: unknown,
  signal: AbortSignal,
): Promise<PulledPage> {
  const cursor = asMetaCursor(kept);
  const page = await pullPage(lists, source, cursor, signal)
    .catch((error: unknown) => {
      if (!isForgotten(error, cursor)) throw error;
      return pullPage(lists, source, { ...cursor, reading: null }, signal);
    })
    .catch((error: unknown) => {
      throw notRead(error);
    });
  const { subscribeAt } = page.cursor;
  if (page.more || (subscribeAt !== null && Date.parse(subscribeAt) > Date.now())) return page;
  const { againAt, problem } = await subscribePage(source, lists.fields, signal);
  return { ...page, cursor: { ...page.cursor, subscribeAt: againAt }, deliveryProblem: problem };
}

interface PulledMetaPage extends PulledPage {
  cursor: MetaCursor;
}

async function pullPage(
  lists: MetaLists,
  source: SourceView,
  cursor: MetaCursor,
  signal: AbortSignal,
): Promise<PulledMetaPage> {
  const now = new Date();
  const { list, after, due } = cursor.reading ?? beginReading();
  if (list < lists.lists) {
    const page = await lists.readList(source, list, after, signal);
    return pulled(page, afterList(cursor, page, lists.lists, now), now);
  }
  const [thread] = due;
  if (!thread) return { mentions: [], refused: [], cursor: { ...cursor, reading: null }, more: false };
  try {
    const since = commentsSince(cursor, thread.id);
    const page = await lists.readComments(source, { ...thread, since }, signal);
    return pulled(page, afterComments(cursor, page, lists.lists, now), now);
  } catch (error) {
    await leaveOut(lists, source, error, signal);
    const next = afterMissing(cursor, lists.lists);
    return { mentions: [], refused: [], cursor: next, more: next.reading !== null };
  }
}

/** Comments that are gone or may not be seen are left out, while it is not the token that lacks a right. */
async function leaveOut(
  { rights }: MetaLists,
  source: SourceView,
  error: unknown,
  signal: AbortSignal,
): Promise<Pick<CommentPage, 'mentions' | 'refused' | 'next'>> {
  if (!(error instanceof GraphRefused && (error.missing || error.rights))) throw error;
  if (error.rights) await readAccess(source, rights, signal);
  return { mentions: [], refused: [], next: null };
}

function pulled(
  { mentions, wordings = [], refused, pauseUntil }: GraphPage,
  cursor: MetaCursor,
  now: Date,
): PulledMetaPage {
  return {
    mentions: mentions.map((mention) => notAhead(mention, now)),
    wordings,
    refused,
    cursor,
    more: cursor.reading !== null,
    ...(pauseUntil ? { pauseUntil } : {}),
  };
}

/** Meta does not take a mark of a page that it gave itself: the reading begins anew. */
function isForgotten(error: unknown, { reading }: MetaCursor): boolean {
  const marked = reading !== null && (reading.after !== null || (reading.due[0]?.after ?? null) !== null);
  return marked && error instanceof GraphRefused && error.code === 100 && !error.missing;
}

const placeSchema = z.object({
  /** The lists that have a further page, and Meta's mark of it. */
  lists: z.array(z.object({ list: z.number().int().min(0), after: z.string().nullable() })),
  due: z.array(z.object({ id: z.string(), after: z.string().nullable() })),
});
type Place = z.infer<typeof placeSchema>;

/**
 * A page of the past: a page of each list of posts, then the comments of these posts, then the next page of each. The times
 * are those of the posts, so that the past is read back to the posts of a day, with all that was said under them; of the
 * newest posts the comments are read in any case, because an older post may be talked about today.
 */
export async function readMetaPage(
  lists: MetaLists,
  source: SourceView,
  page: string | null,
  signal: AbortSignal,
): Promise<ListPage> {
  const place = placeOf(page, lists);
  try {
    const [thread, ...others] = place.due;
    if (!thread) return await readLists(lists, source, place, signal);
    const { mentions, refused, next } = await commentsOrNone(lists, source, thread, signal);
    const due = next === null || next === thread.after ? others : [{ id: thread.id, after: next }, ...others];
    return { mentions, refused, times: [], next: markOf({ ...place, due }) };
  } catch (error) {
    if (page !== null && error instanceof GraphRefused && error.code === 100 && !error.missing) {
      throw new PageForgotten(error.message);
    }
    throw notRead(error);
  }
}

async function readLists(
  lists: MetaLists,
  source: SourceView,
  place: Place,
  signal: AbortSignal,
): Promise<ListPage> {
  const pages: ThreadPage[] = [];
  for (const { list, after } of place.lists) pages.push(await lists.readList(source, list, after, signal));
  const threads = pages.flatMap((page) => page.threads);
  const due = threads.filter(({ readable }) => readable).map(({ id }) => ({ id, after: null }));
  const further = place.lists.flatMap(({ list, after }, index) => {
    const next = pages[index]?.next ?? null;
    return next === null || next === after ? [] : [{ list, after: next }];
  });
  const newest = place.lists.every(({ after }) => after === null) && due.length > 0;
  return {
    mentions: pages.flatMap(({ mentions }) => mentions),
    refused: pages.flatMap(({ refused }) => refused),
    times: newest ? [] : threads.map(({ time }) => time),
    next: markOf({ lists: further, due }),
  };
}

async function commentsOrNone(
  lists: MetaLists,
  source: SourceView,
  thread: { id: string; after: string | null },
  signal: AbortSignal,
): Promise<Pick<CommentPage, 'mentions' | 'refused' | 'next'>> {
  return lists.readComments(source, { ...thread, since: null }, signal).catch((error: unknown) => {
    return leaveOut(lists, source, error, signal);
  });
}

function placeOf(page: string | null, { lists }: MetaLists): Place {
  if (page === null) {
    return { lists: Array.from({ length: lists }, (_, list) => ({ list, after: null })), due: [] };
  }
  try {
    return placeSchema.parse(JSON.parse(page));
  } catch {
    throw new PageForgotten('the mark of the page cannot be read');
  }
}

function markOf(place: Place): string | null {
  return place.lists.length === 0 && place.due.length === 0 ? null : JSON.stringify(place);
}
