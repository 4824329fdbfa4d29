/** prepared → running ⇄ paused → ended → debriefed; cancelled before it has begun. */
export const DRILL_STATES = ['prepared', 'running', 'paused', 'ended', 'debriefed', 'cancelled'] as const;
export type DrillState = (typeof DRILL_STATES)[number];

export const DRILL_MOVES = ['start', 'pause', 'resume', 'end', 'debrief', 'cancel'] as const;
export type DrillMove = (typeof DRILL_MOVES)[number];

const TABLE: Record<DrillState, Partial<Record<DrillMove, DrillState>>> = {
  prepared: { start: 'running', cancel: 'cancelled' },
  running: { pause: 'paused', end: 'ended' },
  paused: { resume: 'running', end: 'ended' },
  ended: { debrief: 'debriefed' },
  debriefed: {},
  cancelled: {},
};

/** The state after a move; null when the move is not possible. */
export function moveDrill(state: DrillState, move: DrillMove): DrillState | null {
  return TABLE[state][move] ?? null;
}

/** Whether injects may come and be measured. */
export function isUnderWay(state: DrillState): boolean {
  return state === 'running' || state === 'paused';
}

/** Times the speed of the scenario. */
export const SPEEDS = [1, 2, 5, 10, 20, 30, 60] as const;
