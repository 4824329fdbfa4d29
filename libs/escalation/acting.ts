import type { EntityManager } from 'typeorm';
import { type DecisionToRecord, recordDecision } from '#audit';
import type { Actor } from '#platform/http';
import { conflict, forbidden, notFound } from '#platform/problem';
import { type LogEntry, writeLog } from './escalation-log.js';
import {
  applyEscalationMove,
  type AskRecord,
  type EscalationRecord,
  lockEscalation,
} from './escalation-record.js';
import { stateByAsks } from './life-cycles.js';
import { mayAct } from './may-act.js';
import { LAST_RESORT } from './policy.js';
import { readPolicies } from './read-policies.js';
import { escalationsChanged } from './wake-engine.js';

export type EscalationActor = Pick<Actor, 'personId' | 'name' | 'roles' | 'permissions' | 'departmentIds'>;

export interface InHand {
  escalation: EscalationRecord;
  asks: AskRecord[];
  ask: AskRecord;
}

/** Locks a question that the person may act on and that is still to be decided; refuses with who decided it and when. */
export async function takeInHand(
  manager: EntityManager,
  actor: EscalationActor,
  escalationId: string,
  askId: string,
): Promise<InHand> {
  const { escalation, asks } = await lockEscalation(manager, escalationId);
  const ask = asks.find(({ id }) => id === askId);
  if (!ask) throw notFound('ask-not-found', 'This escalation asks no such question.');
  const asked = await askedPersons(manager, [ask.id]);
  if (!mayAct(actor, { departmentId: ask.departmentId, askedIds: asked.get(ask.id) ?? [] })) {
    throw forbidden('not-your-escalation', 'Another department is asked.');
  }
  await refuseDecided(manager, escalation, ask);
  return { escalation, asks, ask };
}

/** Who has been asked, by question. */
export async function askedPersons(
  manager: EntityManager,
  askIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows: { askId: string; ids: string[] }[] = await manager.query(
    `select ask_id as "askId", array_agg(distinct person_id::text) as ids from escalation_asked
     where ask_id = any($1::bigint[]) group by ask_id`,
    [askIds],
  );
  return new Map(rows.map(({ askId, ids }) => [askId, ids]));
}

async function refuseDecided(
  manager: EntityManager,
  escalation: EscalationRecord,
  ask: AskRecord,
): Promise<void> {
  const settled = escalation.state === 'decided' || escalation.state === 'closed';
  if (!settled && ask.state !== 'decided') return;
  const by = ask.decidedBy ?? escalation.outcome?.by ?? null;
  const [person]: { name: string }[] = await manager.query(`select name from person where id = $1`, [by]);
  throw conflict(
    'escalation-already-decided',
    settled && escalation.outcome === null
      ? 'This escalation is closed.'
      : `${person?.name ?? 'Somebody'} has decided this already.`,
    {
      by: person?.name ?? null,
      at: (ask.decidedAt ?? escalation.decidedAt ?? escalation.closedAt)?.toISOString() ?? null,
      state: escalation.state,
    },
  );
}

/** Minutes that whoever takes it has to decide, by the policy as it is now. */
export async function decideMinutes(manager: EntityManager, policyId: string | null): Promise<number> {
  const [policy] = policyId === null ? [] : await readPolicies(manager, policyId);
  return policy?.decideMinutes ?? LAST_RESORT.decideMinutes;
}

export function minutesLater(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}

/** The escalation follows its questions, the log and the record are written, the screens and the engine are told. */
export async function finishAct(
  manager: EntityManager,
  now: Date,
  { escalation, asks }: Pick<InHand, 'escalation' | 'asks'>,
  log: readonly LogEntry[],
  record: Omit<DecisionToRecord, 'subjectType' | 'subjectId'>,
): Promise<void> {
  if (escalation.state === 'open' || escalation.state === 'acknowledged') {
    const state = stateByAsks(asks.map((ask) => ask.state));
    const move = state === escalation.state ? null : state === 'open' ? 'release' : 'acknowledge';
    await applyEscalationMove(
      manager,
      escalation,
      move,
      move === 'acknowledge' ? { acknowledgedAt: escalation.acknowledgedAt ?? now } : {},
    );
  }
  await writeLog(manager, now, log);
  await escalationsChanged(manager, [escalation.id]);
  await recordDecision(manager, { ...record, subjectType: 'escalation', subjectId: escalation.id });
}
