import { Inject, Injectable } from '@nestjs/common';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { recordDecision } from '#audit';
import type {
  ImportRow as ImportRowView,
  ImportRun as ImportRunView,
  listImportRows,
} from '#contract/imports';
import { CONFIG, type Config } from '#platform/config';
import type { InputOf, ResponseOf } from '#platform/contract';
import { decodeCursor, encodeCursor, idOfCursor, inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { JOB_QUEUE, type JobQueue } from '#platform/jobs';
import { publishEvents } from '#platform/live';
import { invalidField, notFound } from '#platform/problem';
import { RUN_IMPORT } from './imports-worker.js';
import { type Mapping, MappingInvalid, readMapping } from './mapping.js';
import { knownMappings, recogniseMapping } from './mapping-store.js';
import { RUN_COLUMNS, type RunRecord, runView } from './run-view.js';

/** A file that has been received and lies in the folder for uploads. */
export interface UploadedFile {
  name: string;
  path: string;
}

/** Imports asked for in the console, and their reports. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  async mappings(): Promise<{ name: string; description: string }[]> {
    const mappings = await knownMappings(this.config.dataDirectory);
    return mappings.map(({ name, description }) => ({ name, description }));
  }

  /** Begins an import of an uploaded file. */
  async begin(actor: Actor, file: UploadedFile, mappingText: string): Promise<ImportRunView> {
    const mapping = await this.mappingFor(file, mappingText);
    const { size } = await stat(file.path);
    return inTransaction(this.dataSource, async (transaction) => {
      const { manager } = transaction;
      const [row]: { id: string }[] = await manager.query(
        `insert into import_run (file_name, file_path, mapping_name, mapping, realm, bytes_total, person_id)
         values ($1, $2, $3, $4, 'live', $5, $6) returning id`,
        [
          file.name,
          path.relative(this.config.dataDirectory, file.path),
          mapping.name,
          JSON.stringify(mapping),
          size,
          actor.personId,
        ],
      );
      if (!row) throw new Error('the import was not stored');
      await this.jobs.enqueue({ kind: RUN_IMPORT, id: row.id }, transaction);
      await publishEvents(manager, [{ type: 'import.progress', importId: row.id }]);
      await recordDecision(manager, {
        actor,
        action: 'import.begun',
        subjectType: 'import',
        subjectId: row.id,
        after: { fileName: file.name, mapping: mapping.name, bytes: size },
      });
      const [run]: RunRecord[] = await manager.query(`select ${RUN_COLUMNS} where r.id = $1`, [row.id]);
      if (!run) throw new Error('the import was not stored');
      return runView(run);
    });
  }

  async list(
    cursor: string | undefined,
    limit: number,
  ): Promise<{ items: ImportRunView[]; next: string | null }> {
    const before = cursor === undefined ? null : idOfCursor(cursor);
    const rows: RunRecord[] = await this.dataSource.query(
      `select ${RUN_COLUMNS} where $1::bigint is null or r.id < $1::bigint order by r.id desc limit $2`,
      [before, limit + 1],
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return { items: page.map(runView), next: rows.length > limit && last ? encodeCursor([last.id]) : null };
  }

  async read(importId: string): Promise<ImportRunView> {
    const [row]: RunRecord[] = await this.dataSource.query(`select ${RUN_COLUMNS} where r.id = $1`, [
      importId,
    ]);
    if (!row) throw notFound('import-not-found', 'There is no such import.');
    return runView(row);
  }

  async rows({ params, query }: InputOf<typeof listImportRows>): Promise<ResponseOf<typeof listImportRows>> {
    await this.read(params.importId);
    const after = query.cursor === undefined ? ['0', '0'] : decodeCursor(query.cursor, 2);
    if (!after) throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list');
    const rows: ImportRowView[] = await this.dataSource.query(
      `select line, item, outcome, field, reason, mention_id as "mentionId" from import_row
       where import_id = $1 and ($2::text is null or outcome = $2) and (line, item) > ($3::int, $4::int)
       order by line, item limit $5`,
      [params.importId, query.outcome ?? null, after[0], after[1], query.limit + 1],
    );
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      items: page,
      next: rows.length > query.limit && last ? encodeCursor([String(last.line), String(last.item)]) : null,
    };
  }

  private async mappingFor(file: UploadedFile, text: string): Promise<Mapping> {
    if (text.trimStart().startsWith('{')) return ownMapping(text);
    const known = await knownMappings(this.config.dataDirectory);
    if (text === 'auto') {
      const recognised = await recogniseMapping(known, file.path);
      if (recognised) return recognised;
      throw invalidField('mapping', 'mapping-not-recognised', 'the file fits none of the known mappings');
    }
    const named = known.find(({ name }) => name === text);
    if (named) return named;
    throw invalidField('mapping', 'mapping-unknown', `there is no mapping named ${text}`, { name: text });
  }
}

function ownMapping(text: string): Mapping {
  try {
    return readMapping(text);
  } catch (error) {
    if (!(error instanceof MappingInvalid)) throw error;
    throw invalidField('mapping', 'mapping-invalid', error.message, { why: error.message });
  }
}
