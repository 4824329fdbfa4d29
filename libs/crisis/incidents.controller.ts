import { Controller } from '@nestjs/common';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import {
  changeIncident,
  declareIncident,
  declineProposal,
  freezeForIncident,
  type IncidentDetail,
  listIncidents,
  listPlaybooks,
  listProposals,
  moveIncidentState,
  type PlaybookView,
  prepareIncident,
  readIncident,
  releaseIncidentFreeze,
  savePlaybook,
} from './contract.js';
import { IncidentsService } from './incidents.service.js';

@Controller()
export class IncidentsController {
  constructor(private readonly incidents: IncidentsService) {}

  @Endpoint(listProposals)
  async proposals(
    @Input() { query }: InputOf<typeof listProposals>,
  ): Promise<ResponseOf<typeof listProposals>> {
    return { items: await this.incidents.proposals(query.realm) };
  }

  @Endpoint(declineProposal)
  decline(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof declineProposal>,
  ): Promise<ResponseOf<typeof declineProposal>> {
    return this.incidents.declineProposal(actor, params.proposalId, body.reason);
  }

  @Endpoint(prepareIncident)
  prepare(
    @Input() { params, query }: InputOf<typeof prepareIncident>,
  ): Promise<ResponseOf<typeof prepareIncident>> {
    return this.incidents.prepare(params.topicId, query.realm);
  }

  @Endpoint(listIncidents)
  list(@Input() { query }: InputOf<typeof listIncidents>): Promise<ResponseOf<typeof listIncidents>> {
    return this.incidents.list(query);
  }

  @Endpoint(declareIncident)
  declare(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof declareIncident>,
  ): Promise<IncidentDetail> {
    return this.incidents.declare(actor, body);
  }

  @Endpoint(readIncident)
  read(@Input() { params }: InputOf<typeof readIncident>): Promise<IncidentDetail> {
    return this.incidents.read(params.incidentId);
  }

  @Endpoint(changeIncident)
  change(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof changeIncident>,
  ): Promise<IncidentDetail> {
    return this.incidents.change(actor, params.incidentId, body);
  }

  @Endpoint(moveIncidentState)
  move(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof moveIncidentState>,
  ): Promise<IncidentDetail> {
    return this.incidents.move(actor, params.incidentId, body);
  }

  @Endpoint(freezeForIncident)
  freeze(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof freezeForIncident>,
  ): Promise<IncidentDetail> {
    return this.incidents.freeze(actor, params.incidentId, body.reason);
  }

  @Endpoint(releaseIncidentFreeze)
  unfreeze(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof releaseIncidentFreeze>,
  ): Promise<IncidentDetail> {
    return this.incidents.unfreeze(actor, params.incidentId, body.reason);
  }

  @Endpoint(listPlaybooks)
  async playbooks(): Promise<ResponseOf<typeof listPlaybooks>> {
    return { items: await this.incidents.playbooks() };
  }

  @Endpoint(savePlaybook)
  savePlaybook(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof savePlaybook>,
  ): Promise<PlaybookView> {
    return this.incidents.savePlaybook(actor, params.key, body);
  }
}
