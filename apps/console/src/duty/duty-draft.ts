import type { Duty, DutyFields, RotaFields } from '#contract/escalation';

/** Holidays as they are typed: one day a line, the name after it. */
export function holidaysText(holidays: DutyFields['holidays']): string {
  return holidays.map(({ day, name }) => `${day} ${name}`.trim()).join('\n');
}

export function readHolidays(text: string): DutyFields['holidays'] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [day = '', ...name] = line.split(/\s+/);
      return { day, name: name.join(' ') };
    });
}

/** What the form starts from. */
export function draftOf(duty: Duty): DutyFields {
  const { leadId, deputyIds, timeZone, quietFrom, quietUntil, holidays, rota } = duty;
  return { leadId, deputyIds, timeZone, quietFrom, quietUntil, holidays, rota };
}

/** A first rota of a kind, with the people whom the one before had. */
export function rotaOfKind(
  kind: RotaFields['kind'] | 'none',
  before: RotaFields | null,
  someone: string,
  today: string,
): RotaFields | null {
  if (kind === 'none') return null;
  const people =
    before === null
      ? [someone]
      : before.kind === 'custom'
        ? [...new Set(before.shifts.map(({ personId }) => personId))]
        : before.participants;
  if (kind === 'custom') {
    return {
      kind,
      shifts: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        weekday,
        from: '08:00',
        until: '08:00',
        personId: people[(weekday - 1) % people.length] ?? someone,
      })),
    };
  }
  const turns = before && before.kind !== 'custom' ? before : { startsOn: today, handOverAt: '09:00' };
  return { kind, startsOn: turns.startsOn, handOverAt: turns.handOverAt, participants: [...people] };
}
