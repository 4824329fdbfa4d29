import { Controller } from '@nestjs/common';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import {
  acknowledgeEscalation,
  closeEscalation,
  confirmEscalation,
  decideEscalation,
  escalateMentions,
  type EscalationDetail,
  handBackEscalation,
  handOverEscalation,
  listEscalations,
  mergeEscalation,
  readEscalation,
  readEscalationReport,
  readMentionEscalation,
  reassignEscalation,
  releaseEscalation,
  reopenEscalation,
  snoozeEscalation,
} from './contract.js';
import { EscalationsService } from './escalations.service.js';

@Controller()
export class EscalationsController {
  constructor(private readonly escalations: EscalationsService) {}

  @Endpoint(listEscalations)
  list(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof listEscalations>,
  ): Promise<ResponseOf<typeof listEscalations>> {
    return this.escalations.list(actor, query);
  }

  @Endpoint(escalateMentions)
  escalate(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof escalateMentions>,
  ): Promise<ResponseOf<typeof escalateMentions>> {
    return this.escalations.escalate(actor, body);
  }

  @Endpoint(readEscalationReport)
  report(
    @Input() { query }: InputOf<typeof readEscalationReport>,
  ): Promise<ResponseOf<typeof readEscalationReport>> {
    return this.escalations.report(query);
  }

  @Endpoint(readEscalation)
  read(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof readEscalation>,
  ): Promise<EscalationDetail> {
    return this.escalations.read(actor, params.escalationId);
  }

  @Endpoint(readMentionEscalation)
  ofMention(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof readMentionEscalation>,
  ): Promise<ResponseOf<typeof readMentionEscalation>> {
    return this.escalations.ofMention(actor, params.mentionId);
  }

  @Endpoint(acknowledgeEscalation)
  acknowledge(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof acknowledgeEscalation>,
  ): Promise<EscalationDetail> {
    return this.escalations.acknowledge(actor, params);
  }

  @Endpoint(reassignEscalation)
  reassign(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof reassignEscalation>,
  ): Promise<EscalationDetail> {
    return this.escalations.reassign(actor, { ...params, personId: body.personId, note: body.note ?? null });
  }

  @Endpoint(releaseEscalation)
  release(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof releaseEscalation>,
  ): Promise<EscalationDetail> {
    return this.escalations.release(actor, { ...params, note: body.note ?? null });
  }

  @Endpoint(snoozeEscalation)
  snooze(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof snoozeEscalation>,
  ): Promise<EscalationDetail> {
    return this.escalations.snooze(actor, { ...params, minutes: body.minutes, note: body.note ?? null });
  }

  @Endpoint(handOverEscalation)
  handOver(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof handOverEscalation>,
  ): Promise<EscalationDetail> {
    return this.escalations.handOver(actor, { ...params, ...body });
  }

  @Endpoint(handBackEscalation)
  handBack(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof handBackEscalation>,
  ): Promise<EscalationDetail> {
    return this.escalations.handBack(actor, { ...params, ...body });
  }

  @Endpoint(decideEscalation)
  decide(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof decideEscalation>,
  ): Promise<EscalationDetail> {
    return this.escalations.decide(actor, params, body);
  }

  @Endpoint(confirmEscalation)
  confirm(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof confirmEscalation>,
  ): Promise<EscalationDetail> {
    return this.escalations.confirm(actor, params, { confirm: body.confirm, note: body.note ?? null });
  }

  @Endpoint(closeEscalation)
  close(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof closeEscalation>,
  ): Promise<EscalationDetail> {
    return this.escalations.close(actor, params.escalationId, body.note);
  }

  @Endpoint(reopenEscalation)
  reopen(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof reopenEscalation>,
  ): Promise<EscalationDetail> {
    return this.escalations.reopen(actor, params.escalationId, body.note);
  }

  @Endpoint(mergeEscalation)
  merge(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof mergeEscalation>,
  ): Promise<EscalationDetail> {
    return this.escalations.merge(actor, params.escalationId, body.intoId);
  }
}
