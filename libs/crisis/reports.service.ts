import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { InputOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { invalidField } from '#platform/problem';
import type { downloadReport, ReportDetail, ReportSections, sendReport } from './contract.js';
import { type IncidentActor, readIncidentRecord } from './incident-record.js';
import { readReportDetail, readReports } from './read-report.js';
import { layOutReport } from './report-document.js';
import { reportDocx, reportPdf } from './report-file.js';
import { draft, save, send } from './reports.js';

type At = { incidentId: string; reportId: string };

const MEDIA_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Situation reports; each act is one transaction. */
@Injectable()
export class ReportsService {
  constructor(private readonly dataSource: DataSource) {}

  list(incidentId: string) {
    return readReports(this.dataSource.manager, incidentId);
  }

  read(at: At, version?: number): Promise<ReportDetail> {
    return readReportDetail(this.dataSource.manager, at, version);
  }

  async draft(actor: IncidentActor, incidentId: string): Promise<ReportDetail> {
    const reportId = await inTransaction(this.dataSource, ({ manager }) =>
      draft(manager, actor, incidentId, new Date()),
    );
    return this.read({ incidentId, reportId });
  }

  async save(
    actor: IncidentActor,
    at: At,
    body: { version: number; sections: ReportSections },
  ): Promise<ReportDetail> {
    await inTransaction(this.dataSource, ({ manager }) => save(manager, actor, at, body, new Date()));
    return this.read(at);
  }

  async send(actor: IncidentActor, at: At, body: InputOf<typeof sendReport>['body']): Promise<ReportDetail> {
    await inTransaction(this.dataSource, ({ manager }) => send(manager, actor, at, body, new Date()));
    return this.read(at);
  }

  /** Throws `unknown-time-zone`. */
  async file(
    at: At,
    { format, language, timeZone }: InputOf<typeof downloadReport>['query'],
  ): Promise<{ name: string; mediaType: string; content: Buffer }> {
    refuseUnknownZone(timeZone);
    const report = await this.read(at);
    const incident = await readIncidentRecord(this.dataSource.manager, at.incidentId);
    const document = layOutReport(incident, report, language, timeZone);
    const content = await (format === 'pdf' ? reportPdf(document, language) : reportDocx(document, language));
    const name = `${language === 'fr' ? 'point-de-situation' : 'situation-report'}-${at.incidentId}-${report.number}.${format}`;
    return { name, mediaType: MEDIA_TYPES[format], content };
  }
}

function refuseUnknownZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw invalidField('timeZone', 'unknown-time-zone', 'is not a time zone');
  }
}
