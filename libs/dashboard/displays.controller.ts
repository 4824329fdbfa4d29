import { Controller } from '@nestjs/common';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { createDisplay, listDisplays, readWall, revokeDisplay } from './contract.js';
import { DisplaysService } from './displays.service.js';

@Controller()
export class DisplaysController {
  constructor(private readonly displays: DisplaysService) {}

  @Endpoint(listDisplays)
  async list(): Promise<ResponseOf<typeof listDisplays>> {
    return { items: await this.displays.list() };
  }

  @Endpoint(createDisplay)
  create(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof createDisplay>,
  ): Promise<ResponseOf<typeof createDisplay>> {
    return this.displays.create(actor, body);
  }

  @Endpoint(revokeDisplay)
  revoke(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof revokeDisplay>,
  ): Promise<ResponseOf<typeof revokeDisplay>> {
    return this.displays.revoke(actor, params.displayId);
  }

  @Endpoint(readWall)
  wall(@Input() { body }: InputOf<typeof readWall>): Promise<ResponseOf<typeof readWall>> {
    return this.displays.wall(body.token);
  }
}
