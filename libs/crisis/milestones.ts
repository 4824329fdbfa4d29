/** Events of a log that say how an incident went; the others say how the work on it was done. */
const MILESTONES: ReadonlySet<string> = new Set([
  'declared',
  'started',
  'role_accepted',
  'role_declined',
  'lead_handed_over',
  'frozen',
  'released',
  'report_sent',
  'stakeholder_told',
  'concluded',
  'resumed',
  'closed',
  'reopened',
  'ended_with_drill',
]);

interface Happened {
  kind: string;
  event: string | null;
  correctedBy: string | null;
}

/** Whether a line of the timeline belongs into a review: what people wrote and did not correct, and what was done in public. */
export function isMilestone({ kind, event, correctedBy }: Happened): boolean {
  if (kind === 'event') return event !== null && MILESTONES.has(event);
  return correctedBy === null;
}
