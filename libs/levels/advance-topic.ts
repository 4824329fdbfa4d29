import type { CrisisLevel } from '#rules/classification';
import { type LevelState, type ManualLevel, moveLevel, standingLevel } from './level-movement.js';
import type { LevelSettings } from './level-settings.js';
import { readSpike, type SpikeReading } from './spike-detector.js';
import { newSpikeState, SPIKE_SPANS, type SpikeState } from './spike-state.js';
import { scoreTopic, type TopicScore, type TopicVolume } from './topic-score.js';
import type { TopicMention } from './topic-voices.js';

export const MINUTE_MS = 60_000;

/** What is known of a topic in one realm between two evaluations. */
export interface TopicState {
  spike: SpikeState;
  automatic: LevelState;
  manual: ManualLevel | null;
  /** The level that stands, by hand or automatic. */
  level: CrisisLevel;
  volume: TopicVolume;
}

/** A minute as it was taken in. */
export interface MinuteReading extends SpikeReading {
  /** Start of the minute. */
  at: number;
  mentions: number;
  score: number;
  level: CrisisLevel;
}

/** A level that moved. */
export interface LevelMove {
  at: number;
  kind: 'rose' | 'fell' | 'hand_ended';
  from: CrisisLevel;
  to: CrisisLevel;
  score: TopicScore;
}

export interface Advance {
  state: TopicState;
  minutes: MinuteReading[];
  moves: LevelMove[];
  /** The last evaluation; null where there was no minute. */
  score: TopicScore | null;
}

export function newTopicState(): TopicState {
  return {
    spike: newSpikeState(1),
    automatic: { level: 0, belowSince: null },
    manual: null,
    level: 0,
    volume: { velocity: 0, observed: 0, expected: 0 },
  };
}

/**
 * Takes minutes in, one after the other and in order, and evaluates the topic at the end of each. What comes out
 * depends on the arguments alone, so a worker that was away catches up to the same levels that it would have found in
 * time. `mentions` are those that count for any of the minutes; each minute sees only those published before its end.
 */
export function advanceTopic(
  before: TopicState,
  minutes: readonly { at: number; mentions: number }[],
  mentions: readonly TopicMention[],
  settings: LevelSettings,
): Advance {
  let state: TopicState = { ...before, spike: structuredClone(before.spike) };
  const readings: MinuteReading[] = [];
  const moves: LevelMove[] = [];
  let last: TopicScore | null = null;
  const ordered = [...mentions].sort((a, b) => a.at - b.at);
  let [first, end] = [0, 0];
  for (const { at, mentions: count } of minutes) {
    const until = at + MINUTE_MS;
    const reading = readSpike(state.spike, at, count);
    const volume = volumeOf(state.spike, reading);
    while (end < ordered.length && (ordered[end]?.at ?? 0) < until) end += 1;
    while (first < end && (ordered[first]?.at ?? 0) <= until - settings.recentMinutes * MINUTE_MS) first += 1;
    const score = scoreTopic(ordered.slice(first, end), volume, until, settings);
    const automatic = moveLevel(state.automatic, score.score, until, settings);
    const next = stand({ ...state, automatic, volume }, until);
    const move = moveBetween(state, next, until, score);
    if (move) moves.push(move);
    state = next;
    last = score;
    readings.push({ ...reading, at, mentions: count, score: score.score, level: state.level });
  }
  return { state, minutes: readings, moves, score: last };
}

/**
 * Evaluates within a minute that is not over, because something severe came in: the level may rise, never fall, and
 * the detector is left as it is.
 */
export function riseAtOnce(
  before: TopicState,
  mentions: readonly TopicMention[],
  now: number,
  settings: LevelSettings,
): Advance {
  const score = scoreTopic(mentions, before.volume, now, settings);
  const moved = moveLevel(before.automatic, score.score, now, settings);
  const automatic = moved.level > before.automatic.level ? moved : before.automatic;
  const state = stand({ ...before, automatic }, now);
  const move = moveBetween(before, state, now, score);
  return { state, minutes: [], moves: move ? [move] : [], score };
}

/** The state with the level that stands at a moment; a level by hand whose time is over is taken away. */
export function stand(state: TopicState, now: number): TopicState {
  const manual = state.manual !== null && now < state.manual.until ? state.manual : null;
  return { ...state, manual, level: standingLevel(state.automatic, manual, now).level };
}

function moveBetween(before: TopicState, after: TopicState, at: number, score: TopicScore): LevelMove | null {
  const ended = before.manual !== null && after.manual === null;
  if (!ended && before.level === after.level) return null;
  const kind = ended ? 'hand_ended' : after.level > before.level ? 'rose' : 'fell';
  return { at, kind, from: before.level, to: after.level, score };
}

/** The volume of the last half-hour, from the detector's own window. */
function volumeOf({ scales, step }: SpikeState, { velocity }: SpikeReading): TopicVolume {
  const scale = scales[1];
  if (!scale || scale.filled === 0) return { velocity, observed: 0, expected: 0 };
  const steps = SPIKE_SPANS[1] / step / scale.filled;
  return { velocity, observed: Math.round(scale.observed * steps), expected: scale.expected * steps };
}

/** Whether a minute is worth a row: one that says something, and every tenth for the line between them. */
export function isKept({ at, mentions, anomaly, score, level }: MinuteReading): boolean {
  return mentions > 0 || anomaly >= 0.5 || level > 0 || score > 0 || (at / MINUTE_MS) % 10 === 0;
}
