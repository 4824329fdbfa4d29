/** What raises the level of a topic beyond the severity of what is said. */
export const LEVEL_FACTORS = [
  'velocity',
  'authors',
  'networks',
  'press',
  'salience',
  'negative',
  'persistence',
] as const;
export type LevelFactor = (typeof LEVEL_FACTORS)[number];

export const RAISED_LEVELS = [1, 2, 3, 4] as const;
export type RaisedLevel = (typeof RAISED_LEVELS)[number];

/** A value for each of the levels 1 to 4. */
export type PerLevel = Record<RaisedLevel, number>;

/** How the level of a topic is found; kept in versions, each with who set it and why. */
export interface LevelSettings {
  /** Points (0-100) that a severity of 100 gives by itself. */
  severityWeight: number;
  /** Points that each factor adds when it is at 1. */
  weights: Record<LevelFactor, number>;
  /** Score from which on each level stands. */
  thresholds: PerLevel;
  /** Severity below which a level is not reached, however widely something is spread: a joke is no crisis. */
  leastSeverity: PerLevel;
  /** How far under the threshold of its level the score has to be for the level to fall. */
  margin: number;
  /** Minutes that the score has to stay there before the level falls by one. */
  holdMinutes: PerLevel;
  /** Mentions count for so many minutes. */
  recentMinutes: number;
}

/**
 * Defaults: a severity of 50 (a serious harm alleged, the level 2 of a single mention) is level 2 by itself; level 3
 * takes spread or the press, as even a severity of 94 stays below 66 alone; spread alone ends at level 1.
 */
export const DEFAULT_LEVEL_SETTINGS: LevelSettings = {
  severityWeight: 70,
  weights: { velocity: 12, authors: 10, networks: 10, press: 12, salience: 8, negative: 5, persistence: 5 },
  thresholds: { 1: 20, 2: 35, 3: 66, 4: 88 },
  leastSeverity: { 1: 0, 2: 15, 3: 40, 4: 65 },
  margin: 4,
  holdMinutes: { 1: 30, 2: 30, 3: 120, 4: 720 },
  recentMinutes: 360,
};
