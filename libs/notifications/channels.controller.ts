import { Controller } from '@nestjs/common';
import {
  changeNotificationChannel,
  createNotificationChannel,
  listDeliveries,
  listNotificationChannels,
  removeNotificationChannel,
  retryDelivery,
  tryNotificationChannel,
} from '#contract/notifications';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { ChannelsService } from './channels.service.js';
import { DeliveriesService } from './deliveries.service.js';

/** For administrators: channels of the workspace, and what became of each message. */
@Controller()
export class ChannelsController {
  constructor(
    private readonly channels: ChannelsService,
    private readonly deliveries: DeliveriesService,
  ) {}

  @Endpoint(listNotificationChannels)
  list(): Promise<ResponseOf<typeof listNotificationChannels>> {
    return this.channels.list();
  }

  @Endpoint(createNotificationChannel)
  create(
    @Input() { body }: InputOf<typeof createNotificationChannel>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof createNotificationChannel>> {
    return this.channels.create(actor, body);
  }

  @Endpoint(changeNotificationChannel)
  change(
    @Input() { params, body }: InputOf<typeof changeNotificationChannel>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof changeNotificationChannel>> {
    return this.channels.change(actor, params.channelId, body);
  }

  @Endpoint(removeNotificationChannel)
  remove(
    @Input() { params }: InputOf<typeof removeNotificationChannel>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.channels.remove(actor, params.channelId);
  }

  @Endpoint(tryNotificationChannel)
  try(
    @Input() { params }: InputOf<typeof tryNotificationChannel>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof tryNotificationChannel>> {
    return this.channels.try(actor, params.channelId);
  }

  @Endpoint(listDeliveries)
  listDeliveries(
    @Input() { query: { cursor, limit, ...filter } }: InputOf<typeof listDeliveries>,
  ): Promise<ResponseOf<typeof listDeliveries>> {
    return this.deliveries.list(filter, cursor, limit);
  }

  @Endpoint(retryDelivery)
  retry(
    @Input() { params }: InputOf<typeof retryDelivery>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof retryDelivery>> {
    return this.deliveries.retry(actor, params.deliveryId);
  }
}
