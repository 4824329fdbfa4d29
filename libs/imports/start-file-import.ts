import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { recordDecision } from '#audit';
import { inTransaction } from '#platform/database';
import type { Mapping } from './mapping.js';

export interface StartedImport {
  id: string;
  /** The same file was begun before and not finished: it goes on from there. */
  resumed: boolean;
}

/** Begins an import of a file of this machine, or finds the one of the same content that was interrupted. */
export async function startFileImport(
  dataSource: DataSource,
  file: string,
  mapping: Mapping,
): Promise<StartedImport> {
  const whole = path.resolve(file);
  const [hash, { size }] = await Promise.all([contentHash(whole), stat(whole)]);
  return inTransaction(dataSource, async ({ manager }) => {
    await manager.query(`select pg_advisory_xact_lock(hashtext($1))`, [`import ${hash}`]);
    const [begun]: { id: string }[] = await manager.query(
      `select id from import_run
       where content_hash = $1 and mapping = $2::jsonb and state in ('waiting', 'running') order by id limit 1`,
      [hash, JSON.stringify(mapping)],
    );
    if (begun) {
      await manager.query('update import_run set file_path = $2 where id = $1', [begun.id, whole]);
      return { id: begun.id, resumed: true };
    }
    const [row]: { id: string }[] = await manager.query(
      `insert into import_run (file_name, file_path, content_hash, mapping_name, mapping, realm, bytes_total)
       values ($1, $2, $3, $4, $5, 'live', $6) returning id`,
      [path.basename(whole), whole, hash, mapping.name, JSON.stringify(mapping), size],
    );
    if (!row) throw new Error('the import was not stored');
    await recordDecision(manager, {
      actor: null,
      action: 'import.begun',
      subjectType: 'import',
      subjectId: row.id,
      after: { fileName: path.basename(whole), mapping: mapping.name, bytes: size },
    });
    return { id: row.id, resumed: false };
  });
}

async function contentHash(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
