/** What a network says of an author, as far as it helps to recognise them elsewhere. */
export interface AuthorProfile {
  network: string;
  handle: string | null;
  name: string | null;
  url: string | null;
}

/** Why two authors may be one person. `value` is what both have in common, for the person who decides. */
export const SAME_PERSON_REASONS = ['same_address', 'same_site', 'same_handle', 'same_name'] as const;
export interface SamePersonReason {
  reason: (typeof SAME_PERSON_REASONS)[number];
  value: string;
}

/** In rising order; a score in percent would claim to know more. */
export const CONFIDENCES = ['possible', 'likely', 'very_likely'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export interface SamePerson {
  confidence: Confidence;
  reasons: SamePersonReason[];
}

/** A handle shorter than this is anybody's. */
const SHORTEST_HANDLE = 4;
/** From this length on, two people rarely choose the same handle by chance. */
const TELLING_HANDLE = 9;

/**
 * Whether two authors may be one person, and why; null when nothing speaks for it. It does not matter which of them is
 * named first. A site in common alone says nothing, as a whole company may have it; within one network, where nobody can
 * take a handle twice, only a handle that nearly is the same together with the name does.
 */
export function samePerson(first: AuthorProfile, second: AuthorProfile): SamePerson | null {
  const mine = new Set(traitsOf(first));
  const reasons = traitsOf(second)
    .filter((trait) => mine.has(trait))
    .map(reasonOf);
  const has = (reason: SamePersonReason['reason']) => reasons.some((one) => one.reason === reason);
  const handle = reasons.find(({ reason }) => reason === 'same_handle')?.value ?? '';
  if (first.network === second.network) {
    return has('same_handle') && has('same_name') ? { confidence: 'likely', reasons } : null;
  }
  if (has('same_address') || (has('same_name') && (has('same_site') || has('same_handle')))) {
    return { confidence: 'very_likely', reasons };
  }
  if (handle.length >= TELLING_HANDLE || (has('same_handle') && has('same_site'))) {
    return { confidence: 'likely', reasons };
  }
  return has('same_handle') || has('same_name') ? { confidence: 'possible', reasons } : null;
}

/**
 * The traits of an author, each a reason and a value in one text. Two authors can only be the same person when they
 * share one, which is how candidates are found without comparing everybody with everybody.
 */
export function traitsOf(author: AuthorProfile): string[] {
  const sites = sitesOf(author);
  const values: Record<SamePersonReason['reason'], string[]> = {
    same_address: addressOf(author.url),
    same_site: sites,
    same_handle: handleOf(author.handle, sites),
    same_name: nameOf(author.name),
  };
  return SAME_PERSON_REASONS.flatMap((reason) => values[reason].map((value) => `${reason} ${value}`));
}

function reasonOf(trait: string): SamePersonReason {
  const at = trait.indexOf(' ');
  const reason = SAME_PERSON_REASONS.find((one) => one === trait.slice(0, at)) ?? 'same_name';
  return { reason, value: trait.slice(at + 1) };
}

/** Letters and digits, without capitals and accents. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** `@Marie.Durand@mastodon.social`, `marie_durand` and `marie-durand.bsky.social` are one handle. */
function handleOf(handle: string | null, sites: readonly string[]): string[] {
  const local = folded(handle ?? '')
    .replace(/^@+/, '')
    .split('@')[0];
  // A handle that is a domain of one's own is a site, not a name.
  const name = (local ?? '').replace(/\.bsky\.social$/, '');
  if (sites.includes(name)) return [];
  const core = name.replace(/[^\p{L}\p{N}]/gu, '');
  const letters = core.replace(/\d+$/, '');
  return letters.length < SHORTEST_HANDLE || ANYBODY.has(letters) ? [] : [core.slice(0, 100)];
}

/** Handles of offices and functions. */
const ANYBODY = new Set(
  'admin official officiel contact service support info news team user anonymous anonyme account compte public press presse customer client help aide'.split(
    ' ',
  ),
);

/** Two words or more: a first name alone is shared by thousands. */
function nameOf(name: string | null): string[] {
  const words = folded(name ?? '').match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = words.join('').length;
  return words.length < 2 || letters < 6 ? [] : [words.join(' ').slice(0, 200)];
}

/** Where every account of a network lives; the address of a profile there says nothing beyond its handle. */
const NETWORK_SITES =
  /(?:^|\.)(?:x|twitter|facebook|instagram|youtube|bsky|linkedin|tiktok|threads)\.[a-z.]+$/;

function addressOf(url: string | null): string[] {
  const parsed = parsedUrl(url);
  if (!parsed || parsed.path === '') return [];
  return [`${parsed.host}${parsed.path}`.slice(0, 300)];
}

/** Sites of their own: that of the address, or the handle where the network takes domains as handles. */
function sitesOf({ network, handle, url }: AuthorProfile): string[] {
  const host = parsedUrl(url)?.host ?? '';
  const domain = folded(handle ?? '').replace(/^@+/, '');
  const named =
    ['bluesky', 'feed'].includes(network) && /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(domain)
      ? domain.replace(/^www\./, '')
      : '';
  // Each server of Mastodon is home to many.
  const sites = [network === 'mastodon' ? '' : host, named];
  return [...new Set(sites)].filter((site) => site !== '' && !NETWORK_SITES.test(site));
}

function parsedUrl(url: string | null): { host: string; path: string } | null {
  if (url === null || !URL.canParse(url)) return null;
  const { hostname, pathname } = new URL(url);
  return { host: hostname.toLowerCase().replace(/^www\./, ''), path: pathname.replace(/\/+$/, '') };
}
