import type { ReasonView } from '#contract/classification';

/** A reason with the share of the whole that its weight is, 0 to 1, for its bar. */
export interface WeighedReason {
  reason: ReasonView;
  share: number;
}

/** Splits the reasons into those that add to the severity, heaviest first, and those that only explain. */
export function weighReasons(reasons: readonly ReasonView[]): {
  weighing: WeighedReason[];
  explaining: ReasonView[];
  sum: number;
} {
  const weighing = reasons
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const sum = weighing.reduce((total, { weight }) => total + weight, 0);
  const heaviest = Math.max(1, ...weighing.map(({ weight }) => Math.abs(weight)));
  return {
    weighing: weighing.map((reason) => ({ reason, share: Math.abs(reason.weight) / heaviest })),
    explaining: reasons.filter(({ weight }) => weight === 0),
    sum,
  };
}

/** Every word that a reason saw in the text. */
export function wordsSeen(reasons: readonly ReasonView[]): string[] {
  return [...new Set(reasons.flatMap(({ words }) => words ?? []))];
}

/** The key of a reason's words under `reasons`; the codes of the harms have their words in the vocabulary. */
export function reasonKey({ part, code, params }: Pick<ReasonView, 'part' | 'code' | 'params'>): string {
  if (part === 'level' && params?.['next'] !== undefined) return 'reasons.level.severityNext';
  return part === 'harm' && code !== 'negated' ? 'reasons.harm.category' : `reasons.${part}.${code}`;
}
