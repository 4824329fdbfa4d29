/** How often each thing was done to the replies, by kind and then by name. */
export class FaultTally {
  private readonly counts = new Map<string, Map<string, number>>();

  /** Names that are reported even when they never happened. */
  expect(kind: string, names: readonly string[]): void {
    for (const name of names) this.add(kind, name, 0);
  }

  add(kind: string, name: string, times = 1): void {
    const names = this.counts.get(kind) ?? new Map<string, number>();
    names.set(name, (names.get(name) ?? 0) + times);
    this.counts.set(kind, names);
  }

  asObject(): Record<string, Record<string, number>> {
    return Object.fromEntries([...this.counts].map(([kind, names]) => [kind, Object.fromEntries(names)]));
  }

  total(kind: string): number {
    return [...(this.counts.get(kind)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  }
}
