import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { gapsOf, onCallAt, type Override, type Rota, shiftsBetween } from './rota.js';

const PARIS = 'Europe/Paris';
const at = (text: string) => new Date(text);
const weekly: Rota = {
  kind: 'weekly',
  startsOn: '2026-03-23',
  handOverAt: '09:00',
  participants: ['1', '2', '3'],
};
const onCall = (rota: Rota | null, moment: string, overrides: Override[] = [], zone = PARIS) =>
  onCallAt(rota, overrides, zone, at(moment)).personIds;

describe('a weekly rota', () => {
  it('hands over on its day at its hour, and not a moment before', () => {
    expect(onCall(weekly, '2026-03-23T07:59:59.999Z')).toEqual([]);
    expect(onCall(weekly, '2026-03-23T08:00:00Z')).toEqual(['1']);
    // In Paris the clock has gone forward on 29 March: nine o’clock is an hour earlier in UTC.
    expect(onCall(weekly, '2026-03-30T06:59:59.999Z')).toEqual(['1']);
    expect(onCall(weekly, '2026-03-30T07:00:00Z')).toEqual(['2']);
    expect(onCall(weekly, '2026-04-13T07:00:00Z')).toEqual(['1']);
  });

  it('has a shift an hour shorter in the week in which the clock goes forward, an hour longer when it goes back', () => {
    const hours = (day: string) =>
      shiftsBetween(
        weekly,
        PARIS,
        Temporal.PlainDate.from(day),
        Temporal.PlainDate.from(day).add({ days: 1 }),
      ).map(({ startsAt, endsAt }) => (endsAt.getTime() - startsAt.getTime()) / 3_600_000);
    expect(hours('2026-03-23')).toEqual([167]);
    expect(hours('2026-10-19')).toEqual([169]);
    expect(hours('2026-06-01')).toEqual([168]);
  });
});

describe('a daily rota that hands over at an hour which the clock jumps over', () => {
  const nightly: Rota = {
    kind: 'daily',
    startsOn: '2026-03-27',
    handOverAt: '02:30',
    participants: ['1', '2'],
  };

  it('hands over right after the jump, and nobody is left out', () => {
    // 02:30 on 29 March does not exist in Paris: the hand-over is at 03:30 summer time.
    expect(onCall(nightly, '2026-03-29T01:29:59Z')).toEqual(['2']);
    expect(onCall(nightly, '2026-03-29T01:30:00Z')).toEqual(['1']);
  });
});

describe('a custom rota', () => {
  const office: Rota = {
    kind: 'custom',
    shifts: [
      ...[1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', until: '20:00', personId: '1' })),
      { weekday: 7, from: '22:00', until: '06:00', personId: '2' },
    ],
  };

  it('runs over midnight into the next week', () => {
    expect(onCall(office, '2026-06-07T21:00:00Z')).toEqual(['2']);
    expect(onCall(office, '2026-06-08T03:59:00Z')).toEqual(['2']);
    expect(onCall(office, '2026-06-08T04:00:00Z')).toEqual([]);
    expect(onCall(office, '2026-06-08T06:00:00Z')).toEqual(['1']);
  });

  it('says where it has nobody', () => {
    const gaps = gapsOf(office).map(({ from, until }) => [from / 60, until / 60]);
    expect(gaps).toEqual([
      [6, 8],
      [20, 32],
      [44, 56],
      [68, 80],
      [92, 104],
      [116, 166],
    ]);
  });

  it('of every day around the clock has no gap', () => {
    const round: Rota = {
      kind: 'custom',
      shifts: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        weekday,
        from: '07:00',
        until: '07:00',
        personId: '1',
      })),
    };
    expect(gapsOf(round)).toEqual([]);
  });
});

describe('somebody who stands in', () => {
  const override = (change: Partial<Override>): Override => ({
    id: '1',
    personId: '9',
    replacesId: null,
    startsAt: at('2026-04-01T10:00:00Z'),
    endsAt: at('2026-04-01T12:00:00Z'),
    ...change,
  });

  it('is on call from the first moment to before the last', () => {
    expect(onCall(weekly, '2026-04-01T09:59:59Z', [override({})])).toEqual(['2']);
    expect(onCall(weekly, '2026-04-01T10:00:00Z', [override({})])).toEqual(['9']);
    expect(onCall(weekly, '2026-04-01T12:00:00Z', [override({})])).toEqual(['2']);
  });

  it('for one person does not touch another one’s shift', () => {
    expect(onCall(weekly, '2026-04-01T11:00:00Z', [override({ replacesId: '3' })])).toEqual(['2']);
    expect(onCall(weekly, '2026-04-01T11:00:00Z', [override({ replacesId: '2' })])).toEqual(['9']);
  });

  it('fills an empty rota', () => {
    expect(onCall(null, '2026-04-01T11:00:00Z', [override({})])).toEqual(['9']);
  });
});

describe('a rota that takes turns', () => {
  it('has exactly one person on call at every moment from its start on, in any time zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'Europe/Paris',
          'America/New_York',
          'Pacific/Apia',
          'Australia/Lord_Howe',
          'Asia/Kolkata',
        ),
        fc.constantFrom('weekly' as const, 'daily' as const),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 400 * 24 * 60 }),
        (zone, kind, hour, minute, people, minutes) => {
          const handOverAt = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
          const participants = Array.from({ length: people }, (_, index) => String(index + 1));
          const rota: Rota = { kind, startsOn: '2026-01-05', handOverAt, participants };
          const moment = new Date(Date.UTC(2026, 0, 7, 12) + minutes * 60_000);
          expect(onCallAt(rota, [], zone, moment).personIds).toHaveLength(1);
        },
      ),
      { numRuns: 300 },
    );
  });
});
