import { foldText } from '#rules/topics';

/** Those whose name or query holds every word, whatever its accents and capitals; all of them where no word is given. */
export function namedLike<Named extends { name: string; query: string }>(
  all: readonly Named[],
  words: string,
): readonly Named[] {
  const sought = foldText(words).split(/\s+/).filter(Boolean);
  if (sought.length === 0) return all;
  return all.filter(({ name, query }) => {
    const text = foldText(`${name} ${query}`);
    return sought.every((word) => text.includes(word));
  });
}
