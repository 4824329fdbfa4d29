import type { EntityManager } from 'typeorm';
import type { InputOf } from '#platform/contract';
import { conflict, invalidField } from '#platform/problem';
import type { writeLogEntry } from './contract.js';
import { finishIncident, type IncidentActor, lockOpenIncident } from './incident-record.js';

/** What a clock that goes wrong by a little may write. */
const AHEAD_MS = 60_000;

/**
 * Writes a line into the log, in the caller's transaction; returns its id. Throws `at-ahead`, `check-not-ahead`,
 * `entry-not-found` (what it refers to is no line that a person wrote here) and `already-corrected` (somebody has
 * corrected, or checked, that line: refer to theirs).
 */
export async function writeEntry(
  manager: EntityManager,
  actor: IncidentActor,
  incidentId: string,
  body: InputOf<typeof writeLogEntry>['body'],
  now: Date,
): Promise<string> {
  const incident = await lockOpenIncident(manager, incidentId);
  const at = body.at === undefined ? now : new Date(body.at);
  if (at.getTime() > now.getTime() + AHEAD_MS) throw invalidField('at', 'at-ahead', 'cannot be ahead of now');
  const nextCheckAt = body.nextCheckAt === null ? null : new Date(body.nextCheckAt);
  if (nextCheckAt !== null && nextCheckAt <= now)
    throw invalidField('nextCheckAt', 'check-not-ahead', 'has to be ahead of now');
  if (body.refersTo) await refuseBadReference(manager, incidentId, body.refersTo.entryId);
  const [row]: { id: string }[] = await manager.query(
    `insert into incident_log (incident_id, at, person_id, kind, text, basis, next_check_at, refers_to, refers_as)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [
      incidentId,
      at,
      actor.personId,
      body.kind,
      body.text,
      body.basis,
      nextCheckAt,
      body.refersTo?.entryId ?? null,
      body.refersTo?.as ?? null,
    ],
  );
  if (!row) throw new Error('the line was not stored');
  await finishIncident(
    manager,
    incident,
    actor,
    [
      {
        event: body.refersTo?.as === 'corrects' ? 'corrected' : 'noted',
        // The line itself stands in the log: the record keeps its words a second time, in its own chain.
        inLog: false,
        after: { entryId: row.id, kind: body.kind, at: at.toISOString(), text: body.text, basis: body.basis },
      },
    ],
    now,
  );
  return row.id;
}

async function refuseBadReference(
  manager: EntityManager,
  incidentId: string,
  entryId: string,
): Promise<void> {
  const [entry]: { kind: string; later: string | null }[] = await manager.query(
    `select e.kind, (select later.id from incident_log later where later.refers_to = e.id limit 1) as later
     from incident_log e where e.id = $1 and e.incident_id = $2`,
    [entryId, incidentId],
  );
  if (!entry || entry.kind === 'event')
    throw invalidField(
      'refersTo.entryId',
      'entry-not-found',
      'is not a line that somebody wrote in this log',
    );
  if (entry.later !== null)
    throw conflict('already-corrected', 'A later line refers to this one already: refer to that one.', {
      entryId: entry.later,
    });
}
