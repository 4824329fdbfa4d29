import type { EntityManager } from 'typeorm';
import type { Realm } from '#platform/contract';
import type { InvitationReport } from './contract-colleagues.js';

interface Figures {
  replies: number;
  reach: number;
  medianSeconds: number | null;
}

interface Row extends Figures {
  id: string | null;
}

/**
 * Published replies of invited colleagues since a moment, by a column of the invitation or all together. The reach counts
 * each author once, by the most followers seen; the median goes from the invitation to the publication.
 */
function figuresBy(
  manager: EntityManager,
  column: 'taken_by' | 'field_id' | null,
  realm: Realm,
  since: Date,
): Promise<Row[]> {
  const key = column === null ? 'null::bigint' : `i.${column}`;
  return manager.query(
    `with answered as (
       select ${key} as id, extract(epoch from r.sent_at - i.asked_at) as seconds,
         m.network || ':' || coalesce(m.author_handle, m.id::text) as author, coalesce(m.author_followers, 0) as followers
       from reply r join answer_invitation i on i.id = r.invitation_id
         join mention_identity mi on mi.mention_id = r.mention_id
         join mention m on m.id = mi.mention_id and m.published_at = mi.published_at
       where r.invitation_id is not null and r.state = 'sent' and r.realm = $1 and r.sent_at >= $2),
     reached as (
       select id, sum(followers)::float8 as reach
       from (select id, author, max(followers) as followers from answered group by id, author) once group by id)
     select a.id, count(*)::integer as replies, max(reached.reach) as reach,
       percentile_cont(0.5) within group (order by a.seconds)::float8 as "medianSeconds"
     from answered a join reached on reached.id is not distinct from a.id
     group by a.id order by count(*) desc, a.id`,
    [realm, since],
  );
}

/** Answers and reach of invited colleagues in the days before now. */
export async function readReport(
  manager: EntityManager,
  realm: Realm,
  days: number,
  now: Date,
): Promise<InvitationReport> {
  const since = new Date(now.getTime() - days * 86_400_000);
  const [total] = await figuresBy(manager, null, realm, since);
  const byPerson = await figuresBy(manager, 'taken_by', realm, since);
  const byField = await figuresBy(manager, 'field_id', realm, since);
  const people: { id: string; name: string }[] = await manager.query(
    'select id, name from person where id = any($1::bigint[])',
    [byPerson.map(({ id }) => id)],
  );
  const fields: { id: string; fr: string; en: string }[] = await manager.query(
    'select id, name_fr as fr, name_en as en from field_of_expertise where id = any($1::bigint[])',
    [byField.flatMap(({ id }) => id ?? [])],
  );
  return {
    since: since.toISOString(),
    total: total ? figures(total) : { replies: 0, reach: 0, medianSeconds: null },
    people: byPerson.flatMap((row) => {
      const person = people.find(({ id }) => id === row.id);
      return person ? [{ ...figures(row), person }] : [];
    }),
    fields: byField.flatMap((row) => {
      const field = fields.find(({ id }) => id === row.id);
      return field
        ? [{ ...figures(row), field: { id: field.id, name: { fr: field.fr, en: field.en } } }]
        : [];
    }),
  };
}

function figures({ replies, reach, medianSeconds }: Row): Figures {
  return { replies, reach, medianSeconds };
}
