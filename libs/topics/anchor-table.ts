/** From tokens, whole or by their beginning, to the queries that wait for them. */
export class AnchorTable {
  private readonly whole = new Map<string, number[]>();
  private readonly beginnings = new Map<string, number[]>();
  /** For two first characters, the lengths of the beginnings that have them, ascending. */
  private readonly lengths = new Map<number, number[]>();

  /** `text` is the beginning of a token when `wild`, else a whole token. */
  add(text: string, wild: boolean, query: number): void {
    push(wild ? this.beginnings : this.whole, text, query);
    if (!wild) return;
    const key = firstTwo(text);
    const lengths = this.lengths.get(key) ?? [];
    if (!lengths.includes(text.length)) lengths.push(text.length);
    this.lengths.set(
      key,
      lengths.sort((a, b) => a - b),
    );
  }

  /** Adds to `found` the queries that wait for one of these tokens. */
  collect(tokens: Iterable<string>, found: Set<number>): void {
    if (this.whole.size > 0) {
      for (const token of tokens) addAll(this.whole.get(token), found);
    }
    if (this.beginnings.size === 0) return;
    for (const token of tokens) {
      for (const length of this.lengths.get(firstTwo(token)) ?? NONE) {
        if (length > token.length) break;
        addAll(this.beginnings.get(token.slice(0, length)), found);
      }
    }
  }
}

const NONE: readonly number[] = [];

/** A beginning has at least two characters, so that these two always tell. */
function firstTwo(text: string): number {
  return text.charCodeAt(0) * 0x10000 + text.charCodeAt(1);
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else if (values.at(-1) !== value) values.push(value);
}

function addAll(queries: readonly number[] | undefined, found: Set<number>): void {
  if (queries !== undefined) for (const query of queries) found.add(query);
}
