import { Controller, Res } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Response } from 'express';
import { readHealth, readMetrics, readOpenApi, readSystem } from '#contract/system';
import type { ResponseOf } from '#platform/contract';
import { Endpoint, openApiDocument, servedContracts } from '#platform/http';
import { metrics } from '#platform/telemetry';
import { SystemService } from './system.service.js';
import { VERSION } from './version.js';

@Controller()
export class SystemController {
  constructor(
    private readonly system: SystemService,
    private readonly discovery: DiscoveryService,
  ) {}

  @Endpoint(readSystem)
  read(): Promise<ResponseOf<typeof readSystem>> {
    return this.system.read();
  }

  @Endpoint(readHealth)
  async health(): Promise<ResponseOf<typeof readHealth>> {
    await this.system.refuseUnlessHealthy();
    return { status: 'ok', version: VERSION };
  }

  @Endpoint(readMetrics)
  async readMetrics(@Res() response: Response): Promise<void> {
    response.type(metrics.contentType).send(await metrics.metrics());
  }

  @Endpoint(readOpenApi)
  readOpenApi(@Res() response: Response): void {
    const document = openApiDocument(servedContracts(this.discovery), VERSION);
    response.type('application/json').send(JSON.stringify(document));
  }
}
