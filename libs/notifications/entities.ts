import { NoticeRow } from './notice.entity.js';
import { NotificationChannel } from './notification-channel.entity.js';
import { NotificationDeliveryItem } from './notification-delivery-item.entity.js';
import { NotificationDelivery } from './notification-delivery.entity.js';
import { NotificationKey } from './notification-key.entity.js';
import { NotificationPreference } from './notification-preference.entity.js';
import { NotificationRow } from './notification.entity.js';
import { PushSubscriptionRow } from './push-subscription.entity.js';

export const NOTIFICATIONS_ENTITIES = [
  NoticeRow,
  NotificationChannel,
  NotificationDelivery,
  NotificationDeliveryItem,
  NotificationKey,
  NotificationPreference,
  NotificationRow,
  PushSubscriptionRow,
];
