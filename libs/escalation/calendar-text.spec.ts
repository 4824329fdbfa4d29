import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarText } from './calendar-text.js';

const NOW = new Date('2026-05-05T10:00:00.123Z');
const event = (summary: string) => ({
  uid: 'duty-1@passerelle',
  summary,
  startsAt: new Date('2026-05-06T07:00:00Z'),
  endsAt: new Date('2026-05-13T07:00:00Z'),
});

describe('a calendar feed', () => {
  it('is written as RFC 5545 asks for', () => {
    const text = calendarText('Legal', [event('Hélène; on call, all week')], NOW);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text).toContain('\r\nDTSTAMP:20260505T100000Z\r\n');
    expect(text).toContain('\r\nDTSTART:20260506T070000Z\r\n');
    expect(text).toContain('SUMMARY:Hélène\\; on call\\, all week\r\n');
  });

  it('has no line over 75 octets and loses no character, whatever a name holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (summary) => {
        const text = calendarText('Rota', [event(summary)], NOW);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const unfolded = text.replaceAll('\r\n ', '');
        const line = unfolded.split('\r\n').find((one) => one.startsWith('SUMMARY:'));
        const read = line
          ?.slice('SUMMARY:'.length)
          .replaceAll(/\\([\\;,n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
        expect(read).toBe(summary.replaceAll(/\r\n|\r/g, '\n'));
      }),
    );
  });
});
