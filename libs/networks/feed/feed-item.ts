import { convert } from 'html-to-text';
import { parseFeed } from 'feedsmith';

/** One entry of a feed of any format, reduced to what a mention needs. */
export interface FeedItem {
  id: string | null;
  url: string | null;
  title: string;
  /** Plain text. */
  text: string;
  authorName: string | null;
  publishedAt: Date | null;
  /** When the entry says that it was changed last. */
  updatedAt: Date | null;
}

export interface ReadFeed {
  format: string;
  title: string | null;
  items: FeedItem[];
  /** Where the feed says that its older entries are (RFC 5005; `next_url` of a JSON Feed), as it writes it. */
  next: string | null;
}

/** The text is not a feed in any format we know. */
export class FeedUnreadable extends Error {
  override readonly name = 'FeedUnreadable';
}

type Parsed = ReturnType<typeof parseFeed>;
type Of<Format extends Parsed['format']> = Extract<Parsed, { format: Format }>['feed'];

/** Reads RSS, Atom, RDF or JSON Feed. Throws FeedUnreadable. */
export function readFeed(text: string): ReadFeed {
  let parsed: Parsed;
  try {
    parsed = parseFeed(text.trim());
  } catch (error) {
    throw new FeedUnreadable(error instanceof Error ? error.message : String(error));
  }
  switch (parsed.format) {
    case 'rss':
      return {
        format: 'RSS',
        title: parsed.feed.title ?? null,
        items: (parsed.feed.items ?? []).map(fromRss),
        next: linkedNext(parsed.feed.atom?.links),
      };
    case 'atom':
      return {
        format: 'Atom',
        title: plain(parsed.feed.title?.value) || null,
        items: (parsed.feed.entries ?? []).map(fromAtom),
        next: linkedNext(parsed.feed.links),
      };
    case 'rdf':
      return {
        format: 'RDF',
        title: parsed.feed.title ?? null,
        items: (parsed.feed.items ?? []).map(fromRdf),
        next: linkedNext(parsed.feed.atom?.links),
      };
    case 'json':
      return {
        format: 'JSON Feed',
        title: parsed.feed.title ?? null,
        items: (parsed.feed.items ?? []).map(fromJson),
        next: parsed.feed.next_url ?? null,
      };
  }
}

function fromRss(item: NonNullable<Of<'rss'>['items']>[number]): FeedItem {
  return {
    id: item.guid?.value ?? null,
    url: item.link ?? (item.guid?.isPermaLink === false ? null : (item.guid?.value ?? null)),
    title: plain(item.title),
    text: plain(item.description ?? item.content?.encoded),
    authorName: item.dc?.creators?.[0] ?? null,
    publishedAt: date(item.pubDate ?? item.dc?.dates?.[0]),
    updatedAt: date(item.atom?.updated ?? item.dcterms?.modified?.[0]),
  };
}

function fromAtom(entry: NonNullable<Of<'atom'>['entries']>[number]): FeedItem {
  const link = entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0];
  return {
    id: entry.id ?? null,
    url: link?.href ?? null,
    title: plain(entry.title?.value),
    text: plain(entry.summary?.value ?? entry.content?.value),
    authorName: entry.authors?.[0]?.name ?? null,
    publishedAt: date(entry.published ?? entry.updated),
    updatedAt: date(entry.updated),
  };
}

function fromRdf(item: NonNullable<Of<'rdf'>['items']>[number]): FeedItem {
  return {
    id: item.rdf?.about ?? null,
    url: item.link ?? null,
    title: plain(item.title),
    text: plain(item.description),
    authorName: item.dc?.creators?.[0] ?? null,
    publishedAt: date(item.dc?.dates?.[0]),
    updatedAt: date(item.dcterms?.modified?.[0]),
  };
}

function fromJson(item: NonNullable<Of<'json'>['items']>[number]): FeedItem {
  return {
    id: item.id === undefined ? null : String(item.id),
    url: item.url ?? item.external_url ?? null,
    title: plain(item.title),
    text: item.content_text ?? plain(item.summary ?? item.content_html),
    authorName: item.authors?.[0]?.name ?? null,
    publishedAt: date(item.date_published),
    updatedAt: date(item.date_modified),
  };
}

function linkedNext(
  links: readonly { href?: string | undefined; rel?: string | undefined }[] = [],
): string | null {
  const older = links.find(({ rel }) => rel === 'next' || rel === 'prev-archive');
  return older?.href ?? null;
}

/** Feeds put HTML, escaped HTML or plain text into the same places. */
function plain(text: string | undefined): string {
  if (!text) return '';
  return convert(text, {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
    ],
    limits: { maxInputLength: 200_000 },
  }).trim();
}

function date(text: unknown): Date | null {
  if (typeof text !== 'string' && !(text instanceof Date)) return null;
  const parsed = new Date(text);
  return Number.isNaN(parsed.getTime()) ? null : parsed;
}
