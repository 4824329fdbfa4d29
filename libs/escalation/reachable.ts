import type { DepartmentDuty, DutyBook } from './duty-book.js';
import type { Step, Target } from './policy.js';

/** The steps, from 0, that can reach nobody as things are, whatever the moment and whichever department is asked. */
export function emptySteps(book: DutyBook, steps: readonly Step[]): number[] {
  return steps.flatMap(({ targets }, index) =>
    targets.some((target) => canReach(book, target)) ? [] : [index],
  );
}

function canReach(book: DutyBook, target: Target): boolean {
  switch (target.kind) {
    case 'asked_on_call':
      return [...book.departments.values()].some((duty) => hasOnCall(book, duty) || hasLead(book, duty));
    case 'asked_lead':
      return [...book.departments.values()].some((duty) => hasLead(book, duty));
    case 'department': {
      const duty = book.departments.get(target.departmentId);
      return duty !== undefined && (hasOnCall(book, duty) || hasLead(book, duty));
    }
    case 'person':
      return book.people.has(target.personId);
    case 'stakeholder_owner':
      // Where there is no owner, whoever is on call in the asked department stands in, or the crisis lead.
      return (
        canReach(book, { kind: 'asked_on_call' }) || canReach(book, { kind: 'role', role: 'crisis_lead' })
      );
    case 'role':
      return [...book.people.values()].some(({ roles }) => roles.includes(target.role));
  }
}

function hasOnCall(book: DutyBook, { rota }: DepartmentDuty): boolean {
  if (rota === null) return false;
  const ids = rota.kind === 'custom' ? rota.shifts.map(({ personId }) => personId) : rota.participants;
  return ids.some((id) => book.people.has(id));
}

function hasLead(book: DutyBook, { leadId, deputyIds }: DepartmentDuty): boolean {
  return (leadId !== null && book.people.has(leadId)) || deputyIds.some((id) => book.people.has(id));
}
