import { createHash } from 'node:crypto';
import type { Wording } from '#mentions';
import type { PulledPage } from '../connector.js';

/** What the entries of a feed said when it was last read: a short print of each text, by the id of its mention. */
export type KnownTexts = Readonly<Record<string, string>>;

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
    texts[externalId] = print;
    const before = Object.hasOwn(known, externalId) ? known[externalId] : undefined;
    if (before === undefined || before === print) continue;
    const said = updated.get(externalId);
    const told = said !== undefined && said <= now;
    wordings.push({ externalId, text, at: told ? said : now, told });
  }
  return { texts, wordings };
}

function printOf(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 16);
}
