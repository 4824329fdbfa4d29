import { Controller } from '@nestjs/common';
import {
  changeNotificationPreferences,
  listNotifications,
  markNotificationsRead,
  performSignedAction,
  readNotificationPreferences,
  readSignedAction,
  readUnread,
  subscribeToPush,
  unsubscribeFromPush,
} from '#contract/notifications';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { ActionsService } from './actions.service.js';
import { NotificationsService } from './notifications.service.js';
import { PreferencesService } from './preferences.service.js';

/** Everybody's own notifications, and the signed links in them. */
@Controller()
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly preferences: PreferencesService,
    private readonly actions: ActionsService,
  ) {}

  @Endpoint(listNotifications)
  list(
    @Input() { query: { unread, cursor, limit } }: InputOf<typeof listNotifications>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof listNotifications>> {
    return this.notifications.list(actor.personId, { unread: unread === 'true', cursor, limit });
  }

  @Endpoint(readUnread)
  unread(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof readUnread>> {
    return this.notifications.unread(actor.personId);
  }

  @Endpoint(markNotificationsRead)
  async markRead(
    @Input() { body }: InputOf<typeof markNotificationsRead>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof markNotificationsRead>> {
    return { marked: await this.notifications.markRead(actor.personId, body) };
  }

  @Endpoint(readNotificationPreferences)
  readPreferences(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof readNotificationPreferences>> {
    return this.preferences.read(actor.personId);
  }

  @Endpoint(changeNotificationPreferences)
  changePreferences(
    @Input() { body }: InputOf<typeof changeNotificationPreferences>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof changeNotificationPreferences>> {
    return this.preferences.change(actor.personId, body);
  }

  @Endpoint(subscribeToPush)
  subscribe(
    @Input() { body }: InputOf<typeof subscribeToPush>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof subscribeToPush>> {
    return this.preferences.subscribe(actor.personId, body);
  }

  @Endpoint(unsubscribeFromPush)
  unsubscribe(
    @Input() { params }: InputOf<typeof unsubscribeFromPush>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof unsubscribeFromPush>> {
    return this.preferences.unsubscribe(actor.personId, params.browserId);
  }

  @Endpoint(readSignedAction)
  readAction(
    @Input() { body }: InputOf<typeof readSignedAction>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof readSignedAction>> {
    return this.actions.read(body.token, actor);
  }

  @Endpoint(performSignedAction)
  performAction(
    @Input() { body: { token, ...chosen } }: InputOf<typeof performSignedAction>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof performSignedAction>> {
    return this.actions.perform(token, chosen, actor);
  }
}
