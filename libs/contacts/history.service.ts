import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { HistoryEntry, readContactHistory, readMentionContact } from '#contract/contacts';
import type { InputOf, ResponseOf } from '#platform/contract';
import { decodeCursor, encodeCursor } from '#platform/database';
import { invalidField, notFound } from '#platform/problem';
import { firstNameOf } from '#requests';

/** Exchanges are counted up to here. */
const CEILING = 1000;

type HistoryRow = Omit<HistoryEntry, 'at'> & { place: string };

/** What there was with a person, over all their accounts. */
@Injectable()
export class ContactHistoryService {
  constructor(private readonly dataSource: DataSource) {}

  async history(
    contactId: string,
    { cursor, limit }: InputOf<typeof readContactHistory>['query'],
  ): Promise<ResponseOf<typeof readContactHistory>> {
    const [known]: unknown[] = await this.dataSource.query('select 1 from contact where id = $1', [
      contactId,
    ]);
    if (!known) throw notFound('contact-not-found', 'There is no such contact.');
    const [at, kind, id] = cursor === undefined ? ['infinity', '', '0'] : readCursor(cursor);
    const rows: HistoryRow[] = await this.dataSource.query(HISTORY, [contactId, at, kind, id, limit + 1]);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(({ place, ...entry }) => ({ ...entry, at: new Date(place).toISOString() })),
      next: rows.length > items.length && last ? encodeCursor([last.place, last.kind, last.id]) : null,
    };
  }

  async ofMention(mentionId: string): Promise<ResponseOf<typeof readMentionContact>> {
    const [row]: Known[] = await this.dataSource.query(MENTION_CONTACT, [mentionId]);
    if (!row) throw notFound('mention-not-found', 'There is no such mention.');
    return {
      author: row.author,
      contact: row.contact,
      earlier: row.earlier,
      open: row.open,
      ceiling: CEILING,
      proposals: row.proposals,
      firstName: firstNameOf(row.contact?.name ?? null),
    };
  }
}

type Known = Pick<
  ResponseOf<typeof readMentionContact>,
  'author' | 'contact' | 'earlier' | 'open' | 'proposals'
>;

function readCursor(cursor: string): [string, string, string] {
  const [at, kind, id] = decodeCursor(cursor, 3) ?? [];
  if (
    typeof at === 'string' &&
    /^\d{4,6}-\d\d-\d\dT[\d:.]+Z$/.test(at) &&
    !Number.isNaN(Date.parse(at)) &&
    typeof kind === 'string' &&
    typeof id === 'string' &&
    /^\d{1,18}$/.test(id)
  )
    return [at, kind, id];
  throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list');
}

const before = (at: string, kind: string, id: string) => `
  ${at} <= $2::timestamptz and (${at}, '${kind}'::text, ${id}) < ($2::timestamptz, $3::text, $4::bigint)`;
const PLACE = `to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Each kind gives no more than a page of its newest, and the page is the newest of all these. */
const HISTORY = `
  with accounts as (select author_id from contact_author where contact_id = $1),
  posts as materialized (
    select m.id, m.network from accounts join mention m on m.author_id = accounts.author_id
    where m.assessed_at is not null
  ),
  entries as (
    (select 'mention' as kind, m.id, m.published_at as at, m.id as mention_id, m.network, m.text, m.state,
       null::text as reason, null::text as by
     from accounts cross join lateral (
       select * from mention m where m.author_id = accounts.author_id and m.assessed_at is not null
         and ${before('m.published_at', 'mention', 'm.id')}
       order by m.published_at desc, m.id desc limit $5) m)
    union all
    (select 'reply', r.id, r.sent_at, r.mention_id, posts.network, r.text, r.state, null, p.name
     from posts join reply r on r.mention_id = posts.id join person p on p.id = r.person_id
     where r.state = 'sent' and ${before('r.sent_at', 'reply', 'r.id')}
     order by r.sent_at desc, r.id desc limit $5)
    union all
    (select 'escalation', e.id, e.opened_at, e.mention_id, e.network, e.question, e.state, null, p.name
     from (
       select distinct on (e.id) e.*, posts.id as mention_id, posts.network
       from posts join escalation_mention em on em.mention_id = posts.id join escalation e on e.id = em.escalation_id
       order by e.id, posts.id desc) e left join person p on p.id = e.opened_by
     where ${before('e.opened_at', 'escalation', 'e.id')}
     order by e.opened_at desc, e.id desc limit $5)
    union all
    (select 'decision', d.id, d.at, d.mention_id, posts.network, d.note, d.action, d.reason, p.name
     from posts join decision d on d.mention_id = posts.id left join person p on p.id = d.person_id
     where d.undone_at is null and ${before('d.at', 'decision', 'd.id')}
     order by d.at desc, d.id desc limit $5)
  )
  select kind, id, ${PLACE} as place, mention_id as "mentionId", network, left(text, 500) as text, state, reason, by
  from entries order by at desc, kind desc, id desc limit $5`;

const MENTION_CONTACT = `
  with subject as (
    select m.id, m.published_at, m.author_id
    from mention_identity i join mention m on m.id = i.mention_id and m.published_at = i.published_at
    where i.mention_id = $1 and m.assessed_at is not null and not m.own
  ),
  mine as (
    select c.id, c.name, c.organisation from subject join contact_author ca on ca.author_id = subject.author_id
      join contact c on c.id = ca.contact_id
  ),
  accounts as (
    select ca.author_id from mine join contact_author ca on ca.contact_id = mine.id
    union select author_id from subject where author_id is not null
  )
  select
    (select jsonb_build_object('id', a.id::text, 'network', a.network, 'handle', a.handle, 'name', a.name)
     from author a where a.id = subject.author_id and a.erased_at is null) as author,
    (select jsonb_build_object('id', id::text, 'name', name, 'organisation', organisation) from mine) as contact,
    (select count(*)::int from (
       select from accounts join mention m on m.author_id = accounts.author_id
       where m.assessed_at is not null and (m.published_at, m.id) < (subject.published_at, subject.id)
       limit ${CEILING}) earlier) as earlier,
    (select count(*)::int from (
       select from accounts join mention m on m.author_id = accounts.author_id
       where m.assessed_at is not null and m.id <> subject.id and m.state in ('new', 'in_progress', 'escalated')
       limit ${CEILING}) still_open) as open,
    (select count(*)::int from contact_proposal p
     where p.state = 'open' and (p.first_author_id = subject.author_id or p.second_author_id = subject.author_id)
       and not (exists (select from contact_author where author_id = p.first_author_id)
         and exists (select from contact_author where author_id = p.second_author_id))) as proposals
  from subject`;
