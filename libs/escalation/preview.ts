import type { Concerned } from './concerned.js';
import type { AskedPerson, DutyBook } from './duty-book.js';
import { nextMove, type Place, type RunningAsk } from './next-move.js';
import type { Policy } from './policy.js';

export interface PreviewedStep extends Place {
  at: Date;
  people: AskedPerson[];
  loudness: number;
}

/** How the chain would run from a moment on if nobody answered: quiet times, hand-overs and all. */
export function previewChain(
  policy: Pick<Policy, 'steps' | 'decideMinutes'> | null,
  book: DutyBook,
  start: {
    departmentId: string | null;
    level: number;
    at: Date;
    rounds: number;
    concerned?: readonly Concerned[];
  },
): PreviewedStep[] {
  const fired: PreviewedStep[] = [];
  let at = start.at;
  let ask: RunningAsk = {
    departmentId: start.departmentId,
    state: 'open',
    level: start.level,
    round: 1,
    step: 0,
    repetition: 0,
    loudFrom: 2,
    snoozed: false,
    concerned: start.concerned ?? [],
  };
  while (ask.round <= start.rounds && fired.length < 200) {
    const move = nextMove(ask, policy, book, at);
    if (move.kind === 'ask') {
      fired.push({ ...move.fired, at, people: move.people, loudness: move.loudness });
      ask = { ...ask, ...move.next };
    }
    at = move.nextAt;
  }
  return fired;
}
