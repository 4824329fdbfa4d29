import { z } from 'zod';
import { type ListPage, PageForgotten, type PulledPage, type SourceView } from '../connector.js';
import { notAhead } from '../walking.js';
import { GraphRefused, notRead } from './graph-failure.js';
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
  try {
    return await pullPage(lists, source, cursor, signal);
  } catch (error) {
    if (!isForgotten(error, cursor)) throw notRead(error);
    return pullPage(lists, source, { known: cursor.known, reading: null }, signal).catch((again: unknown) => {
      throw notRead(again);
    });
  }
}

async function pullPage(
  lists: MetaLists,
  source: SourceView,
  cursor: MetaCursor,
  signal: AbortSignal,
): Promise<PulledPage> {
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
    if (!(error instanceof GraphRefused && error.missing)) throw error;
    const next = afterMissing(cursor, lists.lists);
    return { mentions: [], refused: [], cursor: next, more: next.reading !== null };
  }
}

function pulled({ mentions, refused, pauseUntil }: GraphPage, cursor: MetaCursor, now: Date): PulledPage {
  return {
    mentions: mentions.map((mention) => notAhead(mention, now)),
    refused,
    cursor,
    more: cursor.reading !== null,
    ...(pauseUntil ? { pauseUntil } : {}),
  };
}

/** Meta does not take a mark of a page that it gave itself: the reading begins anew. */
function isForgotten(error: unknown, { reading }: MetaCursor): boolean {
  const marked = reading !== null && (reading.after !== null || reading.due[0]?.after != null);
  return marked && error instanceof GraphRefused && error.code === 100 && !error.missing;
}

const placeSchema = z.object({
  list: z.number().int().min(0),
  after: z.string().nullable(),
  due: z.array(z.object({ id: z.string(), after: z.string().nullable() })),
});
type Place = z.infer<typeof placeSchema>;

/**
 * A page of the past: a page of a list of posts, then the comments of its posts, then the next page. The times are those of
 * the posts, so that the past is read back to the posts of a day, with all that was said under them.
 */
export async function readMetaPage(
  lists: MetaLists,
  source: SourceView,
  page: string | null,
  signal: AbortSignal,
): Promise<ListPage> {
  const place = placeOf(page);
  try {
    const [thread, ...others] = place.due;
    if (thread) {
      const { mentions, refused, next } = await commentsOrNone(lists, source, thread, signal);
      const due =
        next === null || next === thread.after ? others : [{ id: thread.id, after: next }, ...others];
      return { mentions, refused, times: [], next: markOf({ ...place, due }, lists) };
    }
    const read = await lists.readList(source, place.list, place.after, signal);
    const over = read.next === null || read.next === place.after;
    const due = read.threads.filter(({ readable }) => readable).map(({ id }) => ({ id, after: null }));
    const next = { list: over ? place.list + 1 : place.list, after: over ? null : read.next, due };
    const { mentions, refused } = read;
    return { mentions, refused, times: read.threads.map(({ time }) => time), next: markOf(next, lists) };
  } catch (error) {
    if (page !== null && error instanceof GraphRefused && error.code === 100 && !error.missing) {
      throw new PageForgotten(error.message);
    }
    throw notRead(error);
  }
}

async function commentsOrNone(
  lists: MetaLists,
  source: SourceView,
  thread: { id: string; after: string | null },
  signal: AbortSignal,
): Promise<Pick<CommentPage, 'mentions' | 'refused' | 'next'>> {
  return lists.readComments(source, { ...thread, since: null }, signal).catch((error: unknown) => {
    if (error instanceof GraphRefused && error.missing) return { mentions: [], refused: [], next: null };
    throw error;
  });
}

function placeOf(page: string | null): Place {
  if (page === null) return { list: 0, after: null, due: [] };
  try {
    return placeSchema.parse(JSON.parse(page));
  } catch {
    throw new PageForgotten('the mark of the page cannot be read');
  }
}

function markOf(place: Place, { lists }: MetaLists): string | null {
  return place.list >= lists && place.due.length === 0 ? null : JSON.stringify(place);
}
