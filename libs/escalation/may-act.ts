/**
 * Whether a person may take, decide or pass on a question: with the right to decide, as a member of the department, as
 * somebody who was asked, or as crisis lead.
 */
export function mayAct(
  person: {
    personId: string;
    roles: readonly string[];
    permissions: readonly string[];
    departmentIds: readonly string[];
  },
  ask: { departmentId: string | null; askedIds: readonly string[] },
): boolean {
  if (!person.permissions.includes('escalations.decide')) return false;
  return (
    person.roles.includes('crisis_lead') ||
    (ask.departmentId !== null && person.departmentIds.includes(ask.departmentId)) ||
    ask.askedIds.includes(person.personId)
  );
}
