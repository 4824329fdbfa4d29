import { fold } from './fold.js';

/** By what a rule knows the authors who speak for a stakeholder. */
export const RULE_KINDS = ['accounts', 'domain', 'bio_words', 'press_list'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/**
 * `accounts`: `network:handle`. `domain`: the stakeholder's own site. `bio_words`: words that stand together in the
 * account's description. `press_list`: accounts and domains, from a list that somebody checked.
 */
export interface AttachRule {
  kind: RuleKind;
  terms: readonly string[];
}

export interface MatchedAuthor {
  network: string;
  /** Handle in lower case, or else the address of the profile. */
  key: string;
  url: string | null;
  bio: string | null;
}

/** What of the author the rule recognised, and the term that says so. */
export interface RuleMatch {
  by: 'account' | 'domain' | 'bio';
  term: string;
}

/** Whether the rule holds for an author; the first term that does is the reason. */
export function matchRule({ kind, terms }: AttachRule, author: MatchedAuthor): RuleMatch | null {
  if (kind === 'bio_words') {
    const bio = author.bio === null ? '' : ` ${fold(author.bio)} `;
    const term = terms.find((words) => holdsWords(bio, words));
    return term === undefined ? null : { by: 'bio', term };
  }
  const account = `${author.network}:${author.key}`;
  const hosts = hostsOf(author);
  for (const term of terms) {
    if (isAccount(term)) {
      if (term === account) return { by: 'account', term };
    } else if (hosts.some((host) => isWithin(host, term))) return { by: 'domain', term };
  }
  return null;
}

export type TermProblem = 'account-unreadable' | 'domain-unreadable' | 'domain-of-network' | 'word-too-short';

/** A term as it is kept and compared; or why it cannot be one. */
export function readTerm(kind: RuleKind, given: string): { term: string } | { problem: TermProblem } {
  const text = given.trim();
  if (kind === 'bio_words') {
    const term = fold(text);
    return term.replaceAll(' ', '').length < SHORTEST_WORD ? { problem: 'word-too-short' } : { term };
  }
  const asAccount = kind === 'accounts' || (kind === 'press_list' && ACCOUNT.test(text));
  if (asAccount) {
    const [, network = '', handle = ''] = ACCOUNT.exec(text) ?? [];
    return handle === ''
      ? { problem: 'account-unreadable' }
      : { term: `${network.toLowerCase()}:${handle.toLowerCase()}` };
  }
  const host = hostOf(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  if (host === null || !DOMAIN.test(host)) return { problem: 'domain-unreadable' };
  // A domain that anybody may have a page on says nothing of who they are.
  return OF_NETWORKS.some((network) => isWithin(host, network) || isWithin(network, host))
    ? { problem: 'domain-of-network' }
    : { term: host };
}

const SHORTEST_WORD = 3;
const ACCOUNT = /^([a-z][a-z0-9_-]{0,31}):(?!\/\/)\s*@?(\S{1,298})$/i;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** Sites where everybody has an account. */
const OF_NETWORKS = [
  'x.com',
  'twitter.com',
  'facebook.com',
  'instagram.com',
  'youtube.com',
  'tiktok.com',
  'linkedin.com',
  'threads.net',
  'reddit.com',
  'bsky.app',
  'bsky.social',
  'mastodon.social',
  'mastodon.online',
  'mamot.fr',
  'piaille.fr',
  'wordpress.com',
  'blogspot.com',
  'substack.com',
  'medium.com',
  'tumblr.com',
];

function isAccount(term: string): boolean {
  return term.includes(':');
}

/** Where an author can be at home: the site of the profile, and what a handle itself names. */
function hostsOf({ network, key, url }: MatchedAuthor): string[] {
  const hosts = [hostOf(url), hostOf(key)];
  // On Bluesky a handle is a domain that its owner proved; on Mastodon it ends in the server.
  if (network === 'bluesky') hosts.push(key);
  if (network === 'mastodon') hosts.push(key.slice(key.lastIndexOf('@') + 1));
  return hosts.flatMap((host) => host ?? []);
}

function hostOf(address: string | null): string | null {
  if (address === null || !/^https?:\/\//i.test(address)) return null;
  return (
    /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i
      .exec(address)?.[1]
      ?.toLowerCase()
      .replace(/^www\./, '') ?? null
  );
}

/** The domain itself or something below it; never one that only ends in the same letters. */
function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** `text` is folded, with a space at both ends. */
function holdsWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!LETTER.test(text[at - 1] ?? ' ') && !LETTER.test(text[at + words.length] ?? ' ')) return true;
  }
  return false;
}

const LETTER = /[\p{L}\p{N}]/u;
