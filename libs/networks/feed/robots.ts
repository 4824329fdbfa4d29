import robotsParser from 'robots-parser';
import { z } from 'zod';
import { guardedFetch, type GuardedRequest } from '#platform/outgoing';
import { SourceNeedsAttention } from '../connector.js';

/** Its types describe a module of the older kind; what is exported is the function itself. */
const parseRobots = robotsParser as unknown as (
  url: string,
  text: string,
) => {
  isAllowed(url: string, robot: string): boolean | undefined;
  getCrawlDelay(robot: string): number | undefined;
};

/** As we name ourselves in requests, and as sites name us in robots.txt. */
const ROBOT = 'Passerelle';
/** RFC 9309, 2.4: what a site said may be used for a day. */
const KEPT_MS = 86_400_000;
/** RFC 9309, 2.5: at least so much has to be read. */
const READ_BYTES = 512_000;

/** What the site said when it was last asked; kept in the cursor of the source. */
export const robotsSchema = z.object({
  allowed: z.boolean(),
  at: z.iso.datetime(),
  /** Seconds between two requests, where the site asks for them. */
  crawlDelay: z.number().nullable().default(null),
});
export type Robots = z.infer<typeof robotsSchema>;

/**
 * Whether a site lets robots read an address, by the Robots Exclusion Protocol (RFC 9309): a robots.txt that is not there
 * (4xx) allows everything; one that cannot be had (5xx, no connection) allows nothing, unless the site was asked before: then
 * what it said holds on. Throws SourceNeedsAttention where robots are asked to stay away.
 */
export async function askRobots(
  url: string,
  known: Robots | null,
  now: Date,
  request: Pick<GuardedRequest, 'mayReach' | 'signal'>,
): Promise<Robots> {
  const fresh = known !== null && Math.abs(now.getTime() - Date.parse(known.at)) < KEPT_MS;
  const robots = fresh ? known : await read(url, known, now, request);
  if (!robots.allowed) {
    throw new SourceNeedsAttention(
      'robots-refused',
      `${new URL('/robots.txt', url).href} asks robots not to read this address`,
    );
  }
  return robots;
}

async function read(
  url: string,
  known: Robots | null,
  now: Date,
  request: Pick<GuardedRequest, 'mayReach' | 'signal'>,
): Promise<Robots> {
  const address = new URL('/robots.txt', url).href;
  const at = now.toISOString();
  const answer = await guardedFetch(address, { ...request, maxBytes: READ_BYTES }).catch((error: unknown) => {
    if (known) return null;
    throw error;
  });
  if (answer && answer.status >= 200 && answer.status < 300) {
    const said = parseRobots(address, answer.body);
    return {
      allowed: said.isAllowed(url, ROBOT) ?? true,
      at,
      crawlDelay: said.getCrawlDelay(ROBOT) ?? null,
    };
  }
  if (answer && answer.status >= 400 && answer.status < 500 && answer.status !== 429) {
    return { allowed: true, at, crawlDelay: null };
  }
  if (known) return known;
  throw new Error(`${address} answered ${answer?.status}: whether robots may read there is not known yet`);
}

/** Which addresses of a site robots may read, asked for once. Throws where that cannot be had. */
export async function robotsRules(
  url: string,
  request: Pick<GuardedRequest, 'mayReach' | 'signal'>,
): Promise<(address: string) => boolean> {
  const robots = new URL('/robots.txt', url).href;
  const { status, body } = await guardedFetch(robots, { ...request, maxBytes: READ_BYTES });
  if (status >= 400 && status < 500 && status !== 429) return () => true;
  if (status < 200 || status >= 300) throw new Error(`${robots} answered ${status}`);
  const said = parseRobots(robots, body);
  return (address) => said.isAllowed(address, ROBOT) ?? true;
}
