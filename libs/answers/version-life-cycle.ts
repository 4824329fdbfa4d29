import type { VersionState } from './contract.js';

/** What can happen to a version. `refuse` and `withdraw` both lead back to the draft, with approvals void. */
export type VersionMove = 'submit' | 'withdraw' | 'refuse' | 'approve' | 'supersede' | 'retire' | 'expire';

/** Every allowed transition; what is not here is not allowed. */
export const VERSION_TRANSITIONS: Readonly<
  Record<VersionState, Readonly<Partial<Record<VersionMove, VersionState>>>>
> = {
  draft: { submit: 'in_review' },
  in_review: { withdraw: 'draft', refuse: 'draft', approve: 'approved' },
  approved: { supersede: 'superseded', retire: 'retired', expire: 'expired' },
  superseded: {},
  retired: {},
  expired: {},
};

/** The state after the move, or null when the move is not allowed from this state. */
export function moveVersion(state: VersionState, move: VersionMove): VersionState | null {
  return VERSION_TRANSITIONS[state][move] ?? null;
}

/** Approved and within its validity at that moment: only this may be published. `validUntil` itself is too late. */
export function isCurrent(
  version: { state: VersionState; validFrom: Date | null; validUntil: Date | null },
  now: Date,
): boolean {
  return (
    version.state === 'approved' &&
    (version.validFrom === null || version.validFrom.getTime() <= now.getTime()) &&
    (version.validUntil === null || version.validUntil.getTime() > now.getTime())
  );
}
