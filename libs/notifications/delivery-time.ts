import { Temporal } from 'temporal-polyfill';
import { KIND_MANNERS, type NoticeKind } from './notice-kinds.js';
import type { Preference } from './preference.js';
import { LOUD_LEVEL, nextShown, quietEnd } from './quiet-hours.js';

/** What has been told last about the same matter to the same recipient by the same means. */
export interface Told {
  at: Date;
  level: number;
}

export interface Matter {
  kind: NoticeKind;
  level: number;
}

/** When a message may leave, and whether it waits in the person's digest or goes by itself. */
export interface Departure {
  at: Date;
  digest: boolean;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * When a mail may leave. From level 3 on: at once, through quiet hours and digests. Otherwise with the digest that the
 * person has chosen, or after a short while in which more of the same is gathered; never in quiet hours. A second
 * message about the same matter keeps its distance, unless the level has risen.
 */
export function mailDeparture(
  preference: Preference,
  matter: Matter,
  told: Told | null,
  now: Date,
): Departure {
  if (matter.level >= LOUD_LEVEL || preference.digest === 'at_once') {
    return { at: singleDeparture(preference, matter, told, now), digest: false };
  }
  return { at: outOfQuiet(preference, digestTime(preference, now)), digest: true };
}

/** When a push message or a message to a channel may leave; digests are for mail only. */
export function singleDeparture(
  preference: Pick<Preference, 'quiet' | 'timeZone'>,
  matter: Matter,
  told: Told | null,
  now: Date,
): Date {
  const loud = matter.level >= LOUD_LEVEL;
  const { gatherSeconds, throttleMinutes } = KIND_MANNERS[matter.kind];
  const gathered = now.getTime() + (loud ? 0 : gatherSeconds * SECOND);
  const distance = (loud ? Math.min(throttleMinutes, 5) : throttleMinutes) * MINUTE;
  const louder = told !== null && matter.level > told.level;
  const earliest = told === null || louder ? gathered : Math.max(gathered, told.at.getTime() + distance);
  return loud ? new Date(earliest) : outOfQuiet(preference, new Date(earliest));
}

function outOfQuiet({ quiet, timeZone }: Pick<Preference, 'quiet' | 'timeZone'>, at: Date): Date {
  return quietEnd({ timeZone, hours: quiet }, at) ?? at;
}

/** The next full hour, or the next time at which the person reads its daily mail. */
function digestTime({ digest, dailyAt, timeZone }: Preference, now: Date): Date {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const next =
    digest === 'daily'
      ? nextShown(here, Temporal.PlainTime.from(dailyAt))
      : here.round({ smallestUnit: 'hour', roundingMode: 'floor' }).add({ hours: 1 });
  return new Date(next.epochMilliseconds);
}
