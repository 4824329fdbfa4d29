import { Controller } from '@nestjs/common';
import {
  changeReplyRules,
  freezeReplies,
  listFreezes,
  type PublicationFreezeView,
  readReplyRules,
  releaseFreeze,
  type ReplyRules,
} from '#contract/replies';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { ReplyGovernance } from './reply-governance.service.js';

@Controller()
export class ReplyGovernanceController {
  constructor(private readonly governance: ReplyGovernance) {}

  @Endpoint(readReplyRules)
  rules(): Promise<ReplyRules> {
    return this.governance.rules();
  }

  @Endpoint(changeReplyRules)
  changeRules(
    @Input() { body }: InputOf<typeof changeReplyRules>,
    @CurrentActor() actor: Actor,
  ): Promise<ReplyRules> {
    return this.governance.changeRules(body, actor);
  }

  @Endpoint(listFreezes)
  async freezes(@Input() { query }: InputOf<typeof listFreezes>): Promise<ResponseOf<typeof listFreezes>> {
    return { items: await this.governance.freezes(query.realm) };
  }

  @Endpoint(freezeReplies)
  freeze(
    @Input() { body }: InputOf<typeof freezeReplies>,
    @CurrentActor() actor: Actor,
  ): Promise<PublicationFreezeView> {
    return this.governance.freeze({ ...body, by: actor });
  }

  @Endpoint(releaseFreeze)
  release(
    @Input() { params, body }: InputOf<typeof releaseFreeze>,
    @CurrentActor() actor: Actor,
  ): Promise<PublicationFreezeView> {
    return this.governance.release(params.freezeId, body.reason ?? null, actor);
  }
}
