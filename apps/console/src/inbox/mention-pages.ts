import type { MentionSummary } from '#contract/mentions';
import type { Sort } from './inbox-filter.js';

/** The loaded pages of the list, as the cache of the query holds them. */
export interface MentionPage {
  items: MentionSummary[];
  next: string | null;
}

/** Changes the mentions that `change` has something to say about, in place; others stay the same objects. */
export function patchMentions(
  pages: readonly MentionPage[],
  change: (mention: MentionSummary) => MentionSummary | undefined,
): MentionPage[] {
  return pages.map((page) => {
    let changed = false;
    const items = page.items.map((mention) => {
      const next = change(mention);
      if (!next || next === mention) return mention;
      changed = true;
      return next;
    });
    return changed ? { ...page, items } : page;
  });
}

export function withoutMentions(pages: readonly MentionPage[], ids: ReadonlySet<string>): MentionPage[] {
  return pages.map((page) =>
    page.items.some(({ id }) => ids.has(id))
      ? { ...page, items: page.items.filter(({ id }) => !ids.has(id)) }
      : page,
  );
}

/** The mentions of a freshly read first page that the list does not show yet. */
export function unseen(pages: readonly MentionPage[], head: readonly MentionSummary[]): MentionSummary[] {
  const shown = new Set(pages.flatMap((page) => page.items.map(({ id }) => id)));
  return head.filter(({ id }) => !shown.has(id));
}

/**
 * Known mentions of a freshly read first page that stand elsewhere by now: their asked answer became ready, so they come
 * first, or it is so no more.
 */
export function moved(pages: readonly MentionPage[], head: readonly MentionSummary[]): MentionSummary[] {
  const shown = new Map(pages.flatMap((page) => page.items).map((mention) => [mention.id, mention]));
  return head.filter((mention) => {
    const known = shown.get(mention.id);
    return known !== undefined && comesFirst(known) !== comesFirst(mention);
  });
}

/** Its asked answer is ready and it is still to be answered. */
export function comesFirst({ request, state }: MentionSummary): boolean {
  return (
    request?.state === 'ready' &&
    request.standing === 'attached' &&
    state !== 'answered' &&
    state !== 'no_reply'
  );
}

/**
 * Brings the list up to date with a freshly read first page: new mentions go where the order puts them, known ones
 * get their present state. When nothing of the head was known, a gap may lie between: the list begins anew from it.
 */
export function mergeHead(loaded: readonly MentionPage[], head: MentionPage, sort: Sort): MentionPage[] {
  const pages = withoutMentions(loaded, new Set(moved(loaded, head.items).map(({ id }) => id)));
  const fresh = unseen(pages, head.items);
  const first = pages[0];
  if (!first || (fresh.length === head.items.length && head.next !== null)) return [head];
  const byId = new Map(head.items.map((mention) => [mention.id, mention]));
  const [known, ...others] = patchMentions(pages, (mention) => byId.get(mention.id));
  const items = [...(known?.items ?? [])];
  for (const mention of fresh) {
    const place = items.findIndex((other) => inOrder(mention, other, sort));
    items.splice(place === -1 ? items.length : place, 0, mention);
  }
  return [{ ...first, items }, ...others];
}

/** Whether `a` stands before `b` in the order, as the server has it. */
export function inOrder(a: MentionSummary, b: MentionSummary, sort: Sort): boolean {
  if (comesFirst(a) !== comesFirst(b)) return comesFirst(a);
  if (sort === 'urgent' && a.level !== b.level) return a.level > b.level;
  const later = a.publishedAt === b.publishedAt ? isGreaterId(a.id, b.id) : a.publishedAt > b.publishedAt;
  return sort === 'oldest' ? !later : later;
}

/** Ids are whole numbers written as text, longer than a number of JavaScript holds. */
function isGreaterId(a: string, b: string): boolean {
  return a.length === b.length ? a > b : a.length > b.length;
}
