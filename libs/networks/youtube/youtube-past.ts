import { z } from 'zod';
import type { OpenThread } from './youtube-cursor.js';

const markSchema = z.object({
  page: z.string().nullable(),
  threads: z.array(
    z.object({
      id: z.string(),
      videoId: z.string().nullable(),
      total: z.number(),
      page: z.string().nullable(),
    }),
  ),
});

/** Where a reading of the past goes on: the threads whose answers are still to be read, then the next page of threads. */
export interface PastMark {
  /** Null with threads: nothing follows them. */
  page: string | null;
  threads: OpenThread[];
}

export function asPastMark(mark: string | null): PastMark {
  if (mark === null) return { page: null, threads: [] };
  return markSchema.parse(JSON.parse(mark));
}

/** Null when there is nothing left. */
export function pastMark(page: string | null, threads: readonly OpenThread[]): string | null {
  if (page === null && threads.length === 0) return null;
  return JSON.stringify({ page, threads });
}
