/** From this level on an incident is proposed; from the next on it is asked for, and publications are frozen. */
export const PROPOSE_LEVEL = 2;
export const ASK_LEVEL = 3;
/** An incident can be closed up to this level. */
export const CALM_LEVEL = 1;

type IncidentLevel = 2 | 3 | 4;

/** Minutes to the first public word from when a level is reached; source: the table of crisis levels. */
export const FIRST_WORD_MINUTES: Readonly<Record<IncidentLevel, number>> = { 2: 60, 3: 30, 4: 15 };
/** Minutes to accept a role. */
export const ACCEPT_MINUTES: Readonly<Record<IncidentLevel, number>> = { 2: 15, 3: 10, 4: 5 };
/** Minutes from one situation report to the next, unless its writer says another time. */
export const REPORT_MINUTES: Readonly<Record<IncidentLevel, number>> = { 2: 240, 3: 120, 4: 60 };
/** Minutes until people are told again that an incident is asked for. */
export const ASK_AGAIN_MINUTES = 15;

/** The level by which times are measured: an incident below 2 has the times of 2. */
export function incidentLevel(level: number): IncidentLevel {
  return level >= 4 ? 4 : level >= 3 ? 3 : 2;
}

export interface LevelReached {
  /** Milliseconds since 1970. */
  at: number;
  level: number;
}

/**
 * By when the first public word is due: each level that was reached sets its own time from then on, the earliest counts.
 * Null when no level asks for one.
 */
export function firstWordDue(reached: readonly LevelReached[]): number | null {
  const dues = reached
    .filter(({ level }) => level >= PROPOSE_LEVEL)
    .map(({ at, level }) => at + FIRST_WORD_MINUTES[incidentLevel(level)] * 60_000);
  return dues.length === 0 ? null : Math.min(...dues);
}
