import type { EntityManager } from 'typeorm';
import { firstNameOf } from '#requests';
import type { MyInvitation } from './contract-mine.js';
import type { InvitationState } from './invitation-life-cycle.js';
import { currentPolicy } from './policy.js';

interface Row {
  id: string;
  realm: MyInvitation['realm'];
  state: InvitationState;
  mine: boolean;
  passed: boolean;
  takenBy: string | null;
  askedBy: string;
  field: MyInvitation['field'];
  note: string;
  askedAt: Date;
  dueAt: Date;
  network: string;
  url: string | null;
  authorName: string | null;
  authorHandle: string | null;
  text: string;
  language: string;
  publishedAt: Date;
  erased: boolean;
  wording: number;
  account: string | null;
  reply:
    | (Omit<NonNullable<MyInvitation['reply']>, 'problem'> & { code: string | null; detail: string | null })
    | null;
}

/** `$1` is the person: nobody reads an invitation that is not addressed to them. What another one picked stays theirs. */
const SELECT = `
  select i.id, i.realm, i.state, coalesce(i.taken_by = $1, false) as mine, me.declined_at is not null as passed,
    taker.name as "takenBy", asker.name as "askedBy",
    case when f.id is not null then jsonb_build_object('id', f.id::text,
      'name', jsonb_build_object('fr', f.name_fr, 'en', f.name_en)) end as field,
    i.note, i.asked_at as "askedAt", i.due_at as "dueAt", m.network, m.url, m.author_name as "authorName",
    m.author_handle as "authorHandle", m.text, m.language, m.published_at as "publishedAt",
    m.erased_at is not null as erased, m.wording, source.name as account,
    case when i.taken_by = $1 then (
      select jsonb_build_object('state', r.state, 'text', r.text, 'dueAt', r.due_at, 'url', r.url, 'code', r.problem_code,
        'detail', r.problem_detail)
      from reply r where r.invitation_id = i.id order by r.id desc limit 1) end as reply
  from answer_invitation_person me
    join answer_invitation i on i.id = me.invitation_id
    join person asker on asker.id = i.asked_by
    left join person taker on taker.id = i.taken_by
    left join field_of_expertise f on f.id = i.field_id
    join mention_identity mi on mi.mention_id = i.mention_id
    join mention m on m.id = mi.mention_id and m.published_at = mi.published_at
    left join source on source.id = m.source_id
  where me.person_id = $1`;

/** Those that wait for the person, the most urgent first, then the latest others; no more than 50. */
export async function readMyInvitations(manager: EntityManager, personId: string): Promise<MyInvitation[]> {
  const rows: Row[] = await manager.query(
    `${SELECT} order by (me.declined_at is null and (i.state = 'open' or (i.state = 'taken' and i.taken_by = $1))) desc,
       case when i.state in ('open', 'taken') then i.due_at end, i.id desc limit 50`,
    [personId],
  );
  return views(manager, rows);
}

/** Null where there is none, or it is addressed to others. */
export async function readMyInvitation(
  manager: EntityManager,
  personId: string,
  invitationId: string,
): Promise<MyInvitation | null> {
  const rows: Row[] = await manager.query(`${SELECT} and i.id = $2`, [personId, invitationId]);
  return (await views(manager, rows))[0] ?? null;
}

async function views(manager: EntityManager, rows: readonly Row[]): Promise<MyInvitation[]> {
  const { confirm } = await currentPolicy(manager);
  return rows.map((row) => ({
    id: row.id,
    realm: row.realm,
    state: row.state,
    mine: row.mine,
    passed: row.passed,
    takenBy: row.takenBy,
    askedBy: row.askedBy,
    field: row.field,
    note: row.note,
    askedAt: row.askedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    confirm,
    post: {
      network: row.network,
      url: row.url,
      author: row.authorName ?? row.authorHandle,
      firstName: firstNameOf(row.authorName),
      text: row.text,
      language: row.language,
      publishedAt: row.publishedAt.toISOString(),
      erased: row.erased,
      wording: row.wording,
    },
    account: row.account,
    reply: row.reply && {
      state: row.reply.state,
      text: row.reply.text,
      dueAt: new Date(row.reply.dueAt).toISOString(),
      url: row.reply.url,
      problem: row.reply.code === null ? null : { code: row.reply.code, detail: row.reply.detail ?? '' },
    },
  }));
}
