import type { DataSource, EntityManager } from 'typeorm';
import { type CompiledLexicon, compileLexicon } from './compiled-lexicon.js';
import { LEXICON_CATEGORIES, LEXICON_LANGUAGES, type LexiconEntry } from './lexicon-entry.js';

/** Keeps the compiled lexicon of a process, and compiles it anew when an entry has changed. */
export class LexiconCache {
  private compiled: { revision: string; lexicon: CompiledLexicon } | undefined;

  async current(database: DataSource | EntityManager): Promise<CompiledLexicon> {
    const [row]: { number: string }[] = await database.query(
      `select number from revision where name = 'lexicon'`,
    );
    const revision = row?.number ?? '0';
    // Entries that change between the two statements raise the revision, so the next call sees them.
    if (this.compiled?.revision !== revision) {
      this.compiled = { revision, lexicon: compileLexicon(await activeEntries(database)) };
    }
    return this.compiled.lexicon;
  }
}

/** The entries that classification looks for. */
export async function activeEntries(database: DataSource | EntityManager): Promise<LexiconEntry[]> {
  return database.query(
    `select language, category, term, weight::float8 as weight from lexicon_entry
     where active and language = any($1) and category = any($2) order by id`,
    [LEXICON_LANGUAGES, LEXICON_CATEGORIES],
  );
}
