import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mailDeparture, singleDeparture } from './delivery-time.js';
import { NOTICE_KINDS } from './notice-kinds.js';
import { DEFAULT_PREFERENCE, DIGESTS, type Preference, wants } from './preference.js';
import { quietEnd } from './quiet-hours.js';

const NOON = new Date('2026-06-10T10:00:00Z');
const NIGHT = new Date('2026-06-10T22:00:00Z');
const asks = { kind: 'answer.review_asked', level: 0 } as const;
const person = (change: Partial<Preference> = {}): Preference => ({ ...DEFAULT_PREFERENCE, ...change });
const quiet = { from: '22:00', until: '07:00' };
const after = (from: Date, seconds: number) => new Date(from.getTime() + seconds * 1000);

describe('a mail leaves', () => {
  it('after a short while, for more of the same to be gathered in it', () => {
    expect(mailDeparture(person(), asks, null, NOON)).toEqual({ at: after(NOON, 20), digest: false });
  });

  it('at once when somebody is waiting', () => {
    const matter = { kind: 'escalation.asked', level: 1 } as const;
    expect(mailDeparture(person(), matter, null, NOON).at).toEqual(NOON);
  });

  it('at a distance from the one before about the same matter', () => {
    const told = { at: after(NOON, -60), level: 0 };
    expect(mailDeparture(person(), asks, told, NOON).at).toEqual(after(told.at, 15 * 60));
  });

  it('without that distance when the level has risen', () => {
    const told = { at: after(NOON, -60), level: 1 };
    expect(mailDeparture(person(), { ...asks, level: 2 }, told, NOON).at).toEqual(after(NOON, 20));
    expect(mailDeparture(person(), { ...asks, level: 1 }, told, NOON).at).toEqual(after(told.at, 15 * 60));
  });

  it('in the morning rather than in quiet hours, but not from level 3 on', () => {
    expect(mailDeparture(person({ quiet }), asks, null, NIGHT).at).toEqual(new Date('2026-06-11T05:00:00Z'));
    expect(mailDeparture(person({ quiet }), { ...asks, level: 2 }, null, NIGHT).at).not.toEqual(NIGHT);
    expect(mailDeparture(person({ quiet }), { ...asks, level: 3 }, null, NIGHT).at).toEqual(NIGHT);
  });

  it('with the digest of the hour, by the clock of the person', () => {
    const there = person({ digest: 'hourly', timeZone: 'Asia/Kathmandu' });
    expect(mailDeparture(there, asks, null, NOON)).toEqual({
      at: new Date('2026-06-10T10:15:00Z'),
      digest: true,
    });
  });

  it('with the digest of the day, also over a change of the clock', () => {
    const daily = person({ digest: 'daily' });
    expect(mailDeparture(daily, asks, null, NOON).at).toEqual(new Date('2026-06-11T06:00:00Z'));
    expect(mailDeparture(daily, asks, null, new Date('2026-10-24T10:00:00Z')).at).toEqual(
      new Date('2026-10-25T07:00:00Z'),
    );
  });

  it('by itself from level 3 on, whatever the digest', () => {
    expect(mailDeparture(person({ digest: 'daily' }), { ...asks, level: 3 }, null, NOON)).toEqual({
      at: NOON,
      digest: false,
    });
  });

  const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
  const hour = fc.integer({ min: 0, max: 23 }).map((one) => `${String(one).padStart(2, '0')}:00`);

  it('never before now, never in quiet hours below level 3, and never later than a day and a quiet night', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NOTICE_KINDS),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom(...DIGESTS),
        hour,
        hour,
        instant,
        (kind, level, digest, from, until, now) => {
          fc.pre(from !== until);
          const preference = person({ digest, quiet: { from, until } });
          const { at } = mailDeparture(preference, { kind, level }, null, now);
          const alone = singleDeparture(preference, { kind, level }, null, now);
          for (const one of [at, alone]) {
            expect(one.getTime()).toBeGreaterThanOrEqual(now.getTime());
            expect(one.getTime()).toBeLessThan(now.getTime() + 50 * 3_600_000);
            if (level >= 3) expect(one).toEqual(now);
            else expect(quietEnd({ hours: { from, until }, timeZone: preference.timeZone }, one)).toBeNull();
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a person who has chosen', () => {
  it('is told by the means chosen, and by the default for the rest', () => {
    const chosen = person({ kinds: { 'answer.decided': { mail: true }, 'answer.asked': { push: false } } });
    expect(wants(chosen, 'answer.decided', 'mail')).toBe(true);
    expect(wants(chosen, 'answer.decided', 'push')).toBe(false);
    expect(wants(chosen, 'answer.asked', 'push')).toBe(false);
    expect(wants(chosen, 'answer.asked', 'mail')).toBe(true);
  });
});
