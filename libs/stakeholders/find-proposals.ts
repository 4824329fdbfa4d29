import type { EntityManager } from 'typeorm';
import type { AttachReason, ProposedAuthorView } from '#contract/stakeholders';
import { ACCOUNT_COLUMNS, MENTIONS_COLUMN } from './author-accounts.js';
import { fold } from './fold.js';
import { PRESS_WORDS, tellingWords } from './telling-words.js';

/** So many are proposed at a time; whoever decides on them sees the next ones. */
const MOST_PROPOSED = 20;
/** Looked at for each reason. */
const OF_REASON = 40;

type Found = Omit<ProposedAuthorView, 'reasons'> & { reasons: AttachReason[] };

/**
 * Accounts that may speak for a stakeholder, those with the most reasons first. Found as they are asked for, each reason
 * through an index and bounded: nothing is stored, so nothing goes stale. Left out are accounts that speak for somebody
 * already, and those once said not to speak for this one.
 */
export async function findProposals(
  manager: EntityManager,
  stakeholder: { id: string; realm: string; name: string; category: string },
): Promise<ProposedAuthorView[]> {
  const words = tellingWords(stakeholder.name);
  const rows: Found[] = await manager.query(PROPOSALS, [
    stakeholder.id,
    stakeholder.realm,
    words.length === 0 ? null : words.map((word) => `%${escaped(word)}%`),
    words.length === 0 ? null : words.join(' '),
    stakeholder.category === 'press' ? PRESS_WORDS : null,
    OF_REASON,
    MOST_PROPOSED,
    stakeholder.name,
    `%${escaped(fold(stakeholder.name))}%`,
  ]);
  return rows;
}

/** `$3` likes for each telling word of the name, `$4` the words; `$5` an expression for press; `$8` the name, `$9` a like of it folded. */
export const PROPOSALS = `
  with reason as (
    (select ca.author_id as id, 'same_contact' as code, c.name as value, 4 as weight
    from stakeholder_author sa
    join contact_author mine on mine.author_id = sa.author_id
    join contact_author ca on ca.contact_id = mine.contact_id and ca.author_id <> sa.author_id
    join contact c on c.id = ca.contact_id
    where sa.stakeholder_id = $1 limit $6)
    union all
    (select ca.author_id, 'same_organisation', c.organisation, 3
    from contact c join contact_author ca on ca.contact_id = c.id
    where c.realm = $2 and c.merged_into is null and c.erased_at is null and c.search like $9
      and lower(c.organisation) = lower($8) limit $6)
    union all
    (select a.id, 'named_alike', coalesce(a.name, a.handle, a.key), 2
    from author a
    where $3::text[] is not null and a.realm = $2 and a.erased_at is null
      and (a.key || ' ' || lower(coalesce(a.name, ''))) like ($3::text[])[1]
      and (a.key || ' ' || lower(coalesce(a.name, ''))) like all($3::text[]) limit $6)
    union all
    (select a.id, 'bio_names_it', $4, 2
    from author a
    where $4::text is not null and a.realm = $2 and a.erased_at is null and a.bio is not null
      and lower(a.bio) like ($3::text[])[1] and lower(a.bio) like all($3::text[]) limit $6)
  ), told as (
    select id, max(weight) + count(*) as weight,
      jsonb_agg(distinct jsonb_build_object('code', code, 'value', value)) as reasons
    from reason r
    where not exists (select from stakeholder_author sa where sa.author_id = r.id)
      and not exists (select from stakeholder_dismissal d where d.author_id = r.id and d.stakeholder_id = $1)
    group by id
  )
  select ${ACCOUNT_COLUMNS}, ${MENTIONS_COLUMN},
    told.reasons || case when $5::text is not null and coalesce(a.bio, '') ~* $5
      then jsonb_build_array(jsonb_build_object('code', 'seems_press', 'value', substring(a.bio from $5)))
      else '[]'::jsonb end as reasons
  from told join author a on a.id = told.id
  order by told.weight desc, a.id desc limit $7`;

/** A text as a part of a LIKE pattern. */
function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}
