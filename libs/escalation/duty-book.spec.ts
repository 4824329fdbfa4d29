import { describe, expect, it } from '@jest/globals';
import type { Concerned } from './concerned.js';
import { type DepartmentDuty, type DutyBook, whoIsAsked } from './duty-book.js';
import type { Target } from './policy.js';

const legal: DepartmentDuty = {
  departmentId: '1',
  leadId: '10',
  deputyIds: ['11', '12'],
  timeZone: 'Europe/Paris',
  quietFrom: null,
  quietUntil: null,
  holidays: [],
  rota: { kind: 'daily', startsOn: '2026-01-01', handOverAt: '00:00', participants: ['13'] },
  overrides: [],
};
const bookOf = (there: string[], duty: Partial<DepartmentDuty> = {}): DutyBook => ({
  departments: new Map([['1', { ...legal, ...duty }]]),
  people: new Map(there.map((id) => [id, { roles: id === '20' ? ['crisis_lead'] : ['approver'] }])),
});
const asked = (book: DutyBook, targets: Target[] = [{ kind: 'asked_on_call' }], louder = false) =>
  whoIsAsked(book, targets, { departmentId: '1', moment: new Date('2026-05-05T10:00:00Z'), louder }).map(
    ({ personId, because }) => `${personId} ${because}`,
  );

describe('whoever is asked', () => {
  it('is the person on call', () => {
    expect(asked(bookOf(['10', '13', '20']))).toEqual(['13 on_call']);
  });

  it('is the lead where the rota has nobody, then a deputy, then the crisis lead, and it says so', () => {
    expect(asked(bookOf(['10', '11', '20'], { rota: null }))).toEqual(['10 lead_for_rota']);
    expect(asked(bookOf(['12', '20'], { rota: null }))).toEqual(['12 deputy_for_rota']);
    expect(asked(bookOf(['20'], { rota: null }))).toEqual(['20 crisis_lead_instead']);
    expect(asked(bookOf([]))).toEqual([]);
  });

  it('is not somebody who has left, though the rota still names them', () => {
    expect(asked(bookOf(['10', '20']))).toEqual(['10 lead_for_rota']);
  });

  it('is joined by the crisis lead when it is louder, each person once', () => {
    expect(asked(bookOf(['13', '20']), [{ kind: 'asked_on_call' }], true)).toEqual([
      '13 on_call',
      '20 crisis_lead_added',
    ]);
    expect(asked(bookOf(['13', '20']), [{ kind: 'role', role: 'crisis_lead' }], true)).toEqual(['20 role']);
  });

  it('is the crisis lead where the policy names only people who are gone', () => {
    expect(asked(bookOf(['13', '20']), [{ kind: 'person', personId: '99' }])).toEqual([
      '20 crisis_lead_instead',
    ]);
  });
});

describe('the owner of the stakeholder concerned', () => {
  const union: Concerned = { stakeholderId: '7', salience: 'definitive', ownerId: '11' };
  const owners = (there: string[], concerned: Concerned[], targets: Target[] = []) =>
    whoIsAsked(bookOf(there), [{ kind: 'stakeholder_owner' }, ...targets], {
      departmentId: '1',
      moment: new Date('2026-05-05T10:00:00Z'),
      louder: false,
      concerned,
    }).map(({ personId, because, stakeholder }) =>
      [personId, because, stakeholder?.stakeholderId, stakeholder?.salience].filter(Boolean).join(' '),
    );

  it('is asked, of several stakeholders the owner of each, once, and it says whose', () => {
    const press: Concerned = { stakeholderId: '8', salience: 'dominant', ownerId: '12' };
    expect(owners(['11', '12', '13'], [union, press, { ...press, stakeholderId: '9' }])).toEqual([
      '11 stakeholder_owner 7 definitive',
      '12 stakeholder_owner 8 dominant',
    ]);
  });

  it('falls to whoever is on call where there is none, or none who may decide, unless the step reaches others', () => {
    expect(owners(['13', '20'], [])).toEqual(['13 on_call']);
    expect(owners(['13', '20'], [union])).toEqual(['13 on_call']);
    expect(owners(['13'], [{ ...union, ownerId: null }])).toEqual(['13 on_call']);
    expect(owners(['20'], [])).toEqual(['20 crisis_lead_instead']);
    expect(owners(['12', '13'], [], [{ kind: 'person', personId: '12' }])).toEqual(['12 named']);
  });
});
