import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import { exportAudit, listAudit, listAuditActions, verifyAudit } from '#contract/audit';
import type { InputOf, ResponseOf } from '#platform/contract';
import { Endpoint, Input } from '#platform/http';
import { AuditService } from './audit.service.js';

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Endpoint(listAudit)
  list(@Input() { query }: InputOf<typeof listAudit>): Promise<ResponseOf<typeof listAudit>> {
    const { cursor, limit, ...filter } = query;
    return this.audit.list(filter, cursor, limit);
  }

  @Endpoint(listAuditActions)
  kinds(): Promise<ResponseOf<typeof listAuditActions>> {
    return this.audit.kinds();
  }

  @Endpoint(verifyAudit)
  async verify(): Promise<ResponseOf<typeof verifyAudit>> {
    const started = performance.now();
    const verdict = await this.audit.verify();
    return { ...verdict, milliseconds: Math.round(performance.now() - started) };
  }

  @Endpoint(exportAudit)
  async export(@Input() { query }: InputOf<typeof exportAudit>, @Res() response: Response): Promise<void> {
    response.setHeader('content-type', 'application/x-ndjson; charset=utf-8');
    response.setHeader('content-disposition', 'attachment; filename="passerelle-record.jsonl"');
    for await (const line of this.audit.export(query)) {
      if (!response.write(line)) await new Promise((resolve) => response.once('drain', resolve));
    }
    response.end();
  }
}
