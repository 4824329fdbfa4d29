import { MENTION_STATES, type MentionFilter } from '#contract/mentions';
import { REALMS } from '#platform/contract';
import { searchSql } from './search-words.js';

/** Values of a statement in the making. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Notes a value and gives its placeholder. */
  readonly add = (value: unknown): string => `$${this.values.push(value)}`;
}

/** A filter as SQL over `mention m`. */
export interface FilterSql {
  /** Every condition but those on realm, state and topics. */
  conditions: string[];
  /** Placeholder of the topics' ids; null without a filter by topic. */
  topics: string | null;
  /** The topics themselves. */
  topicIds: readonly string[] | null;
  /** Whether there is any condition besides those on realm, state and topics. */
  narrowed: boolean;
  /** Only mentions that wait for an asked answer, in this state of it. */
  request: MentionFilter['request'] | null;
  /** Realms and states, both never empty. */
  realms: readonly string[];
  states: readonly string[];
  /** Neither realm nor state narrows anything down. */
  everywhere: boolean;
  /** A condition that has an index of its own: the planner chooses between it and the order of the list. */
  selective: boolean;
}

/** Only what is classified and not one's own is ever listed. */
const LISTED = 'm.assessed_at is not null and not m.own';

/** `personId` is who asks: the `me` of the assignee. */
export function filterSql(filter: MentionFilter, personId: string, parameters: Parameters): FilterSql {
  const { add } = parameters;
  const conditions = [LISTED];
  const anyOf = (column: string, type: string, values: readonly unknown[] | undefined) => {
    if (values === undefined || values.length === 0) return;
    // One value alone is written as such: only then do indexes give their order.
    if (values.length === 1) conditions.push(`${column} = ${add(values[0])}::${type}`);
    else conditions.push(`${column} = any(${add(values)}::${type}[])`);
  };
  anyOf('m.level', 'smallint', filter.level);
  anyOf('m.network', 'text', filter.network);
  anyOf('m.language', 'text', filter.language);
  anyOf('m.intent', 'text', filter.intent);
  anyOf('m.harm', 'text', filter.harm);
  anyOf('m.sentiment', 'text', filter.sentiment);
  anyOf(`coalesce(m.assessment->>'authorKind', 'unknown')`, 'text', filter.voice);
  if (filter.author !== undefined)
    conditions.push(`coalesce(m.author_handle, m.author_name) = ${add(filter.author)}`);
  if (filter.stakeholderId !== undefined) {
    conditions.push(`m.author_id in (
      select author_id from stakeholder_author where stakeholder_id = ${add(filter.stakeholderId)}::bigint)`);
  }
  if (filter.from !== undefined) conditions.push(`m.published_at >= ${add(filter.from)}::timestamptz`);
  if (filter.to !== undefined) conditions.push(`m.published_at < ${add(filter.to)}::timestamptz`);
  if (filter.assignee === 'none') conditions.push('m.assignee_id is null');
  else if (filter.assignee !== undefined) {
    conditions.push(`m.assignee_id = ${add(filter.assignee === 'me' ? personId : filter.assignee)}::bigint`);
  }
  if (filter.importId !== undefined) conditions.push(`m.import_id = ${add(filter.importId)}::bigint`);
  const search = filter.search ? searchSql(filter.search, add) : null;
  if (filter.search && search === null) conditions.push('false');
  if (search !== null) conditions.push(search);

  const states =
    filter.state !== undefined && filter.state.length > 0 ? [...new Set(filter.state)] : MENTION_STATES;
  const topicIds =
    filter.topicId !== undefined && filter.topicId.length > 0 ? [...new Set(filter.topicId)] : null;
  return {
    conditions,
    topics: topicIds === null ? null : add(topicIds),
    topicIds,
    narrowed: conditions.length > 1,
    request: filter.request ?? null,
    realms: filter.realm === undefined ? REALMS : [filter.realm],
    states,
    everywhere: filter.realm === undefined && states.length === MENTION_STATES.length,
    selective:
      search !== null ||
      filter.author !== undefined ||
      filter.stakeholderId !== undefined ||
      filter.importId !== undefined ||
      (filter.assignee !== undefined && filter.assignee !== 'none'),
  };
}

/** The condition on the realm. */
export function realmSql(filter: FilterSql, parameters: Parameters): string {
  const [realm] = filter.realms;
  return filter.realms.length === 1
    ? `m.realm = ${parameters.add(realm)}`
    : `m.realm = any(${parameters.add(filter.realms)}::text[])`;
}

/** The condition on the state. */
export function stateSql(filter: FilterSql, parameters: Parameters): string {
  const [state] = filter.states;
  return filter.states.length === 1
    ? `m.state = ${parameters.add(state)}`
    : `m.state = any(${parameters.add(filter.states)}::text[])`;
}

/** The condition on the topics, asked for each mention by itself; none without a filter by topic. */
export function topicSql(filter: FilterSql): string[] {
  if (filter.topics === null) return [];
  return [
    `exists (
      select from mention_topic mt
      where mt.topic_id = any(${filter.topics}::bigint[]) and mt.published_at = m.published_at and mt.mention_id = m.id
      offset 0)`,
  ];
}
