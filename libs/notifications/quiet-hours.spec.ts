import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { quietEnd } from './quiet-hours.js';

const PARIS = { hours: { from: '22:00', until: '07:00' }, timeZone: 'Europe/Paris' };

const zone = fc.constantFrom(
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
);

describe('quiet hours', () => {
  it.each([
    ['in the evening', '2026-06-10T20:30:00Z', '2026-06-11T05:00:00Z'],
    ['after midnight', '2026-06-11T01:00:00Z', '2026-06-11T05:00:00Z'],
    ['at their very beginning', '2026-06-10T20:00:00Z', '2026-06-11T05:00:00Z'],
    ['in winter', '2026-12-10T21:30:00Z', '2026-12-11T06:00:00Z'],
    ['in the night that loses an hour', '2026-03-28T22:00:00Z', '2026-03-29T05:00:00Z'],
    ['in the night that gains one', '2026-10-24T21:00:00Z', '2026-10-25T06:00:00Z'],
  ])('%s last until the morning', (_, now, end) => {
    expect(quietEnd(PARIS, new Date(now))).toEqual(new Date(end));
  });

  it.each(['2026-06-10T19:59:59Z', '2026-06-11T05:00:00Z', '2026-06-11T12:00:00Z'])(
    'are over at %s',
    (now) => {
      expect(quietEnd(PARIS, new Date(now))).toBeNull();
    },
  );

  it('that would end in the hour that is left out end when it is', () => {
    const quiet = { hours: { from: '22:00', until: '02:30' }, timeZone: 'Europe/Paris' };
    expect(quietEnd(quiet, new Date('2026-03-29T00:30:00Z'))).toEqual(new Date('2026-03-29T01:00:00Z'));
  });

  it('that end in the hour that comes twice end twice', () => {
    const quiet = { hours: { from: '22:00', until: '02:30' }, timeZone: 'Europe/Paris' };
    expect(quietEnd(quiet, new Date('2026-10-25T00:10:00Z'))).toEqual(new Date('2026-10-25T00:30:00Z'));
    expect(quietEnd(quiet, new Date('2026-10-25T01:10:00Z'))).toEqual(new Date('2026-10-25T01:30:00Z'));
  });

  const time = fc
    .integer({ min: 0, max: 1439 })
    .map(
      (minutes) =>
        `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
    );
  // Around changes of the clock: Europe, America, Lord Howe (half an hour), Kathmandu (none, three quarters off).
  const moment = fc.tuple(
    fc.constantFrom(
      '2026-03-29T01:00Z',
      '2026-10-25T01:00Z',
      '2026-03-08T07:00Z',
      '2026-10-03T15:30Z',
      '2026-04-04T15:00Z',
    ),
    fc.integer({ min: -1800, max: 1800 }),
  );

  it('end at the first minute whose wall clock does not show them, wherever and whenever', () => {
    fc.assert(
      fc.property(time, time, zone, moment, (from, until, timeZone, [near, minutes]) => {
        fc.pre(from !== until);
        const now = new Date(Date.parse(near) + minutes * 60_000);
        expect(quietEnd({ hours: { from, until }, timeZone }, now)).toEqual(
          firstMinuteNotQuiet(from, until, timeZone, now),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('quiet days', () => {
  const days = ['2026-12-25', '2026-12-26'];

  it('last from midnight to midnight, and join the nights around them', () => {
    const alone = { timeZone: 'Europe/Paris', hours: null, days };
    expect(quietEnd(alone, new Date('2026-12-24T22:59:59Z'))).toBeNull();
    expect(quietEnd(alone, new Date('2026-12-24T23:00:00Z'))).toEqual(new Date('2026-12-26T23:00:00Z'));
    expect(quietEnd({ ...PARIS, days }, new Date('2026-12-24T21:30:00Z'))).toEqual(
      new Date('2026-12-27T06:00:00Z'),
    );
  });

  it('are 23 or 25 hours long on the days that are', () => {
    const change = { timeZone: 'Europe/Paris', hours: null, days: ['2026-03-29', '2026-10-25'] };
    expect(quietEnd(change, new Date('2026-03-28T23:00:00Z'))).toEqual(new Date('2026-03-29T22:00:00Z'));
    expect(quietEnd(change, new Date('2026-10-24T22:00:00Z'))).toEqual(new Date('2026-10-25T23:00:00Z'));
  });

  it('silence nothing for longer than two weeks and a night, however many there are', () => {
    const many = Array.from({ length: 400 }, (_, day) =>
      new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400 * 365 }), zone, (seconds, timeZone) => {
        const now = new Date(Date.UTC(2026, 0, 1) + seconds * 1000);
        const end = quietEnd({ ...PARIS, timeZone, days: many }, now);
        if (end === null) return;
        expect(end.getTime()).toBeGreaterThan(now.getTime());
        expect(end.getTime() - now.getTime()).toBeLessThan(16 * 86_400_000);
      }),
      { numRuns: 100 },
    );
  });
});

/** By looking at a clock on the wall, minute by minute. */
function firstMinuteNotQuiet(from: string, until: string, timeZone: string, now: Date): Date | null {
  for (let minutes = 0; ; minutes++) {
    const at = now.getTime() + minutes * 60_000;
    const shown = Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(timeZone)
      .toPlainTime()
      .toString({ smallestUnit: 'minute' });
    const quiet = from < until ? from <= shown && shown < until : from <= shown || shown < until;
    if (!quiet) return minutes === 0 ? null : new Date(at);
  }
}
