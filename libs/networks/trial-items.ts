import type { PulledPage, Trial } from './connector.js';

/** What a live check shows of the posts that it found. */
export function trialItems(mentions: PulledPage['mentions']): Trial['items'] {
  return mentions.map(({ text, url, publishedAt }) => ({
    title: text.slice(0, 120),
    url: url ?? null,
    publishedAt,
  }));
}
