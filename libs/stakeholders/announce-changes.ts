import type { EntityManager } from 'typeorm';
import { recordDecisions } from '#audit';
import type { Realm } from '#platform/contract';
import type { Actor } from '#platform/http';
import { publishEvents } from '#platform/live';

export type StakeholderAction =
  | 'created'
  | 'changed'
  | 'moved'
  | 'archived'
  | 'restored'
  | 'author_attached'
  | 'author_detached'
  | 'proposal_dismissed'
  | 'authors_attached_by_rule'
  | 'rule_added'
  | 'rule_removed'
  | 'told'
  | 'noted'
  | 'note_corrected';

export interface StakeholderChange {
  stakeholderId: string;
  realm: Realm;
  action: StakeholderAction;
  before?: Record<string, unknown>;
  /** Ids, figures and names of fields; never what a person wrote, because the record cannot be erased. */
  after: Record<string, unknown>;
  reason?: string;
}

/** Puts changes on record and tells the screens. `actor` null: a rule did it. Call it last in the transaction. */
export async function announceChanges(
  manager: EntityManager,
  actor: Pick<Actor, 'personId' | 'name'> | null,
  changes: readonly StakeholderChange[],
): Promise<void> {
  if (changes.length === 0) return;
  for (const realm of ['live', 'training'] as const) {
    const ids = changes.filter((change) => change.realm === realm).map(({ stakeholderId }) => stakeholderId);
    if (ids.length > 0) {
      await publishEvents(manager, [
        { type: 'stakeholder.changed', stakeholderIds: [...new Set(ids)].slice(0, 100), realm },
      ]);
    }
  }
  await recordDecisions(
    manager,
    changes.map(({ stakeholderId, action, before, after, reason }) => ({
      actor,
      action: `stakeholder.${action}`,
      subjectType: 'stakeholder',
      subjectId: stakeholderId,
      ...(before === undefined ? {} : { before }),
      ...(reason === undefined || reason === '' ? {} : { reason }),
      after,
    })),
  );
}
