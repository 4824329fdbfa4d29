import { z } from 'zod';

/** Pages of one feed that are followed into the past: a site whose pages lead round in a ring is left at last. */
const MOST_PAGES = 1000;

const markSchema = z.object({
  url: z.url({ protocol: /^https?$/ }),
  pages: z.number().int().min(1),
});

/** Where the reading of a feed's past stands. */
export type FeedPast = z.infer<typeof markSchema>;

/** What a mark says; null for one that is not ours. */
export function asFeedPast(mark: string | null): FeedPast | null {
  if (mark === null) return null;
  try {
    return markSchema.safeParse(JSON.parse(mark)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * The mark of the page that the present one names as the older; null where there is none, or where it lies on another site,
 * whose turn and whose rules for robots nobody has asked for.
 */
export function nextFeedPast(named: string | null, present: FeedPast): string | null {
  if (named === null || present.pages >= MOST_PAGES || !URL.canParse(named, present.url)) return null;
  const next = new URL(named, present.url);
  const sameSite = next.host === new URL(present.url).host && /^https?:$/.test(next.protocol);
  if (!sameSite || next.href === present.url) return null;
  return JSON.stringify({ url: next.href, pages: present.pages + 1 } satisfies FeedPast);
}
