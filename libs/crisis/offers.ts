import type { EntityManager } from 'typeorm';
import { exerciseMark, notify } from '#notifications';
import { conflict, forbidden, invalidField, notFound } from '#platform/problem';
import {
  applyIncidentMove,
  type Done,
  finishIncident,
  type IncidentActor,
  type IncidentRecord,
  lockOpenIncident,
  refuseNotLead,
} from './incident-record.js';
import { type IncidentRole, moveOffer, type OfferMove, type OfferState } from './life-cycles.js';
import { personWho, rightOf } from './people.js';
import { ACCEPT_MINUTES, incidentLevel } from './targets.js';
import { ROLE_NAMES } from './words.js';

interface OfferRecord {
  id: string;
  role: IncidentRole;
  personId: string;
  personName: string;
  state: OfferState;
  proposedBy: string;
  handOver: string | null;
}

/**
 * Offers a role, in the caller's transaction. An offer of the same role that nobody has answered is withdrawn; whoever
 * holds the role holds it until the new one accepts. The lead is handed over by the one who leads, with a written state.
 * Throws `unknown-person`, `has-it-already`, `hand-over-needed` and `not-the-lead`.
 */
export async function offer(
  manager: EntityManager,
  actor: IncidentActor,
  incidentId: string,
  given: { role: IncidentRole; personId: string; handOver?: string },
  now: Date,
): Promise<void> {
  const incident = await lockOpenIncident(manager, incidentId);
  await personWho(manager, given.personId, rightOf(given.role), 'personId');
  const live = (await readOffers(manager, incident.id)).filter(({ role }) => role === given.role);
  const same = live.find(({ personId }) => personId === given.personId);
  if (same) {
    throw conflict('has-it-already', `${same.personName} has this role, or has been asked.`, {
      state: same.state,
    });
  }
  const holder = live.find(({ state }) => state === 'accepted');
  if (given.role === 'lead' && holder) {
    await refuseNotLead(manager, incident, actor);
    if (!given.handOver)
      throw invalidField('handOver', 'hand-over-needed', 'is needed: say where things stand');
  }
  const done: Done[] = [];
  for (const pending of live.filter(({ state }) => state === 'proposed')) {
    await moveOfferTo(manager, pending, 'withdraw', now);
    done.push({ event: 'role_withdrawn', params: { role: pending.role, person: pending.personName } });
  }
  done.push(...(await insertOffer(manager, incident, actor, given, now)));
  await finishIncident(manager, incident, actor, done, now);
}

/** The row, and the notice to whoever is asked; one who offers a role to themselves has accepted it. */
export async function insertOffer(
  manager: EntityManager,
  incident: IncidentRecord,
  actor: IncidentActor,
  { role, personId, handOver }: { role: IncidentRole; personId: string; handOver?: string },
  now: Date,
): Promise<Done[]> {
  const minutes = ACCEPT_MINUTES[incidentLevel(incident.level)];
  const [row]: { id: string }[] = await manager.query(
    `insert into incident_role (incident_id, role, person_id, proposed_by, proposed_at, due_at, hand_over)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [
      incident.id,
      role,
      personId,
      actor.personId,
      now,
      new Date(now.getTime() + minutes * 60_000),
      handOver ?? null,
    ],
  );
  if (!row) throw new Error('the offer was not stored');
  if (personId === actor.personId) return accept(manager, incident, row.id, now);
  const [person]: { name: string }[] = await manager.query('select name from person where id = $1', [
    personId,
  ]);
  await notify(manager, {
    kind: 'incident.role_offered',
    personIds: [personId],
    level: incident.level,
    groupKey: `incident.role_offered:${incident.id}`,
    params: {
      ...exerciseMark(incident.realm),
      title: incident.title,
      by: actor.name,
      role_fr: ROLE_NAMES[role].fr,
      role_en: ROLE_NAMES[role].en,
    },
    link: `/incidents/${incident.id}`,
  });
  return [
    { event: 'role_offered', params: { role, person: person?.name ?? '', handOver: handOver ?? null } },
  ];
}

/**
 * Accepts or declines, in the caller's transaction. Throws `offer-not-found`, `not-your-offer` and
 * `transition-not-allowed`.
 */
export async function answerOffer(
  manager: EntityManager,
  actor: IncidentActor,
  { incidentId, offerId }: { incidentId: string; offerId: string },
  answer: { answer: 'accept' } | { answer: 'decline'; reason: string },
  now: Date,
): Promise<void> {
  const incident = await lockOpenIncident(manager, incidentId);
  const [given]: OfferRecord[] = await manager.query(`${OFFERS} where o.incident_id = $1 and o.id = $2`, [
    incidentId,
    offerId,
  ]);
  if (!given) throw notFound('offer-not-found', 'This role was not offered here.');
  if (given.personId !== actor.personId)
    throw forbidden('not-your-offer', `This role was offered to ${given.personName}.`);
  const done: Done[] = [];
  if (answer.answer === 'accept') done.push(...(await accept(manager, incident, offerId, now)));
  else {
    await moveOfferTo(manager, given, 'decline', now, answer.reason);
    const params = { role: given.role, person: given.personName };
    done.push({ event: 'role_declined', params, reason: answer.reason });
  }
  if (given.proposedBy !== actor.personId) {
    await notify(manager, {
      kind: 'incident.role_answered',
      personIds: [given.proposedBy],
      level: incident.level,
      groupKey: `incident.role_answered:${incident.id}`,
      params: {
        ...exerciseMark(incident.realm),
        title: incident.title,
        by: actor.name,
        role_fr: ROLE_NAMES[given.role].fr,
        role_en: ROLE_NAMES[given.role].en,
        answer_fr: answer.answer === 'accept' ? 'accepté' : 'décliné',
        answer_en: answer.answer === 'accept' ? 'accepted' : 'declined',
        ...(answer.answer === 'decline' ? { reason: answer.reason } : {}),
      },
      link: `/incidents/${incident.id}`,
    });
  }
  await finishIncident(manager, incident, actor, done, now);
}

/** Whoever held the role before is replaced in the same step; the first lead starts the incident. */
async function accept(
  manager: EntityManager,
  incident: IncidentRecord,
  offerId: string,
  now: Date,
): Promise<Done[]> {
  const offers = await readOffers(manager, incident.id);
  const accepted = offers.find(({ id }) => id === offerId);
  if (!accepted || accepted.state !== 'proposed') {
    throw conflict('transition-not-allowed', 'This offer has been answered, or taken back.', {
      state: accepted?.state ?? 'withdrawn',
      move: 'accept',
    });
  }
  const holder = offers.find(({ role, state }) => role === accepted.role && state === 'accepted');
  if (holder) await moveOfferTo(manager, holder, 'replace', now);
  await moveOfferTo(manager, accepted, 'accept', now);
  const params = { role: accepted.role, person: accepted.personName };
  const done: Done[] =
    holder && accepted.role === 'lead'
      ? [
          {
            event: 'lead_handed_over',
            params: { ...params, before: holder.personName, handOver: accepted.handOver },
          },
        ]
      : [{ event: 'role_accepted', params: { ...params, before: holder?.personName ?? null } }];
  if (accepted.role === 'lead' && incident.state === 'declared') {
    await applyIncidentMove(manager, incident, 'start', { runningAt: incident.runningAt ?? now });
    done.push({ event: 'started', params: {} });
  }
  return done;
}

const OFFERS = `
  select o.id, o.role, o.person_id as "personId", p.name as "personName", o.state, o.proposed_by as "proposedBy",
    o.hand_over as "handOver"
  from incident_role o join person p on p.id = o.person_id`;

/** Offers that wait for an answer, and those that are held. */
function readOffers(manager: EntityManager, incidentId: string): Promise<OfferRecord[]> {
  return manager.query(
    `${OFFERS} where o.incident_id = $1 and o.state in ('proposed', 'accepted') order by o.id`,
    [incidentId],
  );
}

async function moveOfferTo(
  manager: EntityManager,
  given: OfferRecord,
  move: OfferMove,
  now: Date,
  reason: string | null = null,
): Promise<void> {
  const state = moveOffer(given.state, move);
  if (!state) {
    throw conflict('transition-not-allowed', `This offer is ${given.state}: it cannot be changed so.`, {
      state: given.state,
      move,
    });
  }
  const answered = move === 'accept' || move === 'decline';
  await manager.query(
    `update incident_role set state = $2, answered_at = case when $3 then $4 else answered_at end,
       ended_at = case when $3 then ended_at else $4 end, reason = coalesce($5, reason) where id = $1`,
    [given.id, state, answered, now, reason],
  );
  given.state = state;
}
