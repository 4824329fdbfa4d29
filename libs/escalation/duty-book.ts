import { type Concerned, MOST_OWNERS } from './concerned.js';
import { onCallAt, type Override, type Rota } from './rota.js';
import type { QuietTimes } from './quiet-hours.js';
import type { Target } from './policy.js';

/** What is known of a department's duty. */
export interface DepartmentDuty extends QuietTimes {
  departmentId: string;
  leadId: string | null;
  /** Stand in for the lead, in this order. */
  deputyIds: readonly string[];
  rota: Rota | null;
  overrides: readonly Override[];
}

/** Departments and people as they are at a moment; whoever is not among `people` cannot be reached. */
export interface DutyBook {
  departments: ReadonlyMap<string, DepartmentDuty>;
  /** Active people who may decide, with their roles. */
  people: ReadonlyMap<string, { roles: readonly string[] }>;
}

/** Why somebody is asked. Those with `for_rota` or `instead` stand in for somebody who could not be found. */
export const ASKED_BECAUSE = [
  'on_call',
  'override',
  'named',
  'role',
  'lead',
  'deputy',
  'lead_for_rota',
  'deputy_for_rota',
  'crisis_lead_instead',
  'crisis_lead_added',
  'stakeholder_owner',
] as const;
export type AskedBecause = (typeof ASKED_BECAUSE)[number];

export interface AskedPerson {
  personId: string;
  because: AskedBecause;
  /** Of `stakeholder_owner`: whose, and how salient that one was. */
  stakeholder?: Pick<Concerned, 'stakeholderId' | 'salience'>;
}

/**
 * Who a step asks at a moment. A rota without anybody falls to the department's lead, then a deputy, then the crisis
 * lead; a named person who is gone falls to the crisis lead. The owner of a stakeholder, where there is none, falls to
 * whoever is on call in the asked department, unless the step reaches somebody else. `louder` adds the crisis lead. Each
 * person once; empty only when there is nobody left who could be asked.
 */
export function whoIsAsked(
  book: DutyBook,
  targets: readonly Target[],
  {
    departmentId,
    moment,
    louder,
    concerned = [],
  }: { departmentId: string | null; moment: Date; louder: boolean; concerned?: readonly Concerned[] },
): AskedPerson[] {
  const asked = targets.flatMap((target) =>
    target.kind === 'stakeholder_owner'
      ? ownersOf(book, concerned)
      : peopleOf(book, target, departmentId, moment),
  );
  if (asked.length === 0 && departmentId !== null && asksOwner(targets)) {
    asked.push(...onCall(book, departmentId, moment));
  }
  const crisisLeads = withRole(book, 'crisis_lead');
  if (louder)
    asked.push(...crisisLeads.map((personId) => ({ personId, because: 'crisis_lead_added' as const })));
  if (asked.length === 0) {
    asked.push(...crisisLeads.map((personId) => ({ personId, because: 'crisis_lead_instead' as const })));
  }
  const seen = new Set<string>();
  return asked.filter(({ personId }) => !seen.has(personId) && seen.add(personId));
}

export function asksOwner(targets: readonly Target[]): boolean {
  return targets.some(({ kind }) => kind === 'stakeholder_owner');
}

/** Owners who can be asked, of the most salient stakeholders first. */
function ownersOf(book: DutyBook, concerned: readonly Concerned[]): AskedPerson[] {
  const asked = new Map<string, AskedPerson>();
  for (const { stakeholderId, salience, ownerId } of concerned) {
    if (ownerId === null || asked.has(ownerId) || !book.people.has(ownerId)) continue;
    asked.set(ownerId, {
      personId: ownerId,
      because: 'stakeholder_owner',
      stakeholder: { stakeholderId, salience },
    });
  }
  return [...asked.values()].slice(0, MOST_OWNERS);
}

function peopleOf(
  book: DutyBook,
  target: Exclude<Target, { kind: 'stakeholder_owner' }>,
  asked: string | null,
  moment: Date,
): AskedPerson[] {
  switch (target.kind) {
    case 'asked_on_call':
      return asked === null ? [] : onCall(book, asked, moment);
    case 'asked_lead':
      return asked === null ? [] : leading(book, asked, { lead: 'lead', deputy: 'deputy' });
    case 'department':
      return onCall(book, target.departmentId, moment);
    case 'person':
      return book.people.has(target.personId) ? [{ personId: target.personId, because: 'named' }] : [];
    case 'role':
      return withRole(book, target.role).map((personId) => ({ personId, because: 'role' }));
  }
}

/** Thousands of questions are due at one moment and ask the same few departments: each is looked up once. */
const lookedUp = new WeakMap<DutyBook, Map<string, AskedPerson[]>>();

function onCall(book: DutyBook, departmentId: string, moment: Date): AskedPerson[] {
  const known = lookedUp.get(book) ?? new Map<string, AskedPerson[]>();
  lookedUp.set(book, known);
  const key = `${departmentId} ${moment.getTime()}`;
  const people = known.get(key) ?? findOnCall(book, departmentId, moment);
  known.set(key, people);
  return people;
}

function findOnCall(book: DutyBook, departmentId: string, moment: Date): AskedPerson[] {
  const duty = book.departments.get(departmentId);
  if (!duty) return [];
  const { personIds, overridden } = onCallAt(duty.rota, duty.overrides, duty.timeZone, moment);
  const there = personIds.filter((id) => book.people.has(id));
  if (there.length === 0) {
    return leading(book, departmentId, { lead: 'lead_for_rota', deputy: 'deputy_for_rota' });
  }
  return there.map((personId) => ({ personId, because: overridden ? 'override' : 'on_call' }));
}

function leading(
  book: DutyBook,
  departmentId: string,
  because: { lead: AskedBecause; deputy: AskedBecause },
): AskedPerson[] {
  const duty = book.departments.get(departmentId);
  if (duty?.leadId && book.people.has(duty.leadId)) return [{ personId: duty.leadId, because: because.lead }];
  const deputy = duty?.deputyIds.find((id) => book.people.has(id));
  return deputy === undefined ? [] : [{ personId: deputy, because: because.deputy }];
}

function withRole(book: DutyBook, role: string): string[] {
  return [...book.people].filter(([, { roles }]) => roles.includes(role)).map(([id]) => id);
}
