import { Controller } from '@nestjs/common';
import {
  changeCrm,
  connectCrm,
  decideCrmConflict,
  decideCrmMatch,
  disconnectCrm,
  listCrmConflicts,
  listCrmMatches,
  passCrm,
  readContactCrm,
  readCrm,
  sendContactToCrm,
  tryCrm,
} from '#contract/crm';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { CrmQuestionsService } from './crm-questions.service.js';
import { CrmService } from './crm.service.js';

@Controller()
export class CrmController {
  constructor(
    private readonly crm: CrmService,
    private readonly questions: CrmQuestionsService,
  ) {}

  @Endpoint(readCrm)
  read(): Promise<ResponseOf<typeof readCrm>> {
    return this.crm.read();
  }

  @Endpoint(tryCrm)
  try(@Input() { body }: InputOf<typeof tryCrm>): Promise<ResponseOf<typeof tryCrm>> {
    return this.crm.try(body);
  }

  @Endpoint(connectCrm)
  connect(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof connectCrm>,
  ): Promise<ResponseOf<typeof connectCrm>> {
    return this.crm.connect(actor, body);
  }

  @Endpoint(changeCrm)
  change(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof changeCrm>,
  ): Promise<ResponseOf<typeof changeCrm>> {
    return this.crm.change(actor, body);
  }

  @Endpoint(disconnectCrm)
  disconnect(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof disconnectCrm>> {
    return this.crm.disconnect(actor);
  }

  @Endpoint(passCrm)
  pass(): Promise<ResponseOf<typeof passCrm>> {
    return this.crm.pass();
  }

  @Endpoint(listCrmConflicts)
  conflicts(
    @Input() { query }: InputOf<typeof listCrmConflicts>,
  ): Promise<ResponseOf<typeof listCrmConflicts>> {
    return this.questions.conflicts(query);
  }

  @Endpoint(decideCrmConflict)
  decideConflict(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof decideCrmConflict>,
  ): Promise<ResponseOf<typeof decideCrmConflict>> {
    return this.questions.decideConflict(actor, params.conflictId, body.choice);
  }

  @Endpoint(listCrmMatches)
  matches(@Input() { query }: InputOf<typeof listCrmMatches>): Promise<ResponseOf<typeof listCrmMatches>> {
    return this.questions.matches(query);
  }

  @Endpoint(decideCrmMatch)
  decideMatch(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof decideCrmMatch>,
  ): Promise<ResponseOf<typeof decideCrmMatch>> {
    return this.questions.decideMatch(actor, params.matchId, body.decision);
  }

  @Endpoint(readContactCrm)
  ofContact(@Input() { params }: InputOf<typeof readContactCrm>): Promise<ResponseOf<typeof readContactCrm>> {
    return this.questions.ofContact(params.contactId);
  }

  @Endpoint(sendContactToCrm)
  send(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof sendContactToCrm>,
  ): Promise<ResponseOf<typeof sendContactToCrm>> {
    return this.questions.send(actor, params.contactId);
  }
}
