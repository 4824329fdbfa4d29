import type { EntityManager } from 'typeorm';
import { invalid } from '#platform/problem';
import { type LibraryDecision, nextState } from './change-answer.js';
import { checkContent } from './check-content.js';
import { CURRENT_HASH_RULE } from './content-hash.js';
import { unknownReferences } from './draft-content.js';
import type { Writer } from './drafts.service.js';
import { tellReviewAsked } from './library-notices.js';
import { voidDecisions } from './version-moves.js';
import { hashOf, type VersionRecord } from './version-record.js';

/**
 * Asks the departments; from here on the content is fixed and known by its hash. The caller holds the answer's lock,
 * and puts the decision that is returned on record. Throws with the fields at fault when something is missing.
 */
export async function submitLocked(
  manager: EntityManager,
  version: VersionRecord,
  writer: Writer,
): Promise<LibraryDecision> {
  const state = nextState(version, 'submit');
  const errors = [...checkContent(version.content), ...(await unknownReferences(manager, version.content))];
  if (errors.length > 0) throw invalid(errors);
  const contentHash = hashOf({ ...version, hashRule: CURRENT_HASH_RULE });
  await voidDecisions(manager, version.id);
  await manager.query(
    `update answer_version set state = $2, content_hash = $3, hash_rule = $4, submitted_at = clock_timestamp()
     where id = $1`,
    [version.id, state, contentHash, CURRENT_HASH_RULE],
  );
  await tellReviewAsked(manager, version, writer);
  return {
    actor: writer,
    action: 'answer.submitted',
    before: { state: version.state },
    after: { version: version.number, state, contentHash, departmentIds: version.content.departmentIds },
  };
}
