import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { exportCorrections, listCorrections, previewLexicon, readConfusion } from '#contract/mentions';
import type { InputOf, ResponseOf } from '#platform/contract';
import { Endpoint, Input } from '#platform/http';
import { confusion, correctionsOf, exampleLines } from './correction-figures.js';
import { previewOf } from './lexicon-preview.js';

/** What people overruled, as the measure of the classifier, and what a change of its lexicon would do. */
@Controller()
export class CorrectionsController {
  constructor(private readonly dataSource: DataSource) {}

  @Endpoint(readConfusion)
  confusion(@Input() { query }: InputOf<typeof readConfusion>): Promise<ResponseOf<typeof readConfusion>> {
    return confusion(this.dataSource.manager, query.since);
  }

  @Endpoint(exportCorrections)
  async export(
    @Input() { query }: InputOf<typeof exportCorrections>,
    @Res() response: Response,
  ): Promise<void> {
    response.setHeader('content-type', 'application/x-ndjson; charset=utf-8');
    response.setHeader('content-disposition', 'attachment; filename="passerelle-corrections.jsonl"');
    for await (const line of exampleLines(this.dataSource.manager, query.since)) {
      if (!response.write(line)) await new Promise((resolve) => response.once('drain', resolve));
    }
    response.end();
  }

  @Endpoint(listCorrections)
  list(@Input() { query }: InputOf<typeof listCorrections>): Promise<ResponseOf<typeof listCorrections>> {
    return correctionsOf(this.dataSource.manager, query);
  }

  @Endpoint(previewLexicon)
  preview(@Input() { body }: InputOf<typeof previewLexicon>): Promise<ResponseOf<typeof previewLexicon>> {
    return previewOf(this.dataSource.manager, body);
  }
}
