import type { EntityManager } from 'typeorm';
import type { listContacts } from '#contract/contacts';
import type { InputOf, ResponseOf } from '#platform/contract';
import { decodeCursor, encodeCursor } from '#platform/database';
import { invalidField } from '#platform/problem';
import { SUMMARY_COLUMNS, type SummaryRow } from './contact-record.js';
import { fold } from './fold.js';

type Request = InputOf<typeof listContacts>['query'];

/** One page of the contacts by name. */
export async function listPage(
  manager: EntityManager,
  request: Request,
): Promise<ResponseOf<typeof listContacts>> {
  const { sql, values } = listSql(request);
  const rows: SummaryRow[] = await manager.query(sql, values);
  const items = rows.slice(0, request.limit);
  const last = items.at(-1);
  return {
    items: items.map(({ sortName: _, ...item }) => item),
    next: rows.length > items.length && last ? encodeCursor([last.sortName, last.id]) : null,
  };
}

/** The statement of a page; apart, so that its plan can be looked at. */
export function listSql({ realm, search, cursor, limit }: Request): { sql: string; values: unknown[] } {
  const values: unknown[] = [realm, limit + 1];
  const add = (value: unknown) => `$${values.push(value)}`;
  const conditions = ['c.realm = $1', 'c.merged_into is null', 'c.erased_at is null'];
  for (const word of fold(search ?? '')
    .split(' ')
    .filter(Boolean)) {
    conditions.push(`c.search like ${add(`%${escaped(word)}%`)}`);
  }
  if (cursor !== undefined) {
    const [name, id] = decodeCursor(cursor, 2) ?? [];
    if (typeof name !== 'string' || typeof id !== 'string' || !/^\d{1,18}$/.test(id)) {
      throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list');
    }
    conditions.push(`(c.sort_name, c.id) > (${add(name)}, ${add(id)}::bigint)`);
  }
  const sql = `
    select ${SUMMARY_COLUMNS}, c.sort_name as "sortName"
    from (select * from contact c where ${conditions.join(' and ')} order by c.sort_name, c.id limit $2) c
    order by c.sort_name, c.id`;
  return { sql, values };
}

/** A text as a part of a LIKE pattern. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}
