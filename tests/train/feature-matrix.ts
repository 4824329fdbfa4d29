/** Texts as sparse rows: columns are the distinct features, values their weights (rows of unit length per group). */
export interface FeatureMatrix {
  rows: number;
  columns: number;
  start: Uint32Array;
  column: Uint32Array;
  value: Float32Array;
  /** The hash of every column. */
  hash: Uint32Array;
}

/** What a row is made of, as the reader of the product gives it. */
export interface RowSource {
  count: number;
  hashes: Uint32Array;
  groups: Uint8Array;
  scale: Float64Array;
}

/** Gathers rows; columns met in fewer than `fewest` rows are left out at the end. */
export class MatrixBuilder {
  private readonly columnOf = new Map<number, number>();
  private readonly hashes: number[] = [];
  private readonly seen: number[] = [];
  private readonly rowColumns: Uint32Array[] = [];
  private readonly rowValues: Float32Array[] = [];

  /** `further` are features that no text holds, with their values. */
  add(row: RowSource, further: readonly [number, number][] = []): void {
    const sums = new Map<number, number>(further);
    for (let at = 0; at < row.count; at += 1) {
      const hash = row.hashes[at] ?? 0;
      const value = row.scale[row.groups[at] ?? 0] ?? 0;
      sums.set(hash, (sums.get(hash) ?? 0) + value);
    }
    const columns = new Uint32Array(sums.size);
    const values = new Float32Array(sums.size);
    let at = 0;
    for (const [hash, value] of sums) {
      let column = this.columnOf.get(hash);
      if (column === undefined) {
        column = this.hashes.length;
        this.columnOf.set(hash, column);
        this.hashes.push(hash);
        this.seen.push(0);
      }
      this.seen[column] = (this.seen[column] ?? 0) + 1;
      columns[at] = column;
      values[at] = value;
      at += 1;
    }
    this.rowColumns.push(columns);
    this.rowValues.push(values);
  }

  build(fewest: number): FeatureMatrix {
    const kept = new Int32Array(this.hashes.length).fill(-1);
    const hash: number[] = [];
    this.seen.forEach((count, column) => {
      if (count < fewest) return;
      kept[column] = hash.length;
      hash.push(this.hashes[column] ?? 0);
    });
    const start = new Uint32Array(this.rowColumns.length + 1);
    let total = 0;
    this.rowColumns.forEach((columns, row) => {
      for (const column of columns) if ((kept[column] ?? -1) >= 0) total += 1;
      start[row + 1] = total;
    });
    const column = new Uint32Array(total);
    const value = new Float32Array(total);
    let at = 0;
    this.rowColumns.forEach((columns, row) => {
      columns.forEach((old, index) => {
        const now = kept[old] ?? -1;
        if (now < 0) return;
        column[at] = now;
        value[at] = this.rowValues[row]?.[index] ?? 0;
        at += 1;
      });
    });
    return {
      rows: this.rowColumns.length,
      columns: hash.length,
      start,
      column,
      value,
      hash: Uint32Array.from(hash),
    };
  }
}
