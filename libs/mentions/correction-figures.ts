import type { EntityManager } from 'typeorm';
import {
  CORRECTED_FIELDS,
  type CorrectedField,
  type listCorrections,
  type readConfusion,
} from '#contract/mentions';
import type { InputOf, ResponseOf } from '#platform/contract';
import { decodeCursor, encodeCursor } from '#platform/database';
import { invalidField } from '#platform/problem';

/**
 * One row per corrected mention outside drills: what the classifier said first (before any correction) and what the
 * latest correction says. A field that the person left as it was counts as confirmed: they looked at the judgement.
 * $1 is the earliest time of the latest correction, or null.
 */
const EXAMPLES = `
  select last.mention_id, last.id, last.at, last.person_id, last.reason, first.before, last.after, i.published_at
  from (select distinct on (mention_id) * from correction order by mention_id, id desc) last
  join (select distinct on (mention_id) mention_id, before from correction order by mention_id, id) first
    on first.mention_id = last.mention_id
  join mention_identity i on i.mention_id = last.mention_id
  where ($1::timestamptz is null or last.at >= $1)
    and exists (select from mention m where m.id = i.mention_id and m.published_at = i.published_at and m.realm = 'live')`;

/** The confusion of every field that a person can overrule. */
export async function confusion(
  manager: EntityManager,
  since: string | undefined,
): Promise<ResponseOf<typeof readConfusion>> {
  const rows: { field: CorrectedField; automatic: string; person: string; mentions: number }[] =
    await manager.query(
      `with example as materialized (${EXAMPLES})
       select f.field, e.before->>f.field as automatic, e.after->>f.field as person, count(*)::integer as mentions
       from example e cross join unnest($2::text[]) as f(field)
       group by 1, 2, 3 order by 1, mentions desc, 2, 3`,
      [since ?? null, [...CORRECTED_FIELDS]],
    );
  const total = rows.filter(({ field }) => field === 'level').reduce((sum, row) => sum + row.mentions, 0);
  return {
    mentions: total,
    fields: CORRECTED_FIELDS.map((field) => {
      const cells = rows.filter((row) => row.field === field);
      return {
        field,
        kept: cells
          .filter((cell) => cell.automatic === cell.person)
          .reduce((sum, cell) => sum + cell.mentions, 0),
        cells: cells.map(({ automatic, person, mentions }) => ({ automatic, person, mentions })),
      };
    }),
  };
}

/** The mentions of one cell. Refuses a cursor that is not of this list. */
export async function correctionsOf(
  manager: EntityManager,
  query: InputOf<typeof listCorrections>['query'],
): Promise<ResponseOf<typeof listCorrections>> {
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, 1)?.[0];
  if (query.cursor !== undefined && !/^\d{1,19}$/.test(String(after))) {
    throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list');
  }
  const rows: { id: string; mentionId: string; text: string; at: Date; by: string; reason: string }[] =
    await manager.query(
      `with example as (${EXAMPLES})
       select e.id, e.mention_id as "mentionId", m.text, e.at, p.name as by, e.reason
       from example e
       join mention m on m.id = e.mention_id and m.published_at = e.published_at
       join person p on p.id = e.person_id
       where e.before->>$2 = $3 and e.after->>$2 = $4 and ($5::bigint is null or e.id < $5)
       order by e.id desc limit $6`,
      [
        query.since ?? null,
        query.field,
        query.automatic,
        query.person,
        query.cursor === undefined ? null : after,
        query.limit + 1,
      ],
    );
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(({ id: _, ...item }) => ({ ...item, at: item.at.toISOString() })),
    next: rows.length > items.length && last ? encodeCursor([last.id]) : null,
  };
}

/** Labelled examples for a training, oldest first: the text with what the classifier said and what a person says. */
export async function* exampleLines(
  manager: EntityManager,
  since: string | undefined,
): AsyncGenerator<string> {
  for (let after = '0'; ;) {
    const rows: { id: string; text: string; at: Date; before: object; after: object }[] = await manager.query(
      `with example as (${EXAMPLES})
       select e.id, m.text, e.at, e.before, e.after
       from example e join mention m on m.id = e.mention_id and m.published_at = e.published_at
       where e.id > $2 order by e.id limit ${EXPORT_PAGE}`,
      [since ?? null, after],
    );
    for (const row of rows) {
      yield `${JSON.stringify({
        text: row.text,
        at: row.at.toISOString(),
        automatic: labelsOf(row.before),
        person: labelsOf(row.after),
      })}\n`;
    }
    const last = rows.at(-1);
    if (!last || rows.length < EXPORT_PAGE) return;
    after = last.id;
  }
}

const EXPORT_PAGE = 500;

function labelsOf(judgement: object): object {
  const fields = judgement as Record<string, unknown>;
  return Object.fromEntries(CORRECTED_FIELDS.map((field) => [field, fields[field] ?? null]));
}
