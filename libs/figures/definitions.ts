/** What a value is measured in; `share` is 0 to 1. */
export type FigureUnit = 'count' | 'share' | 'seconds';

/** Where the things that a figure counts are listed. */
export type FigureList =
  'mentions' | 'backlog' | 'authors' | 'responses' | 'escalations' | 'topics' | 'approvals' | 'incidents';

export interface FigureDefinition {
  unit: FigureUnit;
  /** Which way is good; null where more is neither better nor worse. */
  better: 'lower' | 'higher' | null;
  list: FigureList;
  /** Narrows the list to exactly what is counted. */
  filter: Readonly<Record<string, string>>;
  /** `range`: within the chosen time; `now`: as things stand. */
  when: 'range' | 'now';
  /** A change smaller than this is not worth a word: of the value itself for counts and seconds, in points for shares. */
  noticed: number;
}

const define = <Code extends string>(figures: Record<Code, FigureDefinition>) => figures;

/** Every figure of the dashboard, in the order in which it shows them. What each means is in figure-words.ts. */
export const FIGURES = define({
  mentions: {
    ...{ unit: 'count', better: null, list: 'mentions', filter: { state: 'all' } },
    ...{ when: 'range', noticed: 0.1 },
  },
  negativeShare: {
    ...{ unit: 'share', better: 'lower', list: 'mentions', filter: { state: 'all', sentiment: 'negative' } },
    ...{ when: 'range', noticed: 0.03 },
  },
  reach: { unit: 'count', better: null, list: 'authors', filter: {}, when: 'range', noticed: 0.2 },
  topicsRaised: {
    ...{ unit: 'count', better: 'lower', list: 'topics', filter: {} },
    ...{ when: 'now', noticed: 0 },
  },
  incidentsOpen: {
    ...{ unit: 'count', better: 'lower', list: 'incidents', filter: {} },
    ...{ when: 'now', noticed: 0 },
  },
  backlog: { unit: 'count', better: 'lower', list: 'backlog', filter: {}, when: 'now', noticed: 0.1 },
  responseMedian: {
    ...{ unit: 'seconds', better: 'lower', list: 'responses', filter: { measure: 'sent' } },
    ...{ when: 'range', noticed: 0.15 },
  },
  responseP90: {
    ...{ unit: 'seconds', better: 'lower', list: 'responses', filter: { measure: 'sent' } },
    ...{ when: 'range', noticed: 0.15 },
  },
  replies: {
    ...{ unit: 'count', better: null, list: 'responses', filter: { measure: 'sent' } },
    ...{ when: 'range', noticed: 0.1 },
  },
  fromLibrary: {
    ...{ unit: 'share', better: 'higher', list: 'responses', filter: { measure: 'library' } },
    ...{ when: 'range', noticed: 0.05 },
  },
  messagePenetration: {
    ...{ unit: 'share', better: 'higher', list: 'responses', filter: { measure: 'message' } },
    ...{ when: 'range', noticed: 0.05 },
  },
  escalationsOpen: {
    ...{ unit: 'count', better: 'lower', list: 'escalations', filter: { measure: 'open' } },
    ...{ when: 'now', noticed: 0 },
  },
  escalationsOverdue: {
    ...{ unit: 'count', better: 'lower', list: 'escalations', filter: { measure: 'overdue' } },
    ...{ when: 'now', noticed: 0 },
  },
  acknowledgedInTime: {
    ...{ unit: 'share', better: 'higher', list: 'escalations', filter: { measure: 'in_time' } },
    ...{ when: 'range', noticed: 0.05 },
  },
  approvalMedian: {
    ...{ unit: 'seconds', better: 'lower', list: 'approvals', filter: {} },
    ...{ when: 'range', noticed: 0.15 },
  },
});

export type FigureCode = keyof typeof FIGURES;
export const FIGURE_CODES = Object.keys(FIGURES) as FigureCode[];

/** A figure as it was read. */
export interface Figure {
  code: FigureCode;
  /** null: nothing was there to measure. */
  value: number | null;
  /** The same over the period before; null where there is none. */
  before: number | null;
  /** Things that the list behind it holds. */
  counted: number;
  /** Of how many, for shares. */
  of: number | null;
  /** At least so many, where counting stopped. */
  atLeast: boolean;
  /** The course within the range, oldest first; empty where there is none. */
  course: readonly (number | null)[];
}
