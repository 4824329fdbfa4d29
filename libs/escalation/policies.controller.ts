import { Controller } from '@nestjs/common';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { changePolicy, createPolicy, listPolicies, previewPolicy } from './contract.js';
import { PoliciesService } from './policies.service.js';

@Controller()
export class PoliciesController {
  constructor(private readonly policies: PoliciesService) {}

  @Endpoint(listPolicies)
  async list(): Promise<ResponseOf<typeof listPolicies>> {
    return { items: await this.policies.list() };
  }

  @Endpoint(createPolicy)
  create(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof createPolicy>,
  ): Promise<ResponseOf<typeof createPolicy>> {
    return this.policies.create(actor, body);
  }

  @Endpoint(previewPolicy)
  preview(@Input() { body }: InputOf<typeof previewPolicy>): Promise<ResponseOf<typeof previewPolicy>> {
    return this.policies.preview(body);
  }

  @Endpoint(changePolicy)
  change(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof changePolicy>,
  ): Promise<ResponseOf<typeof changePolicy>> {
    return this.policies.change(actor, params.policyId, body);
  }
}
