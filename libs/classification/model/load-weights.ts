import { readFileSync } from 'node:fs';
import { readTable, type WeightTable } from './weight-table.js';

/** Names of the shipped files in `weights/`. */
export type ModelName =
  'language' | 'sentiment' | 'sentiment-en' | 'offensive' | 'emotion' | 'irony' | 'hate';

const loaded = new Map<ModelName, WeightTable>();

/** The shipped weights of a model, read from disk at the first call and kept. Throws where the file is not there. */
export function weightsOf(name: ModelName): WeightTable {
  let table = loaded.get(name);
  if (!table) {
    table = readTable(readFileSync(new URL(`../weights/${name}.bin`, import.meta.url)));
    loaded.set(name, table);
  }
  return table;
}
