import { MENTION_STATES, type MentionFilter, type MentionState } from '#contract/mentions';

export const SORTS = ['newest', 'oldest', 'urgent'] as const;
export type Sort = (typeof SORTS)[number];

/** Mentions that wait for an answer that was asked for: it is ready, or still being written. */
export const REQUEST_FILTERS = ['ready', 'asked'] as const;
export type RequestFilter = (typeof REQUEST_FILTERS)[number];

/** What the inbox shows, as its address says it. An empty list or an undefined value does not narrow. */
export interface InboxFilter {
  state: readonly MentionState[];
  level: readonly string[];
  topicId: readonly string[];
  network: readonly string[];
  language: readonly string[];
  intent: readonly string[];
  harm: readonly string[];
  sentiment: readonly string[];
  voice: readonly string[];
  author?: string;
  stakeholderId?: string;
  assignee?: string;
  importId?: string;
  request?: RequestFilter;
  search?: string;
  from?: string;
  to?: string;
  sort: Sort;
}

export type ListField =
  'level' | 'topicId' | 'network' | 'language' | 'intent' | 'harm' | 'sentiment' | 'voice';
export type ValueField =
  'author' | 'stakeholderId' | 'assignee' | 'importId' | 'request' | 'search' | 'from' | 'to';
export const LIST_FIELDS: readonly ListField[] = [
  'level',
  'topicId',
  'network',
  'language',
  'intent',
  'harm',
  'sentiment',
  'voice',
];
export const VALUE_FIELDS: readonly ValueField[] = [
  'request',
  'author',
  'stakeholderId',
  'assignee',
  'importId',
  'search',
  'from',
  'to',
];

/** What is open: the inbox begins with it, so its address does not name it. */
export const OPEN_STATES: readonly MentionState[] = ['new', 'in_progress'];
const ALL = 'all';

export const DEFAULT_FILTER: InboxFilter = {
  state: OPEN_STATES,
  level: [],
  topicId: [],
  network: [],
  language: [],
  intent: [],
  harm: [],
  sentiment: [],
  voice: [],
  sort: 'newest',
};

/** Reads the filter from an address; what makes no sense is left out rather than refused. */
export function readFilter(search: URLSearchParams): InboxFilter {
  const list = (field: string, valid: RegExp) =>
    [...new Set((search.get(field) ?? '').split(','))].filter((part) => valid.test(part));
  const value = (field: string, valid: RegExp) => {
    const given = (search.get(field) ?? '').trim();
    return valid.test(given) ? given : undefined;
  };
  const state = search.get('state');
  const states = MENTION_STATES.filter((one) => (state ?? '').split(',').includes(one));
  return {
    state: state === ALL ? [] : states.length > 0 ? states : OPEN_STATES,
    level: list('level', /^[0-4]$/),
    topicId: list('topicId', ID),
    network: list('network', /^[a-z][a-z0-9_-]{0,31}$/),
    language: list('language', /^[a-z]{2,3}$/),
    intent: list('intent', /^[a-z_]{1,40}$/),
    harm: list('harm', /^[a-z_]{1,40}$/),
    sentiment: list('sentiment', /^(negative|neutral|positive)$/),
    voice: list('voice', /^[a-z_]{1,40}$/),
    author: value('author', /^.{1,200}$/s),
    stakeholderId: value('stakeholderId', ID),
    assignee: value('assignee', /^(me|none|[1-9]\d{0,18})$/),
    importId: value('importId', ID),
    request: REQUEST_FILTERS.find((one) => one === search.get('request')),
    search: value('search', /^.{1,200}$/s),
    from: value('from', INSTANT),
    to: value('to', INSTANT),
    sort: SORTS.find((sort) => sort === search.get('sort')) ?? 'newest',
  };
}

/** The address of a filter; only what differs from the default is written. */
export function printFilter(filter: InboxFilter): URLSearchParams {
  const search = new URLSearchParams();
  if (filter.state.length === 0) search.set('state', ALL);
  else if (!sameStates(filter.state, OPEN_STATES)) search.set('state', filter.state.join(','));
  for (const field of LIST_FIELDS) if (filter[field].length > 0) search.set(field, filter[field].join(','));
  for (const field of VALUE_FIELDS) {
    const value = filter[field];
    if (value) search.set(field, value);
  }
  if (filter.sort !== 'newest') search.set('sort', filter.sort);
  return search;
}

/** The filter as the API takes it, without the order. */
export function filterQuery({ sort: _, ...filter }: InboxFilter): Omit<InboxFilter, 'sort'> {
  return filter;
}

/** The filter as a saved view keeps it. */
export function filterOfView(view: { filter: MentionFilter; sort: Sort }): InboxFilter {
  const { filter, sort } = view;
  return {
    state: filter.state ?? [],
    level: (filter.level ?? []).map(String),
    topicId: filter.topicId ?? [],
    network: filter.network ?? [],
    language: filter.language ?? [],
    intent: filter.intent ?? [],
    harm: filter.harm ?? [],
    sentiment: filter.sentiment ?? [],
    voice: filter.voice ?? [],
    author: filter.author,
    stakeholderId: filter.stakeholderId,
    assignee: filter.assignee,
    importId: filter.importId,
    request: filter.request,
    search: filter.search,
    from: filter.from,
    to: filter.to,
    sort,
  };
}

/** One narrowing that is in force, for its chip. */
export interface ActiveFilter {
  field: ListField | ValueField;
  value: string;
}

/** Everything that narrows the list apart from the state, which has its tabs. */
export function activeFilters(filter: InboxFilter): ActiveFilter[] {
  return [
    ...LIST_FIELDS.flatMap((field) => filter[field].map((value) => ({ field, value }))),
    ...VALUE_FIELDS.flatMap((field) => {
      const value = filter[field];
      return value ? [{ field, value }] : [];
    }),
  ];
}

export function withoutFilter(filter: InboxFilter, { field, value }: ActiveFilter): InboxFilter {
  return isListField(field)
    ? { ...filter, [field]: filter[field].filter((one) => one !== value) }
    : { ...filter, [field]: undefined };
}

export function sameStates(a: readonly MentionState[], b: readonly MentionState[]): boolean {
  return a.length === b.length && a.every((state) => b.includes(state));
}

function isListField(field: ListField | ValueField): field is ListField {
  return (LIST_FIELDS as readonly string[]).includes(field);
}

const ID = /^[1-9]\d{0,18}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;
