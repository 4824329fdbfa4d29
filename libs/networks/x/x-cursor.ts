/** Where the reading of a list of X stands; kept as the cursor of a source. */
export interface XCursor {
  /** Everything up to this post has been read; null before the first reading. */
  since: string | null;
  /** The newest post of the reading under way, which goes from new to old over several pages. */
  newest: string | null;
  /** X's mark of the next page of it; null: begin at the newest. */
  token: string | null;
  /** The last reading met a page that came in place of the next one: what lies behind it is looked for once more. */
  again?: true;
  /** Of several searches the one under way, and which they are: others mean that the reading begins anew. */
  search?: { at: number; of: string };
}

/** The first millisecond of X's ids (their "snowflake" form: 41 bits of time, 22 bits of machine and sequence). */
const EPOCH_MS = 1_288_834_974_657n;
const TIME_SHIFT = 22n;

/** X shows some posts a little late, with their earlier id: each reading begins so far behind what is known. */
export const OVERLAP_MS = 30_000;
/** The recent search refuses to begin before seven days ago; an hour is left for clocks that differ. */
const SEARCHABLE_MS = 7 * 86_400_000 - 3_600_000;

export function asXCursor(kept: unknown): XCursor {
  const { since, newest, token, again, search } = (kept ?? {}) as Partial<Record<keyof XCursor, unknown>>;
  const { at, of } = (search ?? {}) as { at?: unknown; of?: unknown };
  return {
    since: isPostId(since) ? since : null,
    newest: isPostId(newest) ? newest : null,
    token: typeof token === 'string' && token !== '' ? token : null,
    ...(again === true ? AGAIN : {}),
    ...(typeof at === 'number' && typeof of === 'string' ? { search: { at, of } } : {}),
  };
}

/**
 * The step after a page. The first reading ever takes one page; older posts come in when a person asks for them. An id of
 * a moment that is still to come counts as one of now, so that a wrong clock does not hide the posts up to it. Where X gives
 * the same page a second time, nothing counts as read, and the next reading begins at the newest; if that one ends so as
 * well, X has no more to give.
 */
export function afterPage(
  cursor: XCursor,
  page: { ids: readonly string[]; next: string | null },
  now: Date,
): { cursor: XCursor; more: boolean } {
  const latest = postIdAt(now.getTime() + 1);
  const ids = page.ids.map((id) => (BigInt(id) > BigInt(latest) ? latest : id));
  const newest = newestOf([cursor.newest, ...ids]);
  const reached = cursor.since === null || page.next === null;
  const repeated = page.next === cursor.token;
  if (!reached && repeated && !cursor.again) {
    return { cursor: { since: cursor.since, newest: null, token: null, ...AGAIN }, more: false };
  }
  const again = cursor.again ? AGAIN : {};
  if (!reached && !repeated)
    return { cursor: { since: cursor.since, newest, token: page.next, ...again }, more: true };
  return { cursor: { since: newestOf([cursor.since, newest]), newest: null, token: null }, more: false };
}

/**
 * Where to go on when several searches are read one after the other with one `since`. When they have changed on the way,
 * the first is read anew: posts that are known are not stored twice.
 */
export function atSearch(cursor: XCursor, of: string): XCursor & { search: { at: number; of: string } } {
  if (cursor.search?.of === of) return { ...cursor, search: cursor.search };
  return { ...cursor, token: null, search: { at: 0, of } };
}

/** The step after a page of one of so many searches: the next of them, before what they have read counts as known. */
export function afterSearchPage(
  cursor: XCursor & { search: { at: number; of: string } },
  page: { ids: readonly string[]; next: string | null },
  { now, searches }: { now: Date; searches: number },
): { cursor: XCursor; more: boolean } {
  const { search, ...one } = cursor;
  const step = afterPage(one, page, now);
  if (step.more) return { cursor: { ...step.cursor, search }, more: true };
  if (step.cursor.again) return { cursor: { ...step.cursor, search: { ...search, at: 0 } }, more: false };
  const last = search.at + 1 >= searches;
  if (last) return { cursor: { ...step.cursor, search: { ...search, at: 0 } }, more: false };
  const newest = newestOf([step.cursor.since, cursor.newest]);
  return {
    cursor: { since: cursor.since, newest, token: null, search: { ...search, at: search.at + 1 } },
    more: true,
  };
}

/** From where to ask: behind the newest known post; for a search that lies too far back, from as early as X allows. */
export function startOf(
  since: string | null,
  now: Date,
  searching: boolean,
): { since_id?: string; start_time?: string } {
  if (since === null) return {};
  const from = timeOfPost(since) - OVERLAP_MS;
  const earliest = now.getTime() - SEARCHABLE_MS;
  if (searching && from < earliest) {
    return { start_time: new Date(earliest).toISOString().replace(/\.\d+Z$/, 'Z') };
  }
  return { since_id: postIdAt(from) };
}

export function isPostId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9]{1,19}$/.test(value);
}

/** Milliseconds since 1970 at which X gave an id. */
export function timeOfPost(id: string): number {
  return Number((BigInt(id) >> TIME_SHIFT) + EPOCH_MS);
}

/** The lowest id of a moment. */
export function postIdAt(ms: number): string {
  const since = BigInt(Math.trunc(ms)) - EPOCH_MS;
  return ((since > 0n ? since : 0n) << TIME_SHIFT).toString();
}

const AGAIN = { again: true } as const;

function newestOf(ids: readonly (string | null)[]): string | null {
  return ids.reduce<string | null>(
    (newest, id) => (id !== null && (newest === null || BigInt(id) > BigInt(newest)) ? id : newest),
    null,
  );
}
