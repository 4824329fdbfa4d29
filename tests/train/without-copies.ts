/**
 * The training texts that are no copies of a held-out one. Data sets repeat each other's posts with other quotation
 * marks, names or links, so texts are compared by their runs of three words: one that shares half of the runs of a
 * held-out text, or has the very same words, is a copy.
 */
export function withoutCopies<T extends { text: string }>(
  training: readonly T[],
  heldOut: readonly { text: string }[],
): T[] {
  const places = new Map<string, number[]>();
  const runs = heldOut.map(({ text }) => runsOf(text));
  runs.forEach((own, index) => {
    for (const run of own) places.set(run, [...(places.get(run) ?? []), index]);
  });
  return training.filter(({ text }) => {
    const shared = new Map<number, number>();
    for (const run of runsOf(text)) {
      for (const index of places.get(run) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
    }
    return ![...shared].some(([index, count]) => count >= (runs[index]?.size ?? 0) / 2);
  });
}

function runsOf(text: string): Set<string> {
  const words = text
    .toLowerCase()
    .replace(/https?\S*|@\w+|\\u[0-9a-f]{4}|&\w+;/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
  if (words.length <= RUN) return new Set(words.length === 0 ? [] : [words.join(' ')]);
  return new Set(words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' ')));
}

const RUN = 3;
