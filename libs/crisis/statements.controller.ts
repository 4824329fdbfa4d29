import { Controller } from '@nestjs/common';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { previewStatement, publishStatement, readStatements } from './contract.js';
import { StatementsService } from './statements.service.js';

@Controller()
export class StatementsController {
  constructor(private readonly statements: StatementsService) {}

  @Endpoint(readStatements)
  read(@Input() { params }: InputOf<typeof readStatements>): Promise<ResponseOf<typeof readStatements>> {
    return this.statements.read(params.incidentId);
  }

  @Endpoint(previewStatement)
  preview(
    @Input() { params }: InputOf<typeof previewStatement>,
  ): Promise<ResponseOf<typeof previewStatement>> {
    return this.statements.preview(params.incidentId, params.answerId);
  }

  @Endpoint(publishStatement)
  publish(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof publishStatement>,
  ): Promise<ResponseOf<typeof publishStatement>> {
    return this.statements.publish(params.incidentId, params.answerId, body.items, actor);
  }
}
