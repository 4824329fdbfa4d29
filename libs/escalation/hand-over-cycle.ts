interface Handed {
  id: string;
  departmentId: string | null;
  handedFrom: string | null;
}

/** The departments in a circle that handing over would make, from the one asked to itself; null when it makes none. */
export function handOverCycle(asks: readonly Handed[], ask: Handed, to: string): string[] | null {
  const chain: string[] = [];
  const seen = new Set<string>();
  for (let one: Handed | undefined = ask; one && !seen.has(one.id);) {
    seen.add(one.id);
    if (one.departmentId !== null) chain.unshift(one.departmentId);
    if (one.departmentId === to) return [...chain, to];
    const from: string | null = one.handedFrom;
    one = asks.find(({ id }) => id === from);
  }
  return null;
}
