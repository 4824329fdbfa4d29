import type { EntityManager } from 'typeorm';
import { DEFAULT_LEXICON } from './default-lexicon.js';
import { raiseLexiconRevision } from './lexicon-revision.js';

/** Puts the lexicon that a new workspace starts with where there is none; harmless to repeat. Returns how many entries. */
export async function seedLexicon(manager: EntityManager): Promise<number> {
  const inserted: unknown[] = await manager.query(
    `insert into lexicon_entry (language, category, term, weight)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::real[])
     where not exists (select 1 from lexicon_entry)
     on conflict do nothing returning id`,
    [
      DEFAULT_LEXICON.map((entry) => entry.language),
      DEFAULT_LEXICON.map((entry) => entry.category),
      DEFAULT_LEXICON.map((entry) => entry.term),
      DEFAULT_LEXICON.map((entry) => entry.weight),
    ],
  );
  if (inserted.length > 0) await raiseLexiconRevision(manager);
  return inserted.length;
}
