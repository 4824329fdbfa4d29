import { z } from 'zod';
import { NO_WALK, nextStep, type Walk } from '../walk.js';

/** A thread whose answers did not all come with it, and how far they have been read. */
export interface OpenThread {
  id: string;
  videoId: string | null;
  /** Answers that YouTube counted when the thread was seen. */
  total: number;
  /** YouTube's mark of the next page of answers; null: the first. */
  page: string | null;
}

/** Where the reading of comments stands; kept as the cursor of a source. */
export interface YouTubeCursor {
  walk: Walk;
  /** Read first, one page after the other. */
  threads: OpenThread[];
  /** Answers of the threads that were last read to their end. */
  counts: Record<string, number>;
}

/** Threads whose count is remembered: as many as stand on the pages that are read each time. */
const REMEMBERED = 300;

const walkPart = z.string().nullable().catch(null);
const threadSchema = z.object({
  id: z.string(),
  videoId: z.string().nullable().catch(null),
  total: z.number().catch(0),
  page: z.string().nullable().catch(null),
});
const cursorSchema = z
  .object({
    walk: z
      .object({
        until: walkPart,
        newest: walkPart,
        page: walkPart,
        again: z.literal(true).optional().catch(undefined),
      })
      .catch(NO_WALK),
    threads: z.array(threadSchema).catch([]),
    counts: z.record(z.string(), z.number()).catch({}),
  })
  .catch({ walk: NO_WALK, threads: [], counts: {} });

export function asYouTubeCursor(kept: unknown): YouTubeCursor {
  return cursorSchema.parse(kept ?? {});
}

/** The step after a page of threads: those with more answers than came along, and than are known, are opened. */
export function afterThreads(
  cursor: YouTubeCursor,
  page: { times: readonly Date[]; next: string | null; open: readonly OpenThread[] },
  now: Date,
): { cursor: YouTubeCursor; more: boolean } {
  const { walk, more } = nextStep(cursor.walk, page, now);
  const threads = page.open.filter(({ id, total }) => cursor.counts[id] !== total);
  return { cursor: { ...cursor, walk, threads }, more: more || threads.length > 0 };
}

/** The step after a page of the answers of the first open thread. */
export function afterAnswers(
  cursor: YouTubeCursor,
  next: string | null,
): { cursor: YouTubeCursor; more: boolean } {
  const [thread, ...others] = cursor.threads;
  if (!thread) return { cursor, more: false };
  // The same page a second time: what lies behind it is asked for at the next reading.
  if (next !== null && next === thread.page) return passedOver(cursor);
  if (next !== null) {
    return { cursor: { ...cursor, threads: [{ ...thread, page: next }, ...others] }, more: true };
  }
  return leaving({ ...cursor, counts: remembered(cursor.counts, thread) }, others);
}

/** A thread whose answers cannot be had is passed over; the next reading asks for them again. */
export function passedOver(cursor: YouTubeCursor): { cursor: YouTubeCursor; more: boolean } {
  return leaving(cursor, cursor.threads.slice(1));
}

function leaving(cursor: YouTubeCursor, threads: OpenThread[]) {
  return { cursor: { ...cursor, threads }, more: threads.length > 0 || cursor.walk.page !== null };
}

function remembered(counts: YouTubeCursor['counts'], { id, total }: OpenThread): YouTubeCursor['counts'] {
  const others = Object.entries(counts).filter(([known]) => known !== id);
  return Object.fromEntries([...others, [id, total] as const].slice(-REMEMBERED));
}
