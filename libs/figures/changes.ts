import { type FigureCode, FIGURE_CODES, FIGURES } from './definitions.js';

/** What a person saw: figures, and the level of each raised topic. */
export interface Snapshot {
  /** ISO 8601. */
  at: string;
  figures: Partial<Record<FigureCode, number | null>>;
  topics: { topicId: string; name: string; level: number }[];
  /** Identifies the range that was looked at: figures of another range are not compared. */
  range: string;
}

export type Change =
  | { kind: 'level'; topicId: string; topic: string; from: number; to: number; weight: number }
  | {
      kind: 'figure';
      code: FigureCode;
      from: number | null;
      to: number | null;
      good: boolean | null;
      weight: number;
    };

const MOST_CHANGES = 6;

/**
 * What changed between two looks, the most important first: levels that moved (the higher the level, the heavier, and
 * up before down), then figures that moved by more than is worth a word. Nothing else is told.
 */
export function whatChanged(before: Snapshot, after: Snapshot): Change[] {
  return [...levelChanges(before, after), ...figureChanges(before, after)]
    .sort((a, b) => b.weight - a.weight || orderOf(a).localeCompare(orderOf(b)))
    .slice(0, MOST_CHANGES);
}

const orderOf = (change: Change) => (change.kind === 'level' ? `0 ${change.topic}` : `1 ${change.code}`);

function levelChanges(before: Snapshot, after: Snapshot): Change[] {
  const then = new Map(before.topics.map((topic) => [topic.topicId, topic]));
  const now = new Map(after.topics.map((topic) => [topic.topicId, topic]));
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((topicId): Change[] => {
    const [from, to] = [then.get(topicId)?.level ?? 0, now.get(topicId)?.level ?? 0];
    if (from === to) return [];
    const topic = now.get(topicId)?.name ?? then.get(topicId)?.name ?? '';
    const weight = 100 * Math.max(from, to) + (to > from ? 50 : 0) + 10 * Math.abs(to - from);
    return [{ kind: 'level', topicId, topic, from, to, weight }];
  });
}

function figureChanges(before: Snapshot, after: Snapshot): Change[] {
  return FIGURE_CODES.flatMap((code): Change[] => {
    const { unit, better, noticed, when } = FIGURES[code];
    // The levels themselves say more than how many of them there are.
    if (code === 'topicsRaised') return [];
    if (when === 'range' && before.range !== after.range) return [];
    const [from, to] = [before.figures[code] ?? null, after.figures[code] ?? null];
    if (from === to || to === null || (from === null && to === 0)) return [];
    const moved =
      unit === 'share' ? Math.abs(to - (from ?? 0)) : Math.abs(to - (from ?? 0)) / Math.max(from ?? 0, 1);
    if (from !== null && moved <= noticed) return [];
    const good = better === null || from === null ? null : (better === 'lower') === to < from;
    // Nothing else that moved weighs as much as a crisis that somebody declared, or ended.
    const measure =
      code === 'incidentsOpen'
        ? 89
        : unit === 'share'
          ? moved * 100
          : Math.min(99, 20 * Math.log2(1 + moved));
    return [
      { kind: 'figure', code, from, to, good, weight: Math.min(99, measure + (good === false ? 10 : 0)) },
    ];
  });
}
