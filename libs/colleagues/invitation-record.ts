import type { EntityManager } from 'typeorm';
import type { Realm } from '#platform/contract';
import { notFound } from '#platform/problem';
import type { AnswerInvitationView } from './contract-invitations.js';
import type { InvitationState } from './invitation-life-cycle.js';

/** An invitation as stored, with the names that a reader needs. */
export interface InvitationRecord {
  id: string;
  mentionId: string;
  realm: Realm;
  state: InvitationState;
  personId: string | null;
  personName: string | null;
  fieldId: string | null;
  fieldName: { fr: string; en: string } | null;
  takenBy: string | null;
  takenByName: string | null;
  note: string;
  level: number;
  askedBy: string;
  askedByName: string;
  askedAt: Date;
  dueAt: Date;
  stateAt: Date;
  endReason: string | null;
  asked: number;
  passed: number;
  reply: AnswerInvitationView['reply'];
}

const SELECT = `
  select i.id, i.mention_id as "mentionId", i.realm, i.state, i.person_id as "personId", person.name as "personName",
    i.field_id as "fieldId",
    case when f.id is not null then jsonb_build_object('fr', f.name_fr, 'en', f.name_en) end as "fieldName",
    i.taken_by as "takenBy", taker.name as "takenByName", i.note, i.level, i.asked_by as "askedBy",
    asker.name as "askedByName", i.asked_at as "askedAt", i.due_at as "dueAt", i.state_at as "stateAt",
    i.end_reason as "endReason", people.asked, people.passed,
    (select jsonb_build_object('id', r.id::text, 'state', r.state, 'text', r.text,
       'question', case when variant.language = 'fr' then v.question_fr else v.question_en end,
       'awaitsLook', r.state = 'awaiting_second' and r.second_asked = 'invitation')
     from reply r join answer_version v on v.id = r.answer_version_id
       join answer_variant variant on variant.id = r.answer_variant_id
     where r.invitation_id = i.id order by r.id desc limit 1) as reply
  from answer_invitation i
    join person asker on asker.id = i.asked_by
    left join person on person.id = i.person_id
    left join person taker on taker.id = i.taken_by
    left join field_of_expertise f on f.id = i.field_id
    cross join lateral (
      select count(*)::integer as asked, (count(*) filter (where declined_at is not null))::integer as passed
      from answer_invitation_person where invitation_id = i.id
    ) people`;

/** Invitations under a condition over `i`; `tail` is the order and the limit. */
export function readInvitations(
  manager: EntityManager,
  condition: string,
  values: readonly unknown[],
  tail = 'order by i.id',
): Promise<InvitationRecord[]> {
  return manager.query(`${SELECT} where ${condition} ${tail}`, [...values]);
}

export async function readInvitation(
  manager: EntityManager,
  invitationId: string,
): Promise<InvitationRecord> {
  const [invitation] = await readInvitations(manager, 'i.id = $1', [invitationId]);
  if (!invitation) throw notFound('invitation-not-found', `There is no invitation ${invitationId}.`);
  return invitation;
}

/** Every change of an invitation holds the lock of its row; mentions and replies are locked before it, never after. */
export async function lockInvitation(
  manager: EntityManager,
  invitationId: string,
): Promise<InvitationRecord> {
  await manager.query('select id from answer_invitation where id = $1 for update', [invitationId]);
  return readInvitation(manager, invitationId);
}

export function invitationView(record: InvitationRecord): AnswerInvitationView {
  const { personId, fieldId, fieldName, takenBy } = record;
  return {
    id: record.id,
    mentionId: record.mentionId,
    realm: record.realm,
    state: record.state,
    person: personId === null ? null : { id: personId, name: record.personName ?? '' },
    field: fieldId === null || fieldName === null ? null : { id: fieldId, name: fieldName },
    asked: record.asked,
    passed: record.passed,
    takenBy: takenBy === null ? null : { id: takenBy, name: record.takenByName ?? '' },
    note: record.note,
    askedBy: { id: record.askedBy, name: record.askedByName },
    askedAt: record.askedAt.toISOString(),
    dueAt: record.dueAt.toISOString(),
    stateAt: record.stateAt.toISOString(),
    endReason: record.endReason,
    reply: record.reply,
  };
}
