import type { DayNetwork } from './day-plan.js';

/** What a network allows of requests in a window, as it publishes it. */
interface Limit {
  requests: number;
  /** Seconds of the day. */
  window: number;
  /** Where it is published. */
  source: string;
}

export const LIMITS: Partial<Record<DayNetwork, Limit>> = {
  mastodon: { requests: 300, window: 300, source: 'docs.joinmastodon.org/api/rate-limits' },
  bluesky: { requests: 3000, window: 300, source: 'docs.bsky.app/docs/advanced-guides/rate-limits' },
  x: { requests: 180, window: 900, source: 'docs.x.com/x-api/fundamentals/rate-limits' },
  // 4800 for each person who was engaged that day; here a small Page with ten.
  facebook: {
    requests: 48_000,
    window: 86_400,
    source: 'developers.facebook.com/docs/graph-api/overview/rate-limiting',
  },
  instagram: {
    requests: 48_000,
    window: 86_400,
    source: 'developers.facebook.com/docs/graph-api/overview/rate-limiting',
  },
  // Every reading costs one unit.
  youtube: {
    requests: 10_000,
    window: 86_400,
    source: 'developers.google.com/youtube/v3/determine_quota_cost',
  },
};

/** Counts requests in the windows of a network that follow one another. */
export class RequestCount {
  total = 0;
  /** The most in one window, and how many were too many. */
  most = 0;
  exceeded = 0;
  private window = -1;
  private inWindow = 0;

  constructor(readonly limit: Limit) {}

  /** What may still be asked in this window after this request, and when, in seconds of the day, the next begins. */
  take(second: number): { remaining: number; resetsAt: number } {
    const window = Math.floor(second / this.limit.window);
    if (window !== this.window) {
      this.window = window;
      this.inWindow = 0;
    }
    this.inWindow += 1;
    this.total += 1;
    this.most = Math.max(this.most, this.inWindow);
    if (this.inWindow > this.limit.requests) this.exceeded += 1;
    return { remaining: this.limit.requests - this.inWindow, resetsAt: (window + 1) * this.limit.window };
  }
}
