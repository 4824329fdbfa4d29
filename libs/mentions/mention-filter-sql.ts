import { MENTION_STATES, type MentionFilter, type MentionState } from '#contract/mentions';
import { type Realm, REALMS } from '#platform/contract';
import type { IndexWords } from './search-words.js';

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
  /** Those of them that stand beside a mention's topics as well: level and time. */
  beside: string[];
  /** Those that every list has, level and time. */
  listed: string[];
  /** The condition of the search, by itself. */
  worded: string[];
  /** The search in the words of the index. */
  words: IndexWords | null;
  /** Whether words are searched for, and whether there is no word in the search: then nothing is found. */
  searched: boolean;
  wordless: boolean;
  /** Placeholder of the topics' ids; null without a filter by topic. */
  topics: string | null;
  /** The topics themselves. */
  topicIds: readonly string[] | null;
  /** Levels that are asked for, none twice; null where every level is. */
  levels: readonly number[] | null;
  /** Only mentions that wait for an asked answer, in this state of it. */
  request: MentionFilter['request'] | null;
  /** Realms and states, both never empty. */
  realms: readonly Realm[];
  states: readonly MentionState[];
  /** Neither realm nor state leaves anything out but what belongs to trainings, which is little. */
  everywhere: boolean;
  /** A condition that has an index of its own: the planner chooses between it and the order of the list. */
  selective: boolean;
}

/** Only what is classified and not one's own is ever listed. */
export const LISTED = 'm.assessed_at is not null and not m.own';

/** What has to be known to read a filter. */
export interface FilterReading {
  /** Who asks: the `me` of the assignee. */
  personId: string;
  /** What the search asks the index of words for (`readWords`); null without a search, or without a word in it. */
  words: IndexWords | null;
}

/** Reads a filter. */
export function filterSql(
  filter: MentionFilter,
  { personId, words }: FilterReading,
  parameters: Parameters,
): FilterSql {
  const { add } = parameters;
  const levels = filter.level !== undefined && filter.level.length > 0 ? [...new Set(filter.level)] : null;
  const level = levels === null ? [] : [anyOf('m.level', 'smallint', levels, add)];
  const beside = [...level, ...timesSql(filter, parameters)];
  const listed = [LISTED, ...beside];
  const worded = words ? [`m.search @@ ${add(words.all)}::tsquery`] : [];
  const conditions = [...listed, ...ownConditions(filter, personId, add)];
  const wordless = Boolean(filter.search) && !words;
  const states =
    filter.state !== undefined && filter.state.length > 0 ? [...new Set(filter.state)] : MENTION_STATES;
  const topicIds =
    filter.topicId !== undefined && filter.topicId.length > 0 ? [...new Set(filter.topicId)] : null;
  return {
    conditions: [...conditions, ...worded, ...(wordless ? ['false'] : [])],
    ...{ beside, listed, worded, words, wordless },
    searched: Boolean(filter.search),
    topics: topicIds === null ? null : add(topicIds),
    ...{ topicIds, levels },
    request: filter.request ?? null,
    realms: filter.realm === undefined ? REALMS : [filter.realm],
    states,
    everywhere: filter.realm !== 'training' && states.length === MENTION_STATES.length,
    selective:
      filter.author !== undefined ||
      filter.stakeholderId !== undefined ||
      filter.importId !== undefined ||
      (filter.harm !== undefined && filter.harm.length > 0 && !filter.harm.includes('none')) ||
      (filter.assignee !== undefined && filter.assignee !== 'none'),
  };
}

/** The conditions on the time. */
export function timesSql({ from, to }: Pick<MentionFilter, 'from' | 'to'>, { add }: Parameters): string[] {
  return [
    ...(from === undefined ? [] : [`m.published_at >= ${add(from)}::timestamptz`]),
    ...(to === undefined ? [] : [`m.published_at < ${add(to)}::timestamptz`]),
  ];
}

/** Conditions on what only the mention itself knows. */
function ownConditions(filter: MentionFilter, personId: string, add: Parameters['add']): string[] {
  const conditions: string[] = [];
  const among = (column: string, values: readonly string[] | undefined) => {
    if (values !== undefined && values.length > 0) conditions.push(anyOf(column, 'text', values, add));
  };
  among('m.network', filter.network);
  among('m.language', filter.language);
  among('m.intent', filter.intent);
  among('m.harm', filter.harm);
  among('m.sentiment', filter.sentiment);
  among(`coalesce(m.assessment->>'authorKind', 'unknown')`, filter.voice);
  if (filter.author !== undefined)
    conditions.push(`coalesce(m.author_handle, m.author_name) = ${add(filter.author)}`);
  if (filter.stakeholderId !== undefined) {
    conditions.push(`m.author_id in (
      select author_id from stakeholder_author where stakeholder_id = ${add(filter.stakeholderId)}::bigint)`);
  }
  if (filter.assignee === 'none') conditions.push('m.assignee_id is null');
  else if (filter.assignee !== undefined) {
    conditions.push(`m.assignee_id = ${add(filter.assignee === 'me' ? personId : filter.assignee)}::bigint`);
  }
  if (filter.importId !== undefined) conditions.push(`m.import_id = ${add(filter.importId)}::bigint`);
  return conditions;
}

/** One value alone is written as such: only then do indexes give their order. */
function anyOf(column: string, type: string, values: readonly unknown[], add: Parameters['add']): string {
  return values.length === 1
    ? `${column} = ${add(values[0])}::${type}`
    : `${column} = any(${add(values)}::${type}[])`;
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
