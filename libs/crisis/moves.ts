import type { EntityManager } from 'typeorm';
import type { InputOf } from '#platform/contract';
import type { Transaction } from '#platform/database';
import type { JobQueue } from '#platform/jobs';
import { conflict, invalidField } from '#platform/problem';
import { freezePublications, releasePublications } from '#replies';
import type { changeIncident } from './contract.js';
import { refuseSecondIncident } from './declare.js';
import {
  applyIncidentMove,
  type Done,
  finishIncident,
  type IncidentActor,
  type IncidentRecord,
  lockIncident,
  lockOpenIncident,
  readIncidentRecord,
  refuseNotLead,
} from './incident-record.js';
import type { IncidentMove } from './life-cycles.js';
import { readStandings } from './read-facts.js';
import { CALM_LEVEL } from './targets.js';

/** `start` follows from a lead's acceptance, `end_drill` from the end of a drill. */
type MoveByHand = Exclude<IncidentMove, 'start' | 'end_drill'>;

const PAST: Readonly<Record<MoveByHand, Done['event']>> = {
  conclude: 'concluded',
  resume: 'resumed',
  close: 'closed',
  reopen: 'reopened',
};

/**
 * Concludes, resumes, closes or reopens, in the caller's transaction. Throws `level-still-high`, `still-frozen` and
 * `review-incomplete` (with what it lacks), and `incident-open-already` when another one is open on the topic.
 */
export async function moveState(
  manager: EntityManager,
  actor: IncidentActor | null,
  incidentId: string,
  { move, reason }: { move: MoveByHand; reason?: string },
  now: Date,
): Promise<void> {
  if (move === 'reopen') {
    const { topicId, realm, state } = await readIncidentRecord(manager, incidentId);
    if (state === 'closed') await refuseSecondIncident(manager, topicId, realm);
  }
  const incident = await lockIncident(manager, incidentId);
  const before = incident.state;
  if (move === 'close' && before === 'closing') await refuseUnready(manager, incident);
  if (move === 'conclude' && before !== 'closing' && before !== 'closed') refuseHigh(incident);
  await applyIncidentMove(manager, incident, move, {
    ...(move === 'close' ? { closedAt: now, closedBy: actor?.personId ?? null, nextReportAt: null } : {}),
    ...(move === 'reopen' ? { closedAt: null, closedBy: null } : {}),
    ...(move === 'conclude' ? { nextReportAt: null } : {}),
  });
  await finishIncident(
    manager,
    incident,
    actor,
    [
      {
        event: PAST[move],
        params: { level: incident.level },
        reason,
        before: { state: before },
        after: { state: incident.state, level: incident.level },
      },
    ],
    now,
  );
}

function refuseHigh({ level }: IncidentRecord): void {
  if (level > CALM_LEVEL) {
    throw conflict(
      'level-still-high',
      `The topic is at level ${level}; it has to come back to ${CALM_LEVEL}.`,
      {
        level,
        calm: CALM_LEVEL,
      },
    );
  }
}

async function refuseUnready(manager: EntityManager, incident: IncidentRecord): Promise<void> {
  refuseHigh(incident);
  const obstacles = (await readStandings(manager, [incident.id])).get(incident.id)?.obstacles ?? [];
  if (obstacles.includes('freeze'))
    throw conflict('still-frozen', 'Publications are still frozen: the lead has to release them.');
  if (obstacles.length > 0) {
    throw conflict('review-incomplete', `The review still lacks: ${obstacles.join(', ')}.`, {
      lacks: obstacles.join(', '),
    });
  }
}

/** Changes what is said of an incident. Throws `changed-meanwhile` and `report-not-ahead`. */
export async function changeFields(
  manager: EntityManager,
  actor: IncidentActor,
  incidentId: string,
  body: InputOf<typeof changeIncident>['body'],
  now: Date,
): Promise<void> {
  const incident = await lockOpenIncident(manager, incidentId);
  if (body.version !== undefined && body.version !== incident.version)
    throw conflict('changed-meanwhile', 'Somebody has changed this incident meanwhile.');
  const nextReportAt =
    body.nextReportAt === undefined ? incident.nextReportAt : futureReport(body.nextReportAt, now);
  const before = fieldsOf(incident);
  await applyIncidentMove(manager, incident, null, {
    title: body.title ?? incident.title,
    cluster: body.cluster ?? incident.cluster,
    callLink: body.call?.link ?? incident.callLink,
    callPhone: body.call?.phone ?? incident.callPhone,
    callNote: body.call?.note ?? incident.callNote,
    nextReportAt,
  });
  const after = fieldsOf(incident);
  const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
  if (changed.length === 0) return;
  await finishIncident(
    manager,
    incident,
    actor,
    [{ event: 'changed', params: { what: changed.join(', ') }, before, after }],
    now,
  );
}

/** When the next report is due, or a refusal that names the field. */
export function futureReport(at: string | null, now: Date): Date | null {
  if (at === null) return null;
  const moment = new Date(at);
  if (moment <= now) throw invalidField('nextReportAt', 'report-not-ahead', 'has to be ahead of now');
  return moment;
}

function fieldsOf(incident: IncidentRecord): Record<string, string | null> {
  const { title, cluster, callLink, callPhone, callNote, nextReportAt } = incident;
  return { title, cluster, callLink, callPhone, callNote, nextReportAt: nextReportAt?.toISOString() ?? null };
}

/** Freezes all other publications of the realm. Throws `frozen-already`. */
export async function freeze(
  manager: EntityManager,
  actor: IncidentActor,
  incidentId: string,
  reason: string,
  now: Date,
): Promise<void> {
  const incident = await lockOpenIncident(manager, incidentId);
  if (await isFrozen(manager, incident))
    throw conflict('frozen-already', 'Publications are frozen for this incident already.');
  const freezeId = await freezePublications(manager, {
    realm: incident.realm,
    topicId: null,
    reason,
    by: actor,
  });
  await applyIncidentMove(manager, incident, null, { freezeId });
  await finishIncident(manager, incident, actor, [{ event: 'frozen', params: { freezeId }, reason }], now);
}

/** Ends the freeze; only the one who leads may, where somebody does. Throws `not-the-lead` and `not-frozen`. */
export async function unfreeze(
  transaction: Transaction,
  jobs: JobQueue,
  actor: IncidentActor,
  incidentId: string,
  reason: string,
  now: Date,
): Promise<void> {
  const { manager } = transaction;
  const incident = await lockIncident(manager, incidentId);
  await refuseNotLead(manager, incident, actor);
  const { freezeId } = incident;
  if (freezeId === null || !(await isFrozen(manager, incident)))
    throw conflict('not-frozen', 'Publications are not frozen for this incident.');
  await releasePublications(transaction, jobs, freezeId, reason, actor);
  await finishIncident(manager, incident, actor, [{ event: 'released', params: { freezeId }, reason }], now);
}

export async function isFrozen(manager: EntityManager, { freezeId }: IncidentRecord): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    'select from publication_freeze where id = $1 and released_at is null',
    [freezeId],
  );
  return rows.length > 0;
}
