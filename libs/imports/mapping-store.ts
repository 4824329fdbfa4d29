import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Mapping, MappingInvalid, readMapping } from './mapping.js';
import { FileUnreadable } from './file-record.js';
import { readCsv } from './read-csv.js';
import { readJsonl } from './read-jsonl.js';
import { valueAt } from './value-at.js';

/** The mappings that come with Passerelle, then those that an installation keeps in `mappings` of its data folder. */
export async function knownMappings(dataDirectory: string): Promise<Mapping[]> {
  const root = process.env['PASSERELLE_ROOT'] || process.cwd();
  const shipped = await mappingsIn(path.join(root, 'mappings'));
  const own = await mappingsIn(path.join(dataDirectory, 'mappings'));
  return [...new Map([...shipped, ...own].map((mapping) => [mapping.name, mapping])).values()];
}

async function mappingsIn(folder: string): Promise<Mapping[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (name) => {
      try {
        return readMapping(await readFile(path.join(folder, name), 'utf8'));
      } catch (error) {
        if (error instanceof MappingInvalid) {
          throw new MappingInvalid(`${path.join(folder, name)}: ${error.message}`);
        }
        throw error;
      }
    }),
  );
}

/**
 * The mapping that a file fits: all that the mapping recognises stands in the first record that can be read. Where
 * several fit, the one that recognises most.
 */
export async function recogniseMapping(mappings: readonly Mapping[], file: string): Promise<Mapping | null> {
  const first: Record<Mapping['format'], unknown> = {
    jsonl: await firstRecord(readJsonl(file, { byte: 0, line: 0 })),
    csv: await firstRecord(readCsv(file, { byte: 0, line: 0 })),
  };
  return (
    mappings
      .filter(
        ({ format, recognise }) =>
          recognise.length > 0 &&
          recognise.every((place) => {
            const value = valueAt(first[format], place);
            return format === 'csv' ? value !== undefined : value !== undefined && value !== null;
          }),
      )
      .sort((a, b) => b.recognise.length - a.recognise.length)[0] ?? null
  );
}

/** How many records may be unreadable before the first that counts. */
const LOOKED_AT = 20;

async function firstRecord(records: ReturnType<typeof readJsonl>): Promise<unknown> {
  let looked = 0;
  try {
    for await (const { content } of records) {
      if (content.ok) return content.value;
      looked += 1;
      if (looked === LOOKED_AT) return undefined;
    }
  } catch (error) {
    if (!(error instanceof FileUnreadable)) throw error;
  }
  return undefined;
}
