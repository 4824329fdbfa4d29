import type { CrisisLevel } from '#rules/classification';
import { type LevelSettings, RAISED_LEVELS } from './level-settings.js';

/** Where the automatic level of a topic stands. */
export interface LevelState {
  level: CrisisLevel;
  /** Since when the score is under the lower threshold of the level (milliseconds since 1970); null while it is not. */
  belowSince: number | null;
}

export const CALM: LevelState = { level: 0, belowSince: null };

/** A level that a person has set, with an end. */
export interface ManualLevel {
  level: CrisisLevel;
  until: number;
}

/** The level that a score stands for, without what was before. */
export function levelOfScore(score: number, { thresholds }: LevelSettings): CrisisLevel {
  return RAISED_LEVELS.reduce<CrisisLevel>((found, level) => (score >= thresholds[level] ? level : found), 0);
}

/**
 * Moves the automatic level by the score of this minute. It rises at once, to wherever the score is; it falls by one
 * once the score has stayed under the threshold less the margin for the hold time, and each further step takes the hold
 * time of the level reached.
 */
export function moveLevel(
  state: LevelState,
  score: number,
  now: number,
  settings: LevelSettings,
): LevelState {
  const risen = levelOfScore(score, settings);
  if (risen > state.level) return { level: risen, belowSince: null };
  if (state.level === 0) return state;
  if (score >= settings.thresholds[state.level] - settings.margin) {
    return state.belowSince === null ? state : { level: state.level, belowSince: null };
  }
  const belowSince = state.belowSince ?? now;
  if (now - belowSince < settings.holdMinutes[state.level] * 60_000)
    return { level: state.level, belowSince };
  const level = (state.level - 1) as CrisisLevel;
  return { level, belowSince: level === 0 ? null : now };
}

/** The level that stands: the one set by hand until it ends, otherwise the automatic one. */
export function standingLevel(
  state: LevelState,
  manual: ManualLevel | null,
  now: number,
): { level: CrisisLevel; byHand: boolean } {
  return manual !== null && now < manual.until
    ? { level: manual.level, byHand: true }
    : { level: state.level, byHand: false };
}
