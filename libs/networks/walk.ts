/**
 * Where a reading stands that goes from the newest post back to the ones known already, page by page, as most networks
 * give their lists. Kept as the cursor of a source, so that a crash in the middle of a long walk goes on from its page.
 */
export interface Walk {
  /** Everything up to this moment (ISO 8601) has been read; null before the first reading. */
  until: string | null;
  /** The newest post of the walk under way. */
  newest: string | null;
  /** The network's own mark of the next page; null: begin at the newest. */
  page: string | null;
  /** The last walk met a page that came in place of the next one: what lies behind it is looked for once more. */
  again?: true;
}

export const NO_WALK: Walk = { until: null, newest: null, page: null };

/**
 * Networks show some posts late, with the time of their publication: a walk goes on for this long behind what it knows.
 * Posts that come again are known by their id and stored once.
 */
export const OVERLAP_MS = 10 * 60_000;

/**
 * The step after a page. The first reading ever takes one page: what is older is brought in when a person asks for it.
 * A walk ends when at least half of a page is known already (one post out of order does not end it), when there is no
 * further page, or when the network gives the same page a second time: then nothing counts as read, and the next walk begins
 * at the newest. If that one ends so as well, the network has no more to give.
 * @param times of the posts of the page; those ahead of `now` count as now, so that a wrong clock does not hide posts
 */
export function nextStep(
  walk: Walk,
  page: { times: readonly Date[]; next: string | null },
  now: Date,
): { walk: Walk; more: boolean } {
  const times = page.times.map((time) => Math.min(time.getTime(), now.getTime()));
  const newest = latest([walk.newest, ...times.map((time) => new Date(time).toISOString())]);
  const known = walk.until === null ? null : Date.parse(walk.until) - OVERLAP_MS;
  const old = known === null ? 0 : times.filter((time) => time < known).length;
  const reached = known === null || page.next === null || (times.length > 0 && old * 2 >= times.length);
  const repeated = page.next === walk.page;
  if (!reached && repeated && !walk.again) {
    return { walk: { until: walk.until, newest: null, page: null, again: true }, more: false };
  }
  const over = reached || repeated;
  if (over) return { walk: { until: latest([walk.until, newest]), newest: null, page: null }, more: false };
  return { walk: { until: walk.until, newest, page: page.next, ...(walk.again ? AGAIN : {}) }, more: true };
}

const AGAIN = { again: true } as const;

function latest(moments: readonly (string | null)[]): string | null {
  return moments.reduce((last, one) => (one !== null && (last === null || one > last) ? one : last), null);
}
