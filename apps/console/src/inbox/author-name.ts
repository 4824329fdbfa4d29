import type { MentionSummary } from '#contract/mentions';

/** The author's name, with the handle where both are known and differ; null for an author who is not known. */
export function authorName({
  name,
  handle,
}: Pick<MentionSummary['author'], 'name' | 'handle'>): string | null {
  const at = handle === null ? null : handle.startsWith('@') ? handle : `@${handle}`;
  if (name === null || name === handle) return at ?? name;
  return at === null ? name : `${name} ${at}`;
}
