import { Controller, type RawBodyRequest, Req } from '@nestjs/common';
import type { Request } from 'express';
import { deliverHook, listHookDeliveries, replayHookDelivery } from '#contract/networks';
import { idSchema, type InputOf, type ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { notFound } from '#platform/problem';
import { HookDeliveries } from './hook-deliveries.service.js';

@Controller()
export class HookController {
  constructor(private readonly deliveries: HookDeliveries) {}

  /** The signature is checked before the body is looked at: what nobody signed is not told what is wrong with it. */
  @Endpoint(deliverHook)
  deliver(@Req() request: RawBodyRequest<Request>): Promise<ResponseOf<typeof deliverHook>> {
    const sourceId = idSchema.safeParse(request.params['sourceId']);
    if (!sourceId.success) throw notFound('hook-not-found', 'Nothing is delivered to this address.');
    return this.deliveries.take({
      sourceId: sourceId.data,
      timestamp: request.get('passerelle-timestamp'),
      signature: request.get('passerelle-signature'),
      body: request.rawBody ?? Buffer.alloc(0),
    });
  }

  @Endpoint(listHookDeliveries)
  list(
    @Input() { params, query }: InputOf<typeof listHookDeliveries>,
  ): Promise<ResponseOf<typeof listHookDeliveries>> {
    return this.deliveries.list(params.sourceId, query.cursor, query.limit);
  }

  @Endpoint(replayHookDelivery)
  replay(
    @Input() { params }: InputOf<typeof replayHookDelivery>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof replayHookDelivery>> {
    return this.deliveries.replay(actor, params.sourceId, params.deliveryId);
  }
}
