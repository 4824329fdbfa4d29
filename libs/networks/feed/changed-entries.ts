import { createHash } from 'node:crypto';
import type { Wording } from '#mentions';
import type { PulledPage } from '../connector.js';

/**
 * What the entries of a feed said when it was last read: a short print of each text, by the id of its mention; with a mark
 * where the mention holds the whole article instead.
 */
export type KnownTexts = Readonly<Record<string, string>>;

const WHOLE = '+';

/** Entries whose texts are remembered; a feed shows the newest of some tens. */
const MOST = 500;

/**
 * Which entries say something else than when this feed was last read, and what is to be remembered for the next time. Two
 * feeds of a site may sum up one article in different words, so each is only held against itself.
 * @param updated when an entry says that it was changed, by the id of its mention; otherwise that is `now`
 */
export function changedEntries(
  known: KnownTexts,
  { mentions, updated }: Pick<PulledPage, 'mentions'> & { updated: ReadonlyMap<string, Date> },
  now: Date,
): { texts: KnownTexts; wordings: Wording[] } {
  const texts: Record<string, string> = {};
  const wordings: Wording[] = [];
  for (const { externalId, text } of mentions.slice(0, MOST)) {
    if (Object.hasOwn(texts, externalId)) continue;
    const print = printOf(text);
    const before = Object.hasOwn(known, externalId) ? known[externalId] : undefined;
    texts[externalId] = before?.startsWith(WHOLE) ? `${WHOLE}${print}` : print;
    if (before === undefined || before === texts[externalId]) continue;
    const said = updated.get(externalId);
    const told = said !== undefined && said <= now;
    wordings.push({ externalId, text, at: told ? said : now, told });
  }
  return { texts, wordings };
}

/** Where whole articles were read, they are remembered as such; what the feed says of one never takes its place. */
export function withArticles(
  known: KnownTexts,
  { texts, wordings }: { texts: KnownTexts; wordings: Wording[] },
  articles: ReadonlyMap<string, string>,
): { texts: KnownTexts; wordings: Wording[] } {
  const marked = Object.entries(texts).map(([id, print]): [string, string] => [
    id,
    articles.has(id) && !print.startsWith(WHOLE) ? `${WHOLE}${print}` : print,
  ]);
  const said = wordings.flatMap((one) => {
    const article = articles.get(one.externalId);
    if (article !== undefined) return [{ ...one, text: article }];
    return known[one.externalId]?.startsWith(WHOLE) ? [] : [one];
  });
  return { texts: Object.fromEntries(marked), wordings: said };
}

function printOf(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 16);
}
