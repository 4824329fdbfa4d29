import type { EntityManager } from 'typeorm';
import { readSummaries } from '#mentions';
import { notFound } from '#platform/problem';
import type { SalienceClass } from '#rules/stakeholders';
import type { EscalationActor } from './acting.js';
import type {
  EscalationAttachment,
  EscalationComment,
  EscalationDetail,
  EscalationLogEntry,
} from './contract.js';
import type { AskedPerson } from './duty-book.js';
import { type Decision, mentionIdsOf } from './escalation-record.js';
import { outcomeView, readEscalations } from './read-escalations.js';

/** An escalation with all that is needed to decide on it; private notes only for the department they belong to. */
export async function readEscalationDetail(
  manager: EntityManager,
  actor: EscalationActor,
  escalationId: string,
): Promise<EscalationDetail> {
  const [summary] = await readEscalations(manager, actor, [escalationId]);
  if (!summary) throw notFound('escalation-not-found', 'There is no such escalation.');
  const mentionIds = await mentionIdsOf(manager, escalationId);
  return {
    ...summary,
    mentionSummaries: await readSummaries(manager, mentionIds.slice(0, 50)),
    log: await readLog(manager, escalationId),
    comments: await readComments(manager, actor, escalationId),
    attachments: await readAttachments(manager, actor, escalationId),
    earlier: await readEarlier(manager, escalationId),
    duplicates: await readDuplicates(manager, escalationId),
  };
}

interface LogRead {
  id: string;
  at: Date;
  kind: string;
  departmentId: string | null;
  by: { id: string; name: string } | null;
  round: number | null;
  step: number | null;
  params: Record<string, unknown> & {
    people?: AskedPerson[];
    stakeholderId?: string | null;
    salience?: SalienceClass;
  };
}

async function readLog(manager: EntityManager, escalationId: string): Promise<EscalationLogEntry[]> {
  const rows: LogRead[] = await manager.query(
    `select l.id, l.at, l.kind, a.department_id as "departmentId",
       case when p.id is not null then json_build_object('id', p.id::text, 'name', p.name) end as by,
       l.round, l.step, l.params
     from escalation_log l
     left join escalation_ask a on a.id = l.ask_id
     left join person p on p.id = l.person_id
     where l.escalation_id = $1 order by l.id desc limit 300`,
    [escalationId],
  );
  const ids = rows.flatMap(({ params }) => [
    ...(params.people ?? []).map(({ personId }) => personId),
    ...(typeof params['to'] === 'string' ? [params['to']] : []),
  ]);
  const people: { id: string; name: string }[] = await manager.query(
    `select id, name from person where id = any($1::bigint[])`,
    [[...new Set(ids)]],
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const stakeholders = await namesOfStakeholders(
    manager,
    rows.flatMap(({ params }) => [
      params.stakeholderId,
      ...(params.people ?? []).map(({ stakeholder }) => stakeholder?.stakeholderId),
    ]),
  );
  const named = (id: string) => ({ id, name: stakeholders.get(id) ?? '' });
  return rows.map(({ params: { people: asked, stakeholderId, salience, ...params }, ...row }) => ({
    ...row,
    at: row.at.toISOString(),
    people: (asked ?? []).map(({ personId, because, stakeholder }) => ({
      id: personId,
      name: names.get(personId) ?? '',
      because,
      stakeholder: stakeholder
        ? { ...named(stakeholder.stakeholderId), salience: stakeholder.salience }
        : null,
    })),
    stakeholder: stakeholderId ? { ...named(stakeholderId), ...(salience ? { salience } : {}) } : null,
    params: {
      ...plain(params),
      ...(row.kind === 'reassigned' && typeof params['to'] === 'string'
        ? { toName: names.get(params['to']) ?? '' }
        : {}),
    },
  }));
}

async function namesOfStakeholders(
  manager: EntityManager,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, string>> {
  const rows: { id: string; name: string }[] = await manager.query(
    `select id, name from stakeholder where id = any($1::bigint[])`,
    [[...new Set(ids.filter((id) => typeof id === 'string'))]],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function plain(params: Record<string, unknown>): EscalationLogEntry['params'] {
  return Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) =>
      value === null || ['string', 'number', 'boolean'].includes(typeof value)
        ? [[key, value as string | number | boolean | null]]
        : [],
    ),
  );
}

const VISIBLE = `(private_to is null or private_to = any($2::bigint[]))`;

async function readComments(
  manager: EntityManager,
  actor: EscalationActor,
  escalationId: string,
): Promise<EscalationComment[]> {
  const rows: (Omit<EscalationComment, 'at'> & { at: Date })[] = await manager.query(
    `select c.id, c.at, c.text, c.private_to as "privateTo", json_build_object('id', p.id::text, 'name', p.name) as by,
       coalesce((select json_agg(json_build_object('id', n.id::text, 'name', n.name)) from person n
         where n.id = any(c.mentioned_ids)), '[]') as mentioned
     from escalation_comment c join person p on p.id = c.person_id
     where c.escalation_id = $1 and ${VISIBLE} order by c.id`,
    [escalationId, actor.departmentIds],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

async function readAttachments(
  manager: EntityManager,
  actor: EscalationActor,
  escalationId: string,
): Promise<EscalationAttachment[]> {
  const rows: (Omit<EscalationAttachment, 'at'> & { at: Date })[] = await manager.query(
    `select f.id, f.at, f.name, f.media_type as "mediaType", f.bytes, f.private_to as "privateTo",
       json_build_object('id', p.id::text, 'name', p.name) as by
     from escalation_attachment f join person p on p.id = f.person_id
     where f.escalation_id = $1 and ${VISIBLE} order by f.id`,
    [escalationId, actor.departmentIds],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Of the same topic first, then by how alike the words are. */
async function readEarlier(
  manager: EntityManager,
  escalationId: string,
): Promise<EscalationDetail['earlier']> {
  const rows: {
    id: string;
    question: string;
    excerpt: string | null;
    outcome: Decision & { by: string | null };
    decidedAt: Date | null;
    byName: string | null;
    answerQuestion: { fr: string; en: string } | null;
  }[] = await manager.query(
    `with this as (
       select e.id, e.topic_id, e.question, ${EXCERPT} as words from escalation e where e.id = $1),
     before as (
       select e.id, e.topic_id, e.question, e.outcome, e.decided_at, ${EXCERPT} as words
       from escalation e where e.outcome is not null and e.id <> $1 order by e.id desc limit 300)
     select b.id, b.question, left(b.words, 200) as excerpt, b.outcome, b.decided_at as "decidedAt", p.name as "byName",
       (select json_build_object('fr', v.question_fr, 'en', v.question_en) from answer_version v
        where v.answer_id = (b.outcome->>'answerId')::bigint order by v.number desc limit 1) as "answerQuestion"
     from before b cross join this t left join person p on p.id = (b.outcome->>'by')::bigint
     where b.topic_id = t.topic_id or similarity(b.words, t.words) > 0.2 or similarity(b.question, t.question) > 0.3
     order by (b.topic_id is not distinct from t.topic_id)::integer + similarity(b.words, t.words) desc, b.id desc
     limit 5`,
    [escalationId],
  );
  return rows.map((row) => ({
    id: row.id,
    question: row.question,
    excerpt: row.excerpt ?? '',
    outcome: outcomeView(
      row.outcome,
      { by: row.outcome.by, at: row.decidedAt, confirmedBy: null },
      new Map(row.outcome.by === null ? [] : [[row.outcome.by, row.byName ?? '']]),
    ),
    answerQuestion: row.answerQuestion,
  }));
}

const EXCERPT = `(
  select m.text from escalation_mention em
  join mention_identity i on i.mention_id = em.mention_id
  join mention m on m.id = i.mention_id and m.published_at = i.published_at
  where em.escalation_id = e.id order by em.mention_id limit 1)`;

async function readDuplicates(
  manager: EntityManager,
  escalationId: string,
): Promise<EscalationDetail['duplicates']> {
  const rows: { id: string; question: string; excerpt: string | null }[] = await manager.query(
    `with this as (select e.id, e.realm, e.topic_id, e.question, ${EXCERPT} as words from escalation e where e.id = $1
       and e.state in ('open', 'acknowledged')),
     others as (
       select e.id, e.realm, e.question, ${EXCERPT} as words from escalation e
       where e.state in ('open', 'acknowledged') and e.id <> $1
         and exists (select from escalation_mention em where em.escalation_id = e.id)
       order by e.id desc limit 200)
     select o.id, o.question, left(o.words, 160) as excerpt from others o join this t on t.realm = o.realm
     where similarity(o.words, t.words) > 0.35 or similarity(o.question, t.question) > 0.6
     order by similarity(o.words, t.words) desc limit 5`,
    [escalationId],
  );
  return rows.map((row) => ({ ...row, excerpt: row.excerpt ?? '' }));
}
