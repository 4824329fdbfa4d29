import type { Realm } from '#platform/contract';
import { FIGURE_SPANS, FIGURES, type FigureCode, type FigureSpan } from '#rules/figures';

/** What the dashboard shows, as its address says it. */
export interface DashboardScope {
  realm: Realm;
  span: FigureSpan;
  from?: string;
  to?: string;
  topicId?: string;
  network: readonly string[];
  language: readonly string[];
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;

/** Reads an address; what makes no sense is left out rather than refused. */
export function readScope(search: URLSearchParams, realm: Realm): DashboardScope {
  const value = (field: string, valid: RegExp) => {
    const given = search.get(field) ?? '';
    return valid.test(given) ? given : undefined;
  };
  const list = (field: string, valid: RegExp) =>
    (search.get(field) ?? '').split(',').filter((part) => valid.test(part));
  const [from, to] = [value('from', INSTANT), value('to', INSTANT)];
  return {
    realm,
    span: FIGURE_SPANS.find((span) => span === search.get('span')) ?? '24h',
    ...(from !== undefined && to !== undefined ? { from, to } : {}),
    topicId: value('topicId', /^[1-9]\d{0,17}$/),
    network: list('network', /^[a-z][a-z0-9_-]{0,31}$/),
    language: list('language', /^[a-z]{2,3}$/),
  };
}

export function printScope(scope: DashboardScope): URLSearchParams {
  const search = new URLSearchParams();
  if (scope.from !== undefined && scope.to !== undefined) {
    search.set('from', scope.from);
    search.set('to', scope.to);
  } else if (scope.span !== '24h') search.set('span', scope.span);
  if (scope.topicId !== undefined) search.set('topicId', scope.topicId);
  if (scope.network.length > 0) search.set('network', scope.network.join(','));
  if (scope.language.length > 0) search.set('language', scope.language.join(','));
  return search;
}

interface Range {
  from: string;
  to: string;
}

/** Address of the list behind a figure: with the bounds that were counted, so that it shows the same things. */
export function figureAddress(code: FigureCode, scope: DashboardScope, range: Range): string {
  const { list, filter, when } = FIGURES[code];
  if (list === 'topics') return '#topics';
  if (list === 'mentions' || list === 'backlog')
    return mentionsAddress(scope, when === 'now' ? null : range, filter);
  if (list === 'escalations') {
    const search = new URLSearchParams({ ...filter, realm: scope.realm });
    if (scope.topicId !== undefined) search.set('topicId', scope.topicId);
    if (when === 'range') {
      search.set('from', range.from);
      search.set('to', range.to);
    }
    return `/escalations?${search}`;
  }
  if (list === 'incidents') {
    const search = new URLSearchParams({ realm: scope.realm });
    if (scope.topicId !== undefined) search.set('topicId', scope.topicId);
    return `/incidents?${search}`;
  }
  return countedAddress(list, scope, range, filter);
}

/** Address of the inbox with what is counted. */
export function mentionsAddress(
  scope: DashboardScope,
  range: Range | null,
  more: Readonly<Record<string, string>> = {},
): string {
  const search = printScope({ ...scope, span: '24h', from: undefined, to: undefined });
  for (const [field, value] of Object.entries({ ...range, ...more })) search.set(field, value);
  return `/inbox?${search}`;
}

/** Address of one of the dashboard's own lists. */
export function countedAddress(
  list: 'responses' | 'approvals' | 'authors',
  scope: DashboardScope,
  range: Range,
  more: Readonly<Record<string, string>> = {},
): string {
  const search = printScope({ ...scope, ...range });
  for (const [field, value] of Object.entries(more)) search.set(field, value);
  return `/dashboard/${list}?${search}`;
}
