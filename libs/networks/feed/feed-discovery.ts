const FEED_TYPE = /^application\/(rss|atom|rdf|feed)\+(xml|json)$/i;
const MOST = 5;

/**
 * Addresses of the feeds that a page names in its head: `<link rel="alternate" type="application/rss+xml" href="…">`
 * (blog.whatwg.org/feed-autodiscovery), made absolute.
 */
export function feedsNamedBy(html: string, address: string): string[] {
  const links = [...html.slice(0, 500_000).matchAll(/<link\b[^>]*>/gi)].map(([tag]) => ({
    rel: attribute(tag, 'rel'),
    type: attribute(tag, 'type'),
    href: attribute(tag, 'href'),
  }));
  const feeds = links.flatMap(({ rel, type, href }) =>
    href && /\balternate\b/i.test(rel ?? '') && FEED_TYPE.test(type ?? '') && URL.canParse(href, address)
      ? [new URL(href, address).href]
      : [],
  );
  return [...new Set(feeds)].filter((feed) => /^https?:/.test(feed)).slice(0, MOST);
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return (found?.[1] ?? found?.[2] ?? found?.[3])?.replaceAll('&amp;', '&').trim() ?? null;
}
