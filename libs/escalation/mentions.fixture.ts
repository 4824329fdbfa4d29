import type { DataSource } from 'typeorm';
import { decide as decideOn, TriageService } from '#mentions';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';

/** For tests: a decision by the other way, that of the inbox and its scripts. */
export function decide(
  dataSource: DataSource,
  actor: Actor,
  mentionIds: readonly string[],
  body: Parameters<typeof decideOn>[3],
) {
  return inTransaction(dataSource, ({ manager }) => decideOn(manager, actor, mentionIds, body));
}

export function undoDecisions(dataSource: DataSource, actor: Actor, decisionIds: readonly string[]) {
  return new TriageService(dataSource).undo(actor, decisionIds);
}
