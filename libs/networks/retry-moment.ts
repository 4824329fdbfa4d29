const LONGEST_MS = 86_400_000;

/**
 * When a network that asks for a pause may be asked again: by Retry-After in seconds or as a date (RFC 9110, 10.2.3),
 * else by its rate-limit reset, else after `otherwiseMs`. From a second to a day. Moments that the network names are
 * taken against its own clock (the Date header), because the two may differ.
 */
export function retryMoment(headers: Pick<Headers, 'get'>, now: Date, otherwiseMs = 900_000): Date {
  const wait = retryAfterMs(headers, now) ?? untilReset(headers, now) ?? otherwiseMs;
  return new Date(now.getTime() + Math.min(Math.max(wait, 1000), LONGEST_MS));
}

function retryAfterMs(headers: Pick<Headers, 'get'>, now: Date): number | null {
  const given = headers.get('retry-after')?.trim();
  if (!given) return null;
  if (/^\d+(\.\d+)?$/.test(given)) return Number(given) * 1000;
  const moment = Date.parse(given);
  return Number.isNaN(moment) ? null : moment - networkClock(headers, now);
}

function untilReset(headers: Pick<Headers, 'get'>, now: Date): number | null {
  const reset = resetMoment(headers);
  return reset === null ? null : reset.getTime() - networkClock(headers, now);
}

/** Mastodon writes a date, Bluesky and X seconds since 1970. */
export function resetMoment(headers: Pick<Headers, 'get'>): Date | null {
  const given = ['x-ratelimit-reset', 'x-rate-limit-reset', 'ratelimit-reset']
    .map((name) => headers.get(name))
    .find((value) => value !== null);
  if (!given) return null;
  const moment = /^\d+$/.test(given) ? Number(given) * 1000 : Date.parse(given);
  return Number.isNaN(moment) ? null : new Date(moment);
}

function networkClock(headers: Pick<Headers, 'get'>, now: Date): number {
  const said = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(said) ? now.getTime() : said;
}
