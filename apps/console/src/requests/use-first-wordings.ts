import { useEffect, useState } from 'react';
import type { MentionSummary } from '#contract/mentions';

type Post = Pick<MentionSummary, 'id' | 'wording'>;

/** Which wording of each of several posts was read: the first one shown, until somebody says that they read the newer. */
export function useFirstWordings(posts: readonly Post[]) {
  const [seen, setSeen] = useState<ReadonlyMap<string, number>>(() => wordings(posts));
  useEffect(() => {
    setSeen((before) => {
      const more = posts.filter(({ id }) => !before.has(id));
      return more.length === 0 ? before : new Map([...wordings(more), ...before]);
    });
  }, [posts]);
  return {
    wordingOf: ({ id, wording }: Post) => seen.get(id) ?? wording,
    isChanged: ({ id, wording }: Post) => (seen.get(id) ?? wording) !== wording,
    read: ({ id, wording }: Post) => setSeen((before) => new Map([...before, [id, wording]])),
  };
}

function wordings(posts: readonly Post[]): Map<string, number> {
  return new Map(posts.map(({ id, wording }) => [id, wording]));
}
