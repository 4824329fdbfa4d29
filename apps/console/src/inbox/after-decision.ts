import type { MentionSummary } from '#contract/mentions';
import type { InboxFilter } from './inbox-filter.js';

/** Whether a mention still belongs in the list after its handling changed (what else the filter asks cannot change). */
export function stillListed(mention: MentionSummary, filter: InboxFilter, ownId: string): boolean {
  if (filter.state.length > 0 && !filter.state.includes(mention.state)) return false;
  switch (filter.assignee) {
    case undefined:
      return true;
    case 'none':
      return mention.assignee === null;
    case 'me':
      return mention.assignee?.id === ownId;
    default:
      return mention.assignee?.id === filter.assignee;
  }
}

/** Where the cursor goes when these mentions leave the list: to the next that stays, else to the one before. */
export function cursorAfter(
  ids: readonly string[],
  leaving: ReadonlySet<string>,
  cursor: string | null,
): string | null {
  if (cursor === null || !leaving.has(cursor)) return cursor;
  const at = ids.indexOf(cursor);
  const stays = (id: string) => !leaving.has(id);
  return ids.slice(at + 1).find(stays) ?? ids.slice(0, Math.max(at, 0)).findLast(stays) ?? null;
}
