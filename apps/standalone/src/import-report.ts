import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { DataSource } from 'typeorm';

const PAGE = 5000;

/** Writes what became of every row as JSON Lines. */
export async function writeReport(
  dataSource: DataSource,
  importId: string,
  file: string,
  out: Writable,
): Promise<void> {
  let after: [number, number] = [0, 0];
  for (;;) {
    const rows: { line: number; item: number }[] = await dataSource.query(
      `select line, item, outcome, field, reason, mention_id as "mentionId" from import_row
       where import_id = $1 and (line, item) > ($2::int, $3::int) order by line, item limit $4`,
      [importId, ...after, PAGE],
    );
    const last = rows.at(-1);
    if (!last) return;
    after = [last.line, last.item];
    const text = rows.map((row) => `${JSON.stringify({ file, ...row })}\n`).join('');
    if (!out.write(text)) await once(out, 'drain');
  }
}
