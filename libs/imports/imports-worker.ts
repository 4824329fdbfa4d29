import { Inject, Injectable } from '@nestjs/common';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '#platform/config';
import type { WorkerPart } from '#platform/jobs';
import { runImport } from './import-runner.js';

export const RUN_IMPORT = 'import.run';

/** The folder for uploaded files, below the data folder. */
export const UPLOADS = 'uploads';

/** Runs the imports that were uploaded; one that a dead process left goes on where it was. */
@Injectable()
export class ImportsWorker {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  part(): WorkerPart {
    return {
      handlers: { [RUN_IMPORT]: ({ id, signal }) => this.run(id, signal) },
      due: { [RUN_IMPORT]: () => this.due() },
    };
  }

  /** Uploaded files only: what was imported from the command line is carried on there. */
  async due(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select id from import_run where state in ('waiting', 'running') and file_path like $1 order by id limit 100`,
      [`${UPLOADS}/%`],
    );
    return rows.map(({ id }) => id);
  }

  async run(importId: string, signal?: AbortSignal): Promise<void> {
    const fileOf = (file: string) => path.resolve(this.config.dataDirectory, file);
    const end = await runImport(this.dataSource, importId, { fileOf, signal });
    if (end === 'done' || end === 'failed') await this.forgetFile(importId, fileOf);
  }

  private async forgetFile(importId: string, fileOf: (file: string) => string): Promise<void> {
    const [row]: { filePath: string }[] = await this.dataSource.query(
      `select file_path as "filePath" from import_run where id = $1 and file_path like $2`,
      [importId, `${UPLOADS}/%`],
    );
    if (row) await rm(fileOf(row.filePath), { force: true });
  }
}
