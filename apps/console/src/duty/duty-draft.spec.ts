import { describe, expect, it } from '@jest/globals';
import { holidaysText, readHolidays, rotaOfKind } from './duty-draft.js';

describe('the form of a department’s duty', () => {
  it('reads holidays a line each, with or without a name', () => {
    const text = '2026-12-25 Christmas Day\n\n 2026-07-14 ';
    const read = readHolidays(text);
    expect(read).toEqual([
      { day: '2026-12-25', name: 'Christmas Day' },
      { day: '2026-07-14', name: '' },
    ]);
    expect(readHolidays(holidaysText(read))).toEqual(read);
  });

  it('keeps the people when the kind of rota changes', () => {
    const weekly = rotaOfKind('weekly', null, '1', '2026-05-04');
    expect(weekly).toEqual({
      kind: 'weekly',
      startsOn: '2026-05-04',
      handOverAt: '09:00',
      participants: ['1'],
    });
    const two = {
      kind: 'weekly' as const,
      startsOn: '2026-05-04',
      handOverAt: '10:00',
      participants: ['1', '2'],
    };
    const custom = rotaOfKind('custom', two, '9', '2026-05-04');
    expect(custom?.kind === 'custom' && custom.shifts.map(({ personId }) => personId).join('')).toBe(
      '1212121',
    );
    expect(rotaOfKind('daily', custom, '9', '2026-05-04')).toMatchObject({ participants: ['1', '2'] });
    expect(rotaOfKind('none', two, '9', '2026-05-04')).toBeNull();
  });
});
