import twitterText from 'twitter-text';

/** How a network counts the length of a reply, and its longest. */
export interface LengthRule {
  limit: number;
  rule: 'characters' | 'graphemes' | 'x-weighted' | 'mastodon';
}

export interface MeasuredLength extends LengthRule {
  length: number;
  fits: boolean;
}

const RULES: Readonly<Record<string, LengthRule>> = {
  x: { limit: 280, rule: 'x-weighted' },
  mastodon: { limit: 500, rule: 'mastodon' },
  bluesky: { limit: 300, rule: 'graphemes' },
  youtube: { limit: 10_000, rule: 'characters' },
  facebook: { limit: 8_000, rule: 'characters' },
  instagram: { limit: 2_200, rule: 'characters' },
  training: { limit: 500, rule: 'characters' },
};
const OTHER_NETWORK: LengthRule = { limit: 2_000, rule: 'characters' };

/** Networks that count in a way of their own. */
export const NETWORKS_WITH_RULE: readonly string[] = Object.keys(RULES);

/** The rule of a network; of none, or of one we know nothing about: 2,000 characters. */
export function lengthRule(network: string | null): LengthRule {
  return (network !== null && Object.hasOwn(RULES, network) ? RULES[network] : undefined) ?? OTHER_NETWORK;
}

/** The length of a text as the network counts it. */
export function measureLength(network: string | null, text: string): MeasuredLength {
  const { limit, rule } = lengthRule(network);
  const length = COUNT[rule](text);
  return { length, limit, rule, fits: length <= limit };
}

const COUNT: Record<LengthRule['rule'], (text: string) => number> = {
  characters: (text) => [...text].length,
  graphemes,
  'x-weighted': (text) => twitterText.parseTweet(text).weightedLength,
  mastodon: mastodonLength,
};

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function graphemes(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

const MASTODON_URL = 23;

/** Graphemes, a link as 23, and of `@name@server` only `@name` (Mastodon's StatusLengthValidator). */
function mastodonLength(text: string): number {
  const links = twitterText.extractUrlsWithIndices(text, { extractUrlsWithoutProtocol: false });
  let rest = '';
  let position = 0;
  for (const { indices } of links) {
    rest += text.slice(position, indices[0]);
    position = indices[1];
  }
  rest += text.slice(position);
  const withoutServers = rest.replace(/(@[\p{L}\p{N}_]+)@[\p{L}\p{N}.-]+[\p{L}\p{N}]/gu, '$1');
  return graphemes(withoutServers) + links.length * MASTODON_URL;
}
