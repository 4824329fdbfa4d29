import { Module } from '@nestjs/common';
import { Seals } from '#platform/sealing';
import { ActionHandlers } from './action-handler.js';
import { ActionsService } from './actions.service.js';
import { ChannelsController } from './channels.controller.js';
import { ChannelsService } from './channels.service.js';
import { DeliveriesService } from './deliveries.service.js';
import { Deliver } from './deliver.job.js';
import { GatherNotices } from './gather-notices.js';
import { ConsoleLinks } from './links.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsService } from './notifications.service.js';
import { NotificationsWorker } from './notifications-worker.js';
import { PreferencesService } from './preferences.service.js';
import { PushKeyStore } from './push-keys.js';
import { SendMail } from './send-mail.js';

const SERVICES = [ActionHandlers, ConsoleLinks, PushKeyStore, Seals, SendMail];

/** What other domains need: `ActionHandlers`, where they register what signed links lead to. */
@Module({ providers: SERVICES, exports: SERVICES })
export class NotificationsModule {}

@Module({
  imports: [NotificationsModule],
  controllers: [NotificationsController, ChannelsController],
  providers: [ActionsService, ChannelsService, DeliveriesService, NotificationsService, PreferencesService],
})
export class NotificationsHttpModule {}

/** For the worker: gathers notices and sends messages. */
@Module({
  imports: [NotificationsModule],
  providers: [Deliver, GatherNotices, NotificationsWorker],
  exports: [NotificationsWorker],
})
export class NotificationsWorkerModule {}
