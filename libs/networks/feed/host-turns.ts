/** How long a site is left alone after each reading, whatever it says itself, in seconds. */
export const LEAST_REST_SECONDS = 2;
/** A Crawl-delay is kept to up to here: a site that asks for more is read once in this time. */
export const MOST_REST_SECONDS = 120;

/** The turn to ask a site. */
export interface HostTurn {
  /** Gives it back: nobody asks the site again before it has rested, or before the moment that it named itself. */
  end(rest: { seconds: number } | { until: Date }): Promise<void>;
}

/** Many feeds may stand on one site: it is asked by one at a time, with a distance between them, by all workers together. */
export interface HostTurns {
  /** The turn, or when to ask for it again. */
  take(host: string): Promise<HostTurn | { wait: Date }>;
}

/** What a site wants between two readings, by the Crawl-delay of its robots.txt, within our own limits. */
export function restSeconds(crawlDelay: number | null): number {
  const wanted = crawlDelay !== null && Number.isFinite(crawlDelay) ? crawlDelay : 0;
  return Math.min(Math.max(wanted, LEAST_REST_SECONDS), MOST_REST_SECONDS);
}
