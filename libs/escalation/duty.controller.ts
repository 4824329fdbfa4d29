import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import {
  addOverride,
  changeDuty,
  listDuties,
  listShifts,
  readCalendar,
  removeOverride,
  renewCalendar,
} from './contract.js';
import { DutyService } from './duty.service.js';

@Controller()
export class DutyController {
  constructor(private readonly duty: DutyService) {}

  @Endpoint(listDuties)
  async list(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof listDuties>> {
    return { items: await this.duty.list(actor) };
  }

  @Endpoint(changeDuty)
  change(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof changeDuty>,
  ): Promise<ResponseOf<typeof changeDuty>> {
    return this.duty.change(actor, params.departmentId, body);
  }

  @Endpoint(listShifts)
  shifts(@Input() { params, query }: InputOf<typeof listShifts>): Promise<ResponseOf<typeof listShifts>> {
    return this.duty.shifts(params.departmentId, query);
  }

  @Endpoint(addOverride)
  addOverride(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof addOverride>,
  ): Promise<ResponseOf<typeof addOverride>> {
    return this.duty.addOverride(actor, params.departmentId, body);
  }

  @Endpoint(removeOverride)
  removeOverride(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof removeOverride>,
  ): Promise<void> {
    return this.duty.removeOverride(actor, params.departmentId, params.overrideId);
  }

  @Endpoint(renewCalendar)
  renewCalendar(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof renewCalendar>,
  ): Promise<ResponseOf<typeof renewCalendar>> {
    return this.duty.renewCalendar(actor, params.departmentId);
  }

  @Endpoint(readCalendar)
  async calendar(
    @Input() { params }: InputOf<typeof readCalendar>,
    @Res() response: Response,
  ): Promise<void> {
    const text = await this.duty.calendar(params.token);
    response.setHeader('content-type', 'text/calendar; charset=utf-8');
    response.setHeader('content-disposition', 'attachment; filename="rota.ics"');
    response.setHeader('cache-control', 'private, max-age=300');
    response.end(text);
  }
}
