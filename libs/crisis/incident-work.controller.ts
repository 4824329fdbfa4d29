import { Controller } from '@nestjs/common';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import {
  addTask,
  answerOffer,
  attach,
  changeTask,
  detach,
  type IncidentDetail,
  offerRole,
  readAttached,
  readIncidentLog,
  writeLogEntry,
} from './contract.js';
import { IncidentsService } from './incidents.service.js';

/** Roles, checklist, log and attachments of an incident. */
@Controller()
export class IncidentWorkController {
  constructor(private readonly incidents: IncidentsService) {}

  @Endpoint(offerRole)
  offer(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof offerRole>,
  ): Promise<IncidentDetail> {
    return this.incidents.offer(actor, params.incidentId, body);
  }

  @Endpoint(answerOffer)
  answer(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof answerOffer>,
  ): Promise<IncidentDetail> {
    return this.incidents.answerOffer(actor, params, body);
  }

  @Endpoint(addTask)
  addTask(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof addTask>,
  ): Promise<IncidentDetail> {
    return this.incidents.addTask(actor, params.incidentId, body);
  }

  @Endpoint(changeTask)
  changeTask(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof changeTask>,
  ): Promise<IncidentDetail> {
    return this.incidents.changeTask(actor, params, body);
  }

  @Endpoint(readIncidentLog)
  log(
    @Input() { params, query }: InputOf<typeof readIncidentLog>,
  ): Promise<ResponseOf<typeof readIncidentLog>> {
    return this.incidents.log(params.incidentId, query);
  }

  @Endpoint(writeLogEntry)
  write(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof writeLogEntry>,
  ): Promise<ResponseOf<typeof writeLogEntry>> {
    return this.incidents.write(actor, params.incidentId, body);
  }

  @Endpoint(readAttached)
  attached(@Input() { params }: InputOf<typeof readAttached>): Promise<ResponseOf<typeof readAttached>> {
    return this.incidents.attached(params.incidentId);
  }

  @Endpoint(attach)
  attach(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof attach>,
  ): Promise<ResponseOf<typeof attach>> {
    return this.incidents.attach(actor, params);
  }

  @Endpoint(detach)
  detach(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof detach>,
  ): Promise<ResponseOf<typeof detach>> {
    return this.incidents.detach(actor, params);
  }
}
