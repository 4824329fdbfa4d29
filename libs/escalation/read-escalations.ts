import type { EntityManager } from 'typeorm';
import type { EscalationAsk, EscalationOutcome, EscalationSummary } from './contract.js';
import { askedPersons, type EscalationActor } from './acting.js';
import {
  type AskRecord,
  type Decision,
  ESCALATION_COLUMNS,
  type EscalationRecord,
  readAsks,
} from './escalation-record.js';
import { isLive } from './life-cycles.js';
import { mayAct } from './may-act.js';
import { loudnessOf } from './next-move.js';

export interface EscalationRow extends EscalationRecord {
  policyName: string | null;
  mentions: number;
  excerpt: string | null;
  network: string | null;
  authorName: string | null;
}

/** Escalations by ids, in that order, as the person who reads sees them. Four statements, however many. */
export async function readEscalations(
  manager: EntityManager,
  actor: EscalationActor,
  ids: readonly string[],
): Promise<EscalationSummary[]> {
  if (ids.length === 0) return [];
  const rows: EscalationRow[] = await manager.query(
    `select ${ESCALATION_COLUMNS}, p.name as "policyName", s.mentions, f.excerpt, f.network, f."authorName"
     from unnest($1::bigint[]) with ordinality as given(id, place)
     join escalation e on e.id = given.id
     left join escalation_policy p on p.id = e.policy_id
     cross join lateral (
       select count(*)::integer as mentions, min(em.mention_id) as first
       from escalation_mention em where em.escalation_id = e.id) s
     left join lateral (
       select left(m.text, 280) as excerpt, m.network, coalesce(m.author_name, m.author_handle) as "authorName"
       from mention_identity i join mention m on m.id = i.mention_id and m.published_at = i.published_at
       where i.mention_id = s.first) f on true
     order by given.place`,
    [ids],
  );
  const asks = await readAsks(manager, ids);
  const asked = await askedPersons(
    manager,
    asks.filter(({ state }) => isLive(state)).map(({ id }) => id),
  );
  const names = await namesOf(manager, rows, asks);
  return rows.map((row) => viewEscalation(row, asks, { actor, asked, names }));
}

type Names = ReadonlyMap<string, string>;

export async function namesOf(
  manager: EntityManager,
  rows: readonly EscalationRecord[],
  asks: readonly AskRecord[],
): Promise<Names> {
  const ids = [
    ...rows.flatMap(({ openedBy, outcome }) => [openedBy, outcome?.by ?? null]),
    ...asks.flatMap(({ ownerId, decidedBy, confirmedBy }) => [ownerId, decidedBy, confirmedBy]),
  ].filter((id) => id !== null);
  const people: { id: string; name: string }[] = await manager.query(
    `select id, name from person where id = any($1::bigint[])`,
    [[...new Set(ids)]],
  );
  return new Map(people.map(({ id, name }) => [id, name]));
}

function viewEscalation(
  row: EscalationRow,
  asks: readonly AskRecord[],
  { actor, asked, names }: { actor: EscalationActor; asked: ReadonlyMap<string, string[]>; names: Names },
): EscalationSummary {
  const own = asks.filter(({ escalationId }) => escalationId === row.id);
  const deciding = own.findLast(({ decidedBy }) => decidedBy !== null && decidedBy === row.outcome?.by);
  return {
    id: row.id,
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    realm: row.realm,
    level: row.level,
    topicId: row.topicId,
    question: row.question,
    why: row.why,
    state: row.state,
    policy: row.policyId === null ? null : { id: row.policyId, name: row.policyName ?? '' },
    mode: row.mode,
    rule: row.rule,
    needed: row.needed,
    openedBy: personView(row.openedBy, names),
    openedAt: row.openedAt.toISOString(),
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    closeReason: row.closeReason,
    mergedInto: row.mergedInto,
    reopened: row.reopened,
    outcome: row.outcome
      ? outcomeView(
          row.outcome,
          { by: row.outcome.by, at: row.decidedAt, confirmedBy: deciding?.confirmedBy ?? null },
          names,
        )
      : null,
    effect: row.effect,
    asks: own.map((ask) => viewAsk(ask, own, { actor, asked: asked.get(ask.id) ?? [], names })),
    mentions: row.mentions,
    excerpt: row.excerpt ?? '',
    network: row.network,
    authorName: row.authorName,
  };
}

function viewAsk(
  ask: AskRecord,
  asks: readonly AskRecord[],
  { actor, asked, names }: { actor: EscalationActor; asked: readonly string[]; names: Names },
): EscalationAsk {
  return {
    id: ask.id,
    departmentId: ask.departmentId,
    state: ask.state,
    owner: personView(ask.ownerId, names),
    round: ask.round,
    loudness: loudnessOf(ask.round, ask.loudFrom),
    nextAt: isLive(ask.state) ? (ask.nextAt?.toISOString() ?? null) : null,
    snoozedUntil: ask.snoozedUntil?.toISOString() ?? null,
    acknowledgedAt: ask.acknowledgedAt?.toISOString() ?? null,
    decision: ask.decision
      ? outcomeView(
          ask.decision,
          { by: ask.decidedBy, at: ask.decidedAt, confirmedBy: ask.confirmedBy },
          names,
        )
      : null,
    mayAct: isLive(ask.state) && mayAct(actor, { departmentId: ask.departmentId, askedIds: asked }),
    canHandBack: asks.some(({ id }) => id === ask.handedFrom),
  };
}

export function outcomeView(
  decision: Decision,
  { by, at, confirmedBy }: { by: string | null; at: Date | null; confirmedBy: string | null },
  names: Names,
): EscalationOutcome {
  return {
    kind: decision.kind,
    note: decision.note,
    reason: decision.reason ?? null,
    answerId: decision.answerId ?? null,
    draftAnswerId: decision.draftAnswerId ?? null,
    by: personView(by, names),
    confirmedBy: personView(confirmedBy, names),
    at: at?.toISOString() ?? null,
  };
}

function personView(id: string | null, names: Names): { id: string; name: string } | null {
  return id === null ? null : { id, name: names.get(id) ?? '' };
}
