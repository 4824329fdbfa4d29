import { z } from 'zod';

/** A thread of the last days: what its post looked like when its comments were last read. */
const knownThread = z.object({
  /** Changes whenever a comment comes in or goes; empty while they have never been read. */
  mark: z.string(),
  /** Publication of the newest comment that was read. */
  newest: z.string().nullable(),
});
const threads = z.record(z.string(), knownThread);
const dueThread = knownThread.extend({
  id: z.string(),
  /** Meta's mark of the next page of comments. */
  after: z.string().nullable(),
});

const reading = z.object({
  /** Which list of posts is being read, by its place; beyond the last: their comments. */
  list: z.number().int().min(0),
  after: z.string().nullable(),
  /** Threads whose comments are still to be read, the first one first. */
  due: z.array(dueThread),
  /** Threads that this reading has seen. */
  seen: threads,
});

const cursorSchema = z.object({
  known: threads.nullable(),
  reading: reading.nullable(),
  /** When to look again whether the Page delivers to our app (ISO 8601). */
  subscribeAt: z.string().nullable().default(null),
});

/**
 * Where the reading of a Page stands, kept as the cursor of its source. Meta has no list of the comments under all posts:
 * the posts of the last days are listed, and the comments are read of those that changed. A reading takes several pages;
 * what is known moves on only when all of them are stored, so that a crash goes on from its page.
 */
export type MetaCursor = z.infer<typeof cursorSchema>;
export type MetaReading = z.infer<typeof reading>;

/** Comments of older posts come in by delivery only. */
export const WINDOW_DAYS = 30;
/** No Page posts as much in the window; a list that never ends is left all the same. */
export const MOST_THREADS = 1000;
/** Networks show some comments late: each reading begins so far behind the newest that is known. */
export const OVERLAP_MS = 60_000;

export interface ListedThread {
  id: string;
  time: Date;
  mark: string;
  /** Whether there are comments, and we may read them. */
  readable: boolean;
}

/** A cursor that nobody can read begins anew: what is stored already is not stored twice. */
export function asMetaCursor(kept: unknown): MetaCursor {
  const read = cursorSchema.safeParse(kept);
  return read.success ? read.data : { known: null, reading: null, subscribeAt: null };
}

export function beginReading(): MetaReading {
  return { list: 0, after: null, due: [], seen: {} };
}

/**
 * The step after a page of posts. A list is read as far as the window goes; the first reading ever takes one page of each
 * list, because older posts come in when somebody asks for them.
 */
export function afterList(
  cursor: MetaCursor,
  page: { threads: readonly ListedThread[]; next: string | null },
  lists: number,
  now: Date,
): MetaCursor {
  const before = cursor.reading ?? beginReading();
  const seen = { ...before.seen };
  const due = [...before.due];
  for (const { id, mark, readable } of page.threads) {
    const known = cursor.known?.[id];
    const newest = known?.newest ?? null;
    const changed = readable && known?.mark !== mark;
    // Until its comments are read a thread stays as it was, so that it is due again if that fails.
    seen[id] = { mark: changed ? (known?.mark ?? '') : mark, newest };
    if (changed && !due.some((one) => one.id === id)) due.push({ id, mark, newest: null, after: null });
  }
  const earliest = now.getTime() - WINDOW_DAYS * 86_400_000;
  const over =
    cursor.known === null ||
    page.next === null ||
    page.next === before.after ||
    Object.keys(seen).length >= MOST_THREADS ||
    (page.threads.length > 0 && page.threads.every(({ time }) => time.getTime() < earliest));
  const list = over ? before.list + 1 : before.list;
  return finished({ ...cursor, reading: { list, after: over ? null : page.next, due, seen } }, lists);
}

/** The step after a page of the comments of the first thread that is due; the very first reading takes one page of each. */
export function afterComments(
  cursor: MetaCursor,
  page: { times: readonly Date[]; next: string | null },
  lists: number,
  now: Date,
): MetaCursor {
  const [thread, ...others] = cursor.reading?.due ?? [];
  if (!cursor.reading || !thread) return cursor;
  // A time that is still to come counts as now, so that a wrong clock does not hide what comes after it.
  const times = page.times.map((time) => new Date(Math.min(time.getTime(), now.getTime())).toISOString());
  const newest = latest([thread.newest, ...times]);
  // The same page a second time: the thread stays as it was known, so that it is due again at the next reading.
  const repeated = cursor.known !== null && page.next !== null && page.next === thread.after;
  if (repeated) return finished({ ...cursor, reading: { ...cursor.reading, due: others } }, lists);
  if (cursor.known !== null && page.next !== null) {
    const due = [{ ...thread, newest, after: page.next }, ...others];
    return { ...cursor, reading: { ...cursor.reading, due } };
  }
  const known = cursor.reading.seen[thread.id]?.newest ?? null;
  const seen = {
    ...cursor.reading.seen,
    [thread.id]: { mark: thread.mark, newest: latest([known, newest]) },
  };
  return finished({ ...cursor, reading: { ...cursor.reading, due: others, seen } }, lists);
}

/** The first thread that is due is not there any more. */
export function afterMissing(cursor: MetaCursor, lists: number): MetaCursor {
  if (!cursor.reading) return cursor;
  const [missing, ...due] = cursor.reading.due;
  const seen = Object.fromEntries(Object.entries(cursor.reading.seen).filter(([id]) => id !== missing?.id));
  return finished({ ...cursor, reading: { ...cursor.reading, due, seen } }, lists);
}

/** From when on the comments of a thread are to be read; null: all of them. */
export function commentsSince(cursor: MetaCursor, threadId: string): Date | null {
  const newest = cursor.known?.[threadId]?.newest ?? null;
  return newest === null ? null : new Date(Date.parse(newest) - OVERLAP_MS);
}

function finished(cursor: MetaCursor, lists: number): MetaCursor {
  const { reading: under } = cursor;
  if (under === null || under.list < lists || under.due.length > 0) return cursor;
  return { ...cursor, known: under.seen, reading: null };
}

function latest(moments: readonly (string | null)[]): string | null {
  return moments.reduce((last, one) => (one !== null && (last === null || one > last) ? one : last), null);
}
