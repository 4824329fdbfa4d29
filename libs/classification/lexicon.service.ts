import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import type {
  addLexiconEntry,
  changeLexiconEntry,
  LexiconEntryView,
  listLexicon,
} from '#contract/classification';
import type { InputOf, ResponseOf } from '#platform/contract';
import { decodeCursor, encodeCursor, inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { invalidField, notFound } from '#platform/problem';
import { LEXICON_CATEGORIES, validateLexiconTerm } from './lexicon-entry.js';
import { raiseLexiconRevision } from './lexicon-revision.js';

type EntryFields = InputOf<typeof addLexiconEntry>['body'];
type EntryPatch = InputOf<typeof changeLexiconEntry>['body'];

/** The terms that classification looks for, and their changes. */
@Injectable()
export class LexiconService {
  constructor(private readonly dataSource: DataSource) {}

  async list(query: InputOf<typeof listLexicon>['query']): Promise<ResponseOf<typeof listLexicon>> {
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, 2);
    if (query.cursor !== undefined && !isPlace(after)) {
      throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list');
    }
    const [rows, categories] = await Promise.all([
      this.dataSource.query<LexiconEntryView[]>(
        `select ${COLUMNS} from lexicon_entry
         where ($1::text is null or language = $1) and ($2::text is null or category = $2)
           and ($3::text is null or term ilike '%' || $3 || '%')
           and ($4::text is null or (term, id) > ($4, $5::bigint))
         order by term, id limit $6`,
        [
          query.language ?? null,
          query.category ?? null,
          query.search?.replace(/[\\%_]/g, '\\$&') ?? null,
          after?.[0] ?? null,
          after?.[1] ?? null,
          query.limit + 1,
        ],
      ),
      this.dataSource.query<{ category: string; terms: number }[]>(
        `select category, count(*)::integer as terms from lexicon_entry
         where $1::text is null or language = $1 group by category order by category`,
        [query.language ?? null],
      ),
    ]);
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    return {
      items,
      categories,
      next: rows.length > items.length && last ? encodeCursor([last.term, last.id]) : null,
    };
  }

  async add(actor: Actor, fields: EntryFields): Promise<LexiconEntryView> {
    refuseUnfitEntry(fields);
    return inTransaction(this.dataSource, async ({ manager }) => {
      const [entry]: LexiconEntryView[] = await manager.query(
        `insert into lexicon_entry (language, category, term, weight, active) values ($1, $2, $3, $4, $5)
         on conflict (language, category, term) do nothing returning ${COLUMNS}`,
        [fields.language, fields.category, fields.term, fields.weight, fields.active],
      );
      if (!entry) throw termExists();
      await this.keepRecord(manager, actor, 'lexicon.entry_added', entry.id, null, entry);
      return entry;
    });
  }

  change(actor: Actor, entryId: string, patch: EntryPatch): Promise<LexiconEntryView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const before = await lockEntry(manager, entryId);
      const after: LexiconEntryView = { ...before, ...withoutAbsent(patch) };
      refuseUnfitEntry(after);
      const twins: unknown[] = await manager.query(
        `select 1 from lexicon_entry where language = $1 and category = $2 and term = $3 and id <> $4`,
        [after.language, after.category, after.term, entryId],
      );
      if (twins.length > 0) throw termExists();
      await manager.query(
        `update lexicon_entry set language = $2, category = $3, term = $4, weight = $5, active = $6, updated_at = now()
         where id = $1`,
        [entryId, after.language, after.category, after.term, after.weight, after.active],
      );
      await this.keepRecord(manager, actor, 'lexicon.entry_changed', entryId, before, after);
      return after;
    });
  }

  remove(actor: Actor, entryId: string): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const before = await lockEntry(manager, entryId);
      await manager.query(`delete from lexicon_entry where id = $1`, [entryId]);
      await this.keepRecord(manager, actor, 'lexicon.entry_removed', entryId, before, null);
    });
  }

  private async keepRecord(
    manager: EntityManager,
    actor: Actor,
    action: string,
    subjectId: string,
    before: LexiconEntryView | null,
    after: LexiconEntryView | null,
  ): Promise<void> {
    await raiseLexiconRevision(manager);
    await recordDecision(manager, { actor, action, subjectType: 'lexicon_entry', subjectId, before, after });
  }
}

const COLUMNS = `id, language, category, term, weight::float8 as weight, active`;

async function lockEntry(manager: EntityManager, entryId: string): Promise<LexiconEntryView> {
  const [entry]: LexiconEntryView[] = await manager.query(
    `select ${COLUMNS} from lexicon_entry where id = $1 for update`,
    [entryId],
  );
  if (!entry) throw notFound('lexicon-entry-not-found', 'There is no such term.');
  return entry;
}

/** Refuses a category or a term that cannot be looked for, naming the field. */
export function refuseUnfitEntry({ category, term }: { category: string; term: string }): void {
  if (!LEXICON_CATEGORIES.some((known) => known === category)) {
    throw invalidField('category', 'unknown-category', 'is not a category of the lexicon', { category });
  }
  const check = validateLexiconTerm(term);
  if (!check.ok) {
    throw invalidField('term', 'lexicon-term-invalid', 'cannot be looked for', { reason: check.code });
  }
}

function termExists() {
  return invalidField('term', 'lexicon-term-exists', 'is already in this category');
}

function isPlace(parts: readonly (string | number)[] | null): boolean {
  return typeof parts?.[0] === 'string' && /^\d{1,19}$/.test(String(parts[1]));
}

function withoutAbsent<T extends object>(patch: T): Partial<{ [K in keyof T]: NonNullable<T[K]> }> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<{
    [K in keyof T]: NonNullable<T[K]>;
  }>;
}
