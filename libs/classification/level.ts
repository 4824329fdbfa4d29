import type { CrisisLevel, Reason } from './assessment.js';

/** Lowest severity (0-100) that justifies each level by one mention alone. A setting; these are the defaults. */
export interface LevelThresholds {
  1: number;
  2: number;
  3: number;
  4: number;
}

/**
 * 1 from a plain harm in strong words; 2 from a serious harm alleged (50 = the base of safety and health);
 * 3 and 4 need more than the words: evidence, reach or the press, as volume belongs to the topic.
 */
export const DEFAULT_LEVEL_THRESHOLDS: LevelThresholds = { 1: 25, 2: 50, 3: 72, 4: 88 };

/** The crisis level that a severity justifies; never falls as the severity rises. */
export function levelOf(
  severity: number,
  thresholds: LevelThresholds = DEFAULT_LEVEL_THRESHOLDS,
): CrisisLevel {
  if (severity >= thresholds[4]) return 4;
  if (severity >= thresholds[3]) return 3;
  if (severity >= thresholds[2]) return 2;
  if (severity >= thresholds[1]) return 1;
  return 0;
}

/** Why it is this level: the severity, and where the levels around it begin. */
export function levelReason(severity: number, level: CrisisLevel, thresholds: LevelThresholds): Reason {
  const at = (step: number) => thresholds[step as keyof LevelThresholds];
  const around = { ...(level > 0 ? { from: at(level) } : {}), ...(level < 4 ? { next: at(level + 1) } : {}) };
  return { part: 'level', code: 'severity', weight: 0, params: { severity, level, ...around } };
}
