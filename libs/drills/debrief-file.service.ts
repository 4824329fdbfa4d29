import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { reportDocx, reportPdf } from '#crisis';
import type { InputOf } from '#platform/contract';
import { conflict } from '#platform/problem';
import type { downloadDebriefing, DrillSummary } from './contract.js';
import { type DepartmentNames, layOutDebriefing } from './debrief-document.js';
import { DrillReader } from './reader.service.js';

/** As many others stand beside it as on the page that compares. */
const COMPARED = 8;

/** The debriefing as a file to take along. */
@Injectable()
export class DebriefFileService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: DrillReader,
  ) {}

  /** Throws `drill-not-over`. */
  async write(
    drillId: string,
    { format, language }: InputOf<typeof downloadDebriefing>['query'],
  ): Promise<{ name: string; content: Buffer }> {
    const drill = await this.reader.read(drillId, true);
    if (drill.endedAt === null) throw conflict('drill-not-over', 'This drill is not over.');
    const document = layOutDebriefing(
      { drill, compared: await this.compared(drill), departments: await this.departments() },
      language,
      new Date(),
    );
    const content = await (format === 'pdf' ? reportPdf(document, language) : reportDocx(document, language));
    return {
      name: `${language === 'fr' ? 'debriefing' : 'debriefing-of-drill'}-${drillId}.${format}`,
      content,
    };
  }

  /** It and those that ended before and after it, the oldest first. */
  private async compared(drill: DrillSummary): Promise<DrillSummary[]> {
    const { items } = await this.reader.list({ limit: 100 });
    const over = items.filter(({ endedAt }) => endedAt !== null);
    const newest = over.slice(0, COMPARED);
    const all = newest.some(({ id }) => id === drill.id) ? newest : [...newest.slice(0, -1), drill];
    return all.toSorted((one, other) => Number(one.id) - Number(other.id));
  }

  private async departments(): Promise<DepartmentNames> {
    const rows: { key: string; fr: string; en: string }[] = await this.dataSource.query(
      'select key, name_fr as fr, name_en as en from department',
    );
    return new Map(rows.map(({ key, ...name }) => [key, name]));
  }
}
