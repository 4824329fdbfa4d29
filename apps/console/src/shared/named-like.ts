import { foldText } from '#rules/topics';

/** Those whose text holds every word, whatever its accents and capitals; all of them where no word is given. */
export function namedLike<One>(
  all: readonly One[],
  words: string,
  textOf: (one: One) => string,
): readonly One[] {
  const sought = foldText(words).split(/\s+/).filter(Boolean);
  if (sought.length === 0) return all;
  return all.filter((one) => {
    const text = foldText(textOf(one));
    return sought.every((word) => text.includes(word));
  });
}
