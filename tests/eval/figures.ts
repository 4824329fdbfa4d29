/** How well labels were told; shares are in percent, rounded to two digits. */
export interface Figures {
  texts: number;
  macroF1: number;
  macroRecall: number;
  accuracy: number;
  perClass: Record<string, { texts: number; precision: number; recall: number; f1: number }>;
}

/**
 * Figures over pairs of what is true and what was said. The macro means go over the classes that are true of at least
 * one text; saying a class that is true of none counts against the others.
 */
export function figuresOf(pairs: readonly (readonly [truth: string, said: string])[]): Figures {
  const classes = [...new Set(pairs.map(([truth]) => truth))].sort();
  const perClass: Figures['perClass'] = {};
  let [f1Sum, recallSum, right] = [0, 0, 0];
  for (const one of classes) {
    const count = (test: (truth: boolean, said: boolean) => boolean) =>
      pairs.filter(([truth, said]) => test(truth === one, said === one)).length;
    const hits = count((truth, said) => truth && said);
    const texts = count((truth) => truth);
    const said = count((_, claimed) => claimed);
    const recall = texts === 0 ? 0 : hits / texts;
    const precision = said === 0 ? 0 : hits / said;
    const f1 = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    perClass[one] = { texts, precision: percent(precision), recall: percent(recall), f1: percent(f1) };
    f1Sum += f1;
    recallSum += recall;
    right += hits;
  }
  return {
    texts: pairs.length,
    macroF1: percent(f1Sum / Math.max(1, classes.length)),
    macroRecall: percent(recallSum / Math.max(1, classes.length)),
    accuracy: percent(right / Math.max(1, pairs.length)),
    perClass,
  };
}

export function percent(share: number): number {
  return Number((share * 100).toFixed(2));
}
