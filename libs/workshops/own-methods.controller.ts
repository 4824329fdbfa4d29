import { Controller } from '@nestjs/common';
import {
  archiveOwnMethod,
  changeOwnMethod,
  createOwnMethod,
  listOwnMethods,
  readOwnMethod,
} from '#contract/workshops';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { OwnMethodsService } from './own-methods.service.js';

/** Methods that people wrote or adapted. */
@Controller()
export class OwnMethodsController {
  constructor(private readonly methods: OwnMethodsService) {}

  @Endpoint(listOwnMethods)
  async list(): Promise<ResponseOf<typeof listOwnMethods>> {
    return { items: await this.methods.list() };
  }

  @Endpoint(createOwnMethod)
  create(
    @Input() { body }: InputOf<typeof createOwnMethod>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof createOwnMethod>> {
    return this.methods.create(body, actor);
  }

  @Endpoint(readOwnMethod)
  read(@Input() { params }: InputOf<typeof readOwnMethod>): Promise<ResponseOf<typeof readOwnMethod>> {
    return this.methods.read(params.methodId);
  }

  @Endpoint(changeOwnMethod)
  change(
    @Input() { params, body }: InputOf<typeof changeOwnMethod>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof changeOwnMethod>> {
    return this.methods.change(params.methodId, body, actor);
  }

  @Endpoint(archiveOwnMethod)
  archive(
    @Input() { params, body }: InputOf<typeof archiveOwnMethod>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof archiveOwnMethod>> {
    return this.methods.archive(params.methodId, body.archived, actor);
  }
}
