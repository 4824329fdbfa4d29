import type { Realm } from '#platform/contract';
import { openChangeRequestsSql } from './change-request-record.js';
import type { AnswerSummary, LibrarySort, VersionState } from './contract.js';
import { searchWords } from './typed-words.js';
import { isCurrentSql } from './version-record.js';

export interface LibraryFilter {
  search?: string | undefined;
  state?: VersionState[] | undefined;
  kind?: string | undefined;
  departmentId?: string | undefined;
  topicId?: string | undefined;
  /** Only versions in review that this department has not decided on. */
  awaitingDepartmentId?: string | undefined;
  /** The person for whom to keep only what waits for them. */
  awaiting?: Approving | undefined;
  answerIds?: readonly string[] | undefined;
  sort?: LibrarySort | undefined;
  /** Of which networks the uses are counted; of all when it is missing. */
  realm?: Realm | undefined;
}

export interface Approving {
  personId: string;
  departmentIds: readonly string[];
}

/** SQL: version `v` is in review, waits for a department of the person's, and is not of their own words. */
export function awaitsSql(v: string, person: string, departments: string): string {
  return `(${v}.state = 'in_review' and ${v}.author_id <> ${person} and ${person} <> all(${v}.editor_ids)
    and exists (select from unnest(${v}.department_ids) asked(id) where asked.id = any(${departments})
      and not exists (select from answer_approval approval
        where approval.version_id = ${v}.id and approval.department_id = asked.id and not approval.void)))`;
}

/** SQL: version `v` is in review, and the department has still to decide on it. */
export function awaitsDepartmentSql(v: string, department: string): string {
  return `(${v}.state = 'in_review' and ${department} = any(${v}.department_ids)
    and not exists (select from answer_approval approval
      where approval.version_id = ${v}.id and approval.department_id = ${department} and not approval.void))`;
}

/** The tsquery of words typed so far, in one language: all of them, the last one as a beginning. */
export function searchQuerySql(language: 'fr' | 'en', whole: string, last: string): string {
  return `(to_tsquery('passerelle_${language}', ${whole}) && (to_tsquery('passerelle_${language}', ${last})
    || to_tsquery('passerelle_plain', ${last})))`;
}

/** The values of a search for `searchQuerySql`: the whole words as an AND, and the last as a prefix. */
export function searchValues(search: string): { whole: string; last: string } | null {
  const words = searchWords(search);
  const last = words.at(-1);
  if (last === undefined) return null;
  return { whole: words.slice(0, -1).join(' & '), last: `${last}:*` };
}

export interface LibraryRow {
  id: string;
  kind: AnswerSummary['kind'];
  updated_at: Date;
  sort_key: string;
  state: VersionState;
  number: number;
  question_fr: string;
  question_en: string;
  department_ids: string[];
  topic_id: string | null;
  sensitivity: AnswerSummary['sensitivity'];
  strategy: AnswerSummary['strategy'];
  level_min: number;
  level_max: number;
  valid_until: Date | null;
  current_number: number | null;
  languages: ('fr' | 'en')[] | null;
  awaiting: string[] | null;
  owner_id: string | null;
  owner_name: string | null;
  times_used: string;
  last_used_at: Date | null;
  review_on: Date | null;
  open_change_requests: string;
}

/** In what order the library is read; the greatest comes first. What has no such date, or no use, comes last. */
export const SORT_KEYS: Record<LibrarySort, { key: string; type: string }> = {
  changed: { key: micros('a.updated_at'), type: 'bigint' },
  most_used: { key: 'coalesce(use.times, 0)', type: 'bigint' },
  last_used: { key: `coalesce(${micros('use.last_at')}, 0)`, type: 'bigint' },
  expiring: {
    key: `coalesce(-${micros('coalesce(c.valid_until, n.valid_until)')}, -${2n ** 62n})`,
    type: 'bigint',
  },
  review: {
    key: `coalesce(-${micros('coalesce(c.review_on, n.review_on)')}, -${2n ** 62n})`,
    type: 'bigint',
  },
};

function micros(moment: string): string {
  return `(extract(epoch from ${moment}) * 1000000)::bigint`;
}

/**
 * One page of the library: the newest version (`n`) of each answer, and the one in force (`c`). A filter on states or
 * a search is met by either. Without search the last changed comes first, with it the best rank.
 */
export function libraryPage(
  filter: LibraryFilter,
  after: readonly [string, string] | null,
  limit: number,
): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  const value = (given: unknown, type: string) => `$${values.push(given)}::${type}`;
  const where: string[] = [];
  let { key: sortKey, type: sortType } = SORT_KEYS[filter.sort ?? 'changed'];
  const realm = `realm = ${value(filter.realm ?? 'live', 'text')}`;

  const search = filter.search ? searchValues(filter.search) : null;
  if (search) {
    const [whole, last] = [value(search.whole, 'text'), value(search.last, 'text')];
    const [fr, en] = [searchQuerySql('fr', whole, last), searchQuerySql('en', whole, last)];
    where.push(
      `(n.search_fr @@ ${fr} or n.search_en @@ ${en} or c.search_fr @@ ${fr} or c.search_en @@ ${en})`,
    );
    if (filter.sort === undefined)
      sortKey = `greatest(ts_rank(n.search_fr, ${fr}), ts_rank(n.search_en, ${en}),
      ts_rank(c.search_fr, ${fr}), ts_rank(c.search_en, ${en}))`;
    if (filter.sort === undefined) sortType = 'real';
  }
  if (filter.state) {
    const states = value(filter.state, 'text[]');
    where.push(`(n.state = any(${states}) or c.state = any(${states}))`);
  }
  if (filter.kind) where.push(`a.kind = ${value(filter.kind, 'text')}`);
  if (filter.departmentId) where.push(`${value(filter.departmentId, 'bigint')} = any(n.department_ids)`);
  if (filter.topicId) where.push(`n.topic_id = ${value(filter.topicId, 'bigint')}`);
  if (filter.answerIds) where.push(`a.id = any(${value(filter.answerIds, 'bigint[]')})`);
  if (filter.awaitingDepartmentId)
    where.push(awaitsDepartmentSql('n', value(filter.awaitingDepartmentId, 'bigint')));
  if (filter.awaiting) {
    const { personId, departmentIds } = filter.awaiting;
    where.push(awaitsSql('n', value(personId, 'bigint'), value(departmentIds, 'bigint[]')));
  }
  if (after) {
    where.push(`(${sortKey}, a.id) < (${value(after[0], sortType)}, ${value(after[1], 'bigint')})`);
  }

  return {
    values,
    sql: `select a.id, a.kind, a.updated_at, (${sortKey})::text as sort_key, n.state, n.number, n.question_fr,
        n.question_en, n.department_ids, n.topic_id, n.sensitivity, n.strategy, n.level_min, n.level_max, n.valid_until,
        case when ${isCurrentSql('c')} then c.number end as current_number,
        (select array_agg(distinct language order by language) from answer_variant where version_id = n.id) as languages,
        (select array_agg(asked.id::text order by asked.place)
          from unnest(n.department_ids) with ordinality asked(id, place)
          where n.state = 'in_review' and not exists (select from answer_approval approval
            where approval.version_id = n.id and approval.department_id = asked.id and not approval.void)) as awaiting,
        owner.id as owner_id, owner.name as owner_name,
        coalesce(use.times, 0) as times_used, use.last_at as last_used_at, coalesce(c.review_on, n.review_on) as review_on,
        ${openChangeRequestsSql('a.id')} as open_change_requests
      from answer a
      join lateral (select * from answer_version where answer_id = a.id order by number desc limit 1) n on true
      left join answer_version c on c.answer_id = a.id and c.state = 'approved'
      left join person owner on owner.id = a.owner_id
      left join (select answer_id, count(*) as times, max(sent_at) as last_at from reply
        where state = 'sent' and ${realm} group by answer_id) use on use.answer_id = a.id
      where ${where.length > 0 ? where.join(' and ') : 'true'}
      order by ${sortKey} desc, a.id desc limit ${value(limit, 'integer')}`,
  };
}

export function summaryView(row: LibraryRow): AnswerSummary {
  return {
    id: row.id,
    kind: row.kind,
    question: { fr: row.question_fr, en: row.question_en },
    state: row.state,
    versionNumber: row.number,
    currentVersionNumber: row.current_number,
    languages: row.languages ?? [],
    departmentIds: row.department_ids,
    awaitingDepartmentIds: row.awaiting ?? [],
    topicId: row.topic_id,
    sensitivity: row.sensitivity,
    strategy: row.strategy,
    levelMin: row.level_min,
    levelMax: row.level_max,
    validUntil: row.valid_until?.toISOString() ?? null,
    owner:
      row.owner_id === null || row.owner_name === null ? null : { id: row.owner_id, name: row.owner_name },
    reviewOn: row.review_on?.toISOString() ?? null,
    openChangeRequests: Number(row.open_change_requests),
    timesUsed: Number(row.times_used),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    updatedAt: row.updated_at.toISOString(),
  };
}
