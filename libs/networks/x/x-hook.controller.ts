import { Controller, type RawBodyRequest, Req } from '@nestjs/common';
import type { Request } from 'express';
import { deliverXHook, verifyXHook } from '#contract/networks';
import { idSchema, type InputOf, type ResponseOf } from '#platform/contract';
import { Endpoint, Input } from '#platform/http';
import { notFound } from '#platform/problem';
import { XDeliveries } from './x-deliveries.service.js';

@Controller()
export class XHookController {
  constructor(private readonly deliveries: XDeliveries) {}

  @Endpoint(verifyXHook)
  verify(@Input() { params, query }: InputOf<typeof verifyXHook>): Promise<ResponseOf<typeof verifyXHook>> {
    return this.deliveries.verify(params.sourceId, query.crc_token);
  }

  /** The signature is checked before the body is looked at: what nobody signed is not told what is wrong with it. */
  @Endpoint(deliverXHook)
  deliver(@Req() request: RawBodyRequest<Request>): Promise<ResponseOf<typeof deliverXHook>> {
    const sourceId = idSchema.safeParse(request.params['sourceId']);
    if (!sourceId.success) throw notFound('hook-not-found', 'Nothing is delivered to this address.');
    return this.deliveries.take({
      sourceId: sourceId.data,
      signature: request.get('x-twitter-webhooks-signature'),
      body: request.rawBody ?? Buffer.alloc(0),
    });
  }
}
