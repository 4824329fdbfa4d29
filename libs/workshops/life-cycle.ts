/** draft → open (people join) → running (phase by phase) → closed; cancelled before it has begun. */
export const WORKSHOP_STATES = ['draft', 'open', 'running', 'closed', 'cancelled'] as const;
export type WorkshopState = (typeof WORKSHOP_STATES)[number];

export const WORKSHOP_MOVES = [
  'open',
  'start',
  'phase',
  'pause',
  'resume',
  'extend',
  'close',
  'cancel',
] as const;
export type WorkshopMove = (typeof WORKSHOP_MOVES)[number];

const TABLE: Record<WorkshopState, Partial<Record<WorkshopMove, WorkshopState>>> = {
  draft: { open: 'open', cancel: 'cancelled' },
  open: { start: 'running', cancel: 'cancelled' },
  running: { phase: 'running', pause: 'running', resume: 'running', extend: 'running', close: 'closed' },
  closed: {},
  cancelled: {},
};

/** The state after a move; null when the move is not possible. */
export function moveWorkshop(state: WorkshopState, move: WorkshopMove): WorkshopState | null {
  return TABLE[state][move] ?? null;
}
