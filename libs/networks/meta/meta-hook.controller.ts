import { Controller, Header, type RawBodyRequest, Req } from '@nestjs/common';
import type { Request } from 'express';
import { deliverMetaHook, verifyMetaHook } from '#contract/networks';
import { idSchema, type InputOf, type ResponseOf } from '#platform/contract';
import { Endpoint, Input } from '#platform/http';
import { notFound } from '#platform/problem';
import { MetaDeliveries } from './meta-deliveries.service.js';

@Controller()
export class MetaHookController {
  constructor(private readonly deliveries: MetaDeliveries) {}

  @Endpoint(verifyMetaHook)
  @Header('content-type', 'text/plain')
  verify(
    @Input() { params, query }: InputOf<typeof verifyMetaHook>,
  ): Promise<ResponseOf<typeof verifyMetaHook>> {
    return this.deliveries.verify(params.sourceId, query['hub.verify_token'], query['hub.challenge']);
  }

  /** The signature is checked before the body is looked at: what nobody signed is not told what is wrong with it. */
  @Endpoint(deliverMetaHook)
  deliver(@Req() request: RawBodyRequest<Request>): Promise<ResponseOf<typeof deliverMetaHook>> {
    const sourceId = idSchema.safeParse(request.params['sourceId']);
    if (!sourceId.success) throw notFound('hook-not-found', 'Nothing is delivered to this address.');
    return this.deliveries.take({
      sourceId: sourceId.data,
      signature: request.get('x-hub-signature-256'),
      body: request.rawBody ?? Buffer.alloc(0),
    });
  }
}
