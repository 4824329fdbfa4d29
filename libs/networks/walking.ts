import { PageForgotten, type PulledPage, type ReadPage, type SourceView } from './connector.js';
import { nextStep, NO_WALK, type Walk } from './walk.js';

/** A pull by walking back from the newest post to those that are known. */
export async function pullByWalk(
  readPage: ReadPage,
  source: SourceView,
  cursor: unknown,
  signal: AbortSignal,
): Promise<PulledPage> {
  const walk = asWalk(cursor);
  const page = await readPage(source, walk.page, signal).catch((error: unknown) => {
    if (!(error instanceof PageForgotten) || walk.page === null) throw error;
    walk.page = null;
    return readPage(source, null, signal);
  });
  const now = new Date();
  const times = page.times ?? page.mentions.map(({ publishedAt }) => publishedAt);
  const step = nextStep(walk, { times, next: page.next }, now);
  return {
    mentions: page.mentions.map((mention) => notAhead(mention, now)),
    refused: page.refused,
    cursor: step.walk,
    more: step.more,
  };
}

/** The clock of a network may be ahead; a post is not published after it was read. */
export function notAhead<T extends { publishedAt: Date }>(mention: T, now: Date): T {
  return mention.publishedAt > now ? { ...mention, publishedAt: now } : mention;
}

function asWalk(cursor: unknown): Walk {
  const { until, newest, page, again } = { ...NO_WALK, ...(cursor as Partial<Walk> | null) };
  const kept = { until: text(until), newest: text(newest), page: text(page) };
  return again === true ? { ...kept, again } : kept;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
