import { convert } from 'html-to-text';

/** Where pages keep their article, the surest first. */
const PLACES = ['[itemprop="articleBody"]', 'article', '[role="main"]', 'main'];
/** What stands beside the words of an article. */
const ASIDE = ['nav', 'aside', 'footer', 'form', 'figure', 'img', 'button', 'svg', 'script', 'style'];
/** Less is a teaser, or a notice that one has to subscribe. */
const LEAST = 200;

/** The words of the article that a web page shows, as plain text; null where none can be told from the rest of the page. */
export function articleText(html: string): string | null {
  for (const place of PLACES) {
    const text = convert(html, {
      wordwrap: false,
      baseElements: { selectors: [place], returnDomByDefault: false },
      selectors: [
        { selector: 'a', options: { ignoreHref: true } },
        ...ASIDE.map((selector) => ({ selector, format: 'skip' })),
        ...['h1', 'h2', 'h3', 'h4'].map((selector) => ({ selector, options: { uppercase: false } })),
      ],
      limits: { maxBaseElements: 1, maxInputLength: 2_000_000 },
    }).trim();
    if (text.length >= LEAST) return text;
  }
  return null;
}
