import type { EntityManager } from 'typeorm';
import { bumpLibrary, type LibraryDecision, nextState } from './change-answer.js';
import type { Writer } from './drafts.service.js';
import { backToDraft, closeVersion, voidDecisions } from './version-moves.js';
import type { VersionRecord } from './version-record.js';

/**
 * Closes the approved version at once; one in review goes back to the draft, so that it cannot slip in. The caller
 * holds the answer's lock, and puts the decision that is returned on record.
 */
export async function takeOutOfUse(
  manager: EntityManager,
  versions: readonly VersionRecord[],
  reason: string,
  writer: Writer,
): Promise<LibraryDecision> {
  const closing = versions.find(({ state }) => state === 'approved') ?? versions[0];
  if (!closing) throw new Error('an answer has no version');
  const state = nextState(closing, 'retire');
  await closeVersion(manager, closing.id, state, reason);
  const inReview = versions.find((version) => version.state === 'in_review');
  if (inReview) {
    await voidDecisions(manager, inReview.id);
    await backToDraft(manager, inReview.id);
  }
  await bumpLibrary(manager);
  return {
    actor: writer,
    action: 'answer.retired',
    reason,
    before: { state: closing.state },
    after: { version: closing.number, state, backToDraft: inReview?.number ?? null },
  };
}
