/** Dots that count against the budget: those on items that are still there. */
export function spentDots(
  dots: Readonly<Record<string, number>>,
  items: readonly { readonly id: string }[],
): number {
  return items.reduce((sum, { id }) => sum + (dots[id] ?? 0), 0);
}

/** Whether somebody may put this many dots on an item, given what they have put on the others. */
export function mayGive(
  plan: { dots: number; dotsPerItem: number },
  onOthers: number,
  wanted: number,
): { allowed: true } | { allowed: false; left: number } {
  // What is already over the budget, after the facilitator lowered it, can still be taken away.
  const left = Math.max(0, Math.min(plan.dotsPerItem, plan.dots - onOthers));
  return wanted <= left ? { allowed: true } : { allowed: false, left };
}
