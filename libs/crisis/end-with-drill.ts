import type { Transaction } from '#platform/database';
import type { JobQueue } from '#platform/jobs';
import { releasePublications } from '#replies';
import { applyIncidentMove, finishIncident, lockIncident } from './incident-record.js';
import { isFrozen } from './moves.js';

/**
 * Closes an incident of the training network because its drill is over, in the caller's transaction, whatever its level
 * and without a review; what it froze is released. Throws `transition-not-allowed` where it is closed.
 */
export async function endWithDrill(
  transaction: Transaction,
  jobs: JobQueue,
  incidentId: string,
  { by, reason }: { by: { personId: string; name: string }; reason: string },
  now: Date,
): Promise<void> {
  const { manager } = transaction;
  const incident = await lockIncident(manager, incidentId);
  if (incident.realm !== 'training') throw new Error(`incident ${incidentId} is of no drill`);
  const { state: before, freezeId } = incident;
  if (freezeId !== null && (await isFrozen(manager, incident)))
    await releasePublications(transaction, jobs, freezeId, reason, by);
  await applyIncidentMove(manager, incident, 'end_drill', {
    closedAt: now,
    closedBy: by.personId,
    nextReportAt: null,
  });
  await finishIncident(
    manager,
    incident,
    by,
    [{ event: 'ended_with_drill', reason, before: { state: before }, after: { state: incident.state } }],
    now,
  );
}
