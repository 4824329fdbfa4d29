import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import {
  downloadReport,
  draftReport,
  listReports,
  readReport,
  type ReportDetail,
  saveReport,
  sendReport,
} from './contract.js';
import { ReportsService } from './reports.service.js';

@Controller()
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Endpoint(listReports)
  async list(@Input() { params }: InputOf<typeof listReports>): Promise<ResponseOf<typeof listReports>> {
    return { items: await this.reports.list(params.incidentId) };
  }

  @Endpoint(draftReport)
  draft(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof draftReport>,
  ): Promise<ReportDetail> {
    return this.reports.draft(actor, params.incidentId);
  }

  @Endpoint(readReport)
  read(@Input() { params, query }: InputOf<typeof readReport>): Promise<ReportDetail> {
    return this.reports.read(params, query.version);
  }

  @Endpoint(saveReport)
  save(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof saveReport>,
  ): Promise<ReportDetail> {
    return this.reports.save(actor, params, body);
  }

  @Endpoint(sendReport)
  send(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof sendReport>,
  ): Promise<ReportDetail> {
    return this.reports.send(actor, params, body);
  }

  @Endpoint(downloadReport)
  async download(
    @Input() { params, query }: InputOf<typeof downloadReport>,
    @Res() response: Response,
  ): Promise<void> {
    const { name, mediaType, content } = await this.reports.file(params, query);
    response.setHeader('content-type', mediaType);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('cache-control', 'private, no-store');
    response.setHeader('content-disposition', `attachment; filename="${name}"`);
    response.end(content);
  }
}
