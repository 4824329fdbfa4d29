import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { InputOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { changeRequestSettings, readRequestSettings, type RequestSettings } from './contract-settings.js';
import { changeRequestSettingsTo, viewRequestSettings } from './request-settings.js';

/** Within what time an answer is due. */
@Controller()
export class RequestSettingsController {
  constructor(private readonly dataSource: DataSource) {}

  @Endpoint(readRequestSettings)
  read(): Promise<RequestSettings> {
    return viewRequestSettings(this.dataSource.manager);
  }

  @Endpoint(changeRequestSettings)
  change(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof changeRequestSettings>,
  ): Promise<RequestSettings> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      await changeRequestSettingsTo(manager, actor, body);
      return viewRequestSettings(manager);
    });
  }
}
