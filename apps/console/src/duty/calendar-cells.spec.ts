import { describe, expect, it } from '@jest/globals';
import { cellsOf, daysShown, goesOn, monthAfter } from './calendar-cells.js';

describe('the calendar', () => {
  it('shows whole weeks from Monday', () => {
    expect(daysShown('week', '2026-05-07')).toEqual([
      '2026-05-04',
      '2026-05-05',
      '2026-05-06',
      '2026-05-07',
      '2026-05-08',
      '2026-05-09',
      '2026-05-10',
    ]);
    const may = daysShown('month', '2026-05-07');
    expect([may[0], may.at(-1), may.length]).toEqual(['2026-04-27', '2026-05-31', 35]);
    expect(monthAfter('2026-01-31', 1)).toBe('2026-02-01');
  });

  it('puts shifts where the department’s clock has them, on the day the clock changes too', () => {
    const shift = {
      personId: '1',
      name: 'A',
      startsAt: '2026-03-29T00:00:00Z',
      endsAt: '2026-03-29T02:00:00Z',
      override: null,
    };
    const cells = cellsOf('week', '2026-03-29', 'Europe/Paris', [shift]);
    expect(cells[0]).toMatchObject({ startsAt: '2026-03-28T23:00:00Z', endsAt: '2026-03-29T02:00:00Z' });
    expect(cells.map(({ shifts }) => shifts.length)).toEqual([1, 0, 0, 0, 0, 0]);
    expect(cells.at(-1)?.endsAt).toBe('2026-03-29T22:00:00Z');
  });

  it('says of a cell that it goes on from the one before, whoever is on call, or nobody is', () => {
    const at = (from: string, to: string, personId: string, overrideId: string | null) => ({
      ...{ personId, name: personId, startsAt: `2026-05-04T${from}:00Z`, endsAt: `2026-05-04T${to}:00Z` },
      override: overrideId === null ? null : { id: overrideId, reason: '', replacesId: null },
    });
    const cells = cellsOf('week', '2026-05-04', 'UTC', [
      at('00:00', '08:00', 'Anna', null),
      at('08:00', '12:00', 'Anna', '7'),
      at('12:00', '16:00', 'Boris', null),
    ]);
    // Anna, Anna on, Anna for somebody else, Boris, nobody, nobody on.
    expect(cells.map((cell, place) => goesOn(cell, cells[place - 1]))).toEqual([
      ...[false, true, false, false, false, true],
    ]);
  });
});
