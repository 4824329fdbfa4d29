import { z } from 'zod';
import {
  cursorSchema,
  endpoint,
  idSchema,
  instantSchema,
  limitSchema,
  listOf,
  localeSchema,
  pageOf,
} from '#platform/contract';
import { ACTION_KINDS, CHANNEL_KINDS, DELIVERY_STATES, DIGESTS, NOTICE_KINDS } from './rules.js';

const noticeKindSchema = z.enum(NOTICE_KINDS);
const levelSchema = z.int().min(0).max(5);

export const notificationSchema = z
  .object({
    id: idSchema,
    kind: noticeKindSchema,
    level: levelSchema,
    /** How many notices are gathered in it. */
    count: z.int().min(1),
    /** Values for the words of the kind. */
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    /** Path in the console where the matter is handled. */
    link: z.string(),
    firstAt: instantSchema,
    lastAt: instantSchema,
    readAt: instantSchema.nullable(),
  })
  .meta({ id: 'Notification' });
export type Notification = z.infer<typeof notificationSchema>;

export const listNotifications = endpoint({
  method: 'GET',
  path: '/api/notifications',
  summary: 'What I was told, newest first',
  tag: 'notifications',
  access: 'signed-in',
  query: z.object({
    unread: z.enum(['true', 'false']).default('false'),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(50),
  }),
  response: pageOf(notificationSchema),
  problems: ['cursor-invalid'],
});

export const readUnread = endpoint({
  method: 'GET',
  path: '/api/notifications/unread',
  summary: 'How much I have not read yet, and how loud it is',
  tag: 'notifications',
  access: 'signed-in',
  response: z.object({ count: z.int(), highestLevel: levelSchema, sound: z.boolean() }),
});

export const markNotificationsRead = endpoint({
  method: 'POST',
  path: '/api/notifications/read',
  summary: 'Mark some of my notifications as read, or all that came until a time',
  tag: 'notifications',
  access: 'signed-in',
  body: z
    .object({
      ids: z.array(idSchema).min(1).max(200).optional(),
      /** All that came until then; either this or `ids`. */
      until: instantSchema.optional(),
    })
    .refine(({ ids, until }) => (ids === undefined) !== (until === undefined), {
      path: ['ids'],
      error: 'is needed, or `until` in its place',
      params: { code: 'required' },
    }),
  response: z.object({ marked: z.int() }),
});

const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'is not a time of day (HH:MM)' });

const preferenceSchema = z.object({
  /** By kind, only where it differs from the default; the console always tells. */
  kinds: z.partialRecord(
    noticeKindSchema,
    z.object({ mail: z.boolean().optional(), push: z.boolean().optional() }),
  ),
  /** Nothing below level 3 leaves in these hours; over midnight when `from` is later than `until`. */
  quiet: z.object({ from: clockSchema, until: clockSchema }).nullable(),
  timeZone: z.string().min(1).max(64).describe('IANA name, e.g. Europe/Paris'),
  /** Of mail. */
  digest: z.enum(DIGESTS),
  dailyAt: clockSchema,
  /** Whether the console sounds from level 3 on. */
  sound: z.boolean(),
});

export const notificationPreferencesSchema = z
  .object({
    preference: preferenceSchema,
    /** What this installation can send by. */
    means: z.object({ mail: z.boolean(), pushKey: z.string() }),
    browsers: z.array(
      z.object({ id: idSchema, label: z.string(), endpoint: z.string(), createdAt: instantSchema }),
    ),
  })
  .meta({ id: 'NotificationPreferences' });
export type NotificationPreferences = z.infer<typeof notificationPreferencesSchema>;

export const readNotificationPreferences = endpoint({
  method: 'GET',
  path: '/api/notifications/preferences',
  summary: 'What I am told, and how',
  tag: 'notifications',
  access: 'signed-in',
  response: notificationPreferencesSchema,
});

export const changeNotificationPreferences = endpoint({
  method: 'PUT',
  path: '/api/notifications/preferences',
  summary: 'Choose what I am told, and how',
  tag: 'notifications',
  access: 'signed-in',
  body: preferenceSchema,
  response: notificationPreferencesSchema,
  problems: ['unknown-time-zone', 'quiet-hours-empty'],
});

export const subscribeToPush = endpoint({
  method: 'POST',
  path: '/api/notifications/browsers',
  summary: 'Let this browser be told by web push',
  tag: 'notifications',
  access: 'signed-in',
  body: z.object({
    endpoint: z.url({ protocol: /^https$/ }).max(2000),
    keys: z.object({
      p256dh: z.string().regex(/^[A-Za-z0-9_-]{87}=?$/, { error: 'is not a public key' }),
      auth: z.string().regex(/^[A-Za-z0-9_-]{22}(==)?$/, { error: 'is not an authentication secret' }),
    }),
    label: z.string().trim().min(1).max(120),
  }),
  response: notificationPreferencesSchema,
  status: 201,
});

export const unsubscribeFromPush = endpoint({
  method: 'DELETE',
  path: '/api/notifications/browsers/{browserId}',
  summary: 'Tell a browser no more',
  tag: 'notifications',
  access: 'signed-in',
  params: z.object({ browserId: idSchema }),
  response: notificationPreferencesSchema,
  problems: ['browser-not-found'],
});

export const notificationChannelSchema = z
  .object({
    id: idSchema,
    kind: z.enum(CHANNEL_KINDS),
    name: z.string(),
    departmentId: idSchema.nullable(),
    /** The host of its address; the rest is a secret that is never shown again. */
    host: z.string(),
    signed: z.boolean(),
    kinds: z.array(noticeKindSchema),
    minLevel: levelSchema,
    locale: localeSchema,
    allowPrivateAddress: z.boolean(),
    active: z.boolean(),
    /** Of the last day. */
    sent: z.int(),
    failed: z.int(),
  })
  .meta({ id: 'NotificationChannel' });
export type NotificationChannelView = z.infer<typeof notificationChannelSchema>;

const MANAGE = { anyOf: ['notifications.manage'] } as const;

const channelFields = {
  name: z.string().trim().min(1).max(80),
  departmentId: idSchema.nullable(),
  address: z.url({ protocol: /^https?$/ }).max(2000),
  /** Signs the body of a generic webhook. */
  secret: z.string().min(16).max(200),
  kinds: z.array(noticeKindSchema).min(1),
  minLevel: levelSchema,
  locale: localeSchema,
  allowPrivateAddress: z.boolean(),
};

export const listNotificationChannels = endpoint({
  method: 'GET',
  path: '/api/notification-channels',
  summary: 'Chat rooms and programs that are told, and what this installation can send by',
  tag: 'notifications',
  access: MANAGE,
  response: z.object({
    items: z.array(notificationChannelSchema),
    /** The sender of mail; null: no mail server is set up. */
    mailFrom: z.string().nullable(),
    pushBrowsers: z.int(),
  }),
});

export const createNotificationChannel = endpoint({
  method: 'POST',
  path: '/api/notification-channels',
  summary: 'Connect a chat room or a program; its address is kept sealed',
  tag: 'notifications',
  access: MANAGE,
  body: z.object({
    kind: z.enum(CHANNEL_KINDS),
    name: channelFields.name,
    departmentId: channelFields.departmentId.default(null),
    address: channelFields.address,
    secret: channelFields.secret.optional(),
    kinds: channelFields.kinds,
    minLevel: channelFields.minLevel.default(0),
    locale: channelFields.locale.default('fr'),
    allowPrivateAddress: channelFields.allowPrivateAddress.default(false),
  }),
  response: notificationChannelSchema,
  status: 201,
  problems: ['unknown-department', 'secret-needed', 'secret-not-used'],
});

export const changeNotificationChannel = endpoint({
  method: 'PATCH',
  path: '/api/notification-channels/{channelId}',
  summary: 'Change a channel; an address or a secret that is left out stays',
  tag: 'notifications',
  access: MANAGE,
  params: z.object({ channelId: idSchema }),
  body: z.object({ ...channelFields, active: z.boolean() }).partial(),
  response: notificationChannelSchema,
  problems: ['channel-not-found', 'unknown-department', 'secret-not-used'],
});

export const removeNotificationChannel = endpoint({
  method: 'DELETE',
  path: '/api/notification-channels/{channelId}',
  summary: 'Take a channel away; its sealed address is destroyed',
  tag: 'notifications',
  access: MANAGE,
  params: z.object({ channelId: idSchema }),
  response: z.null(),
  status: 204,
  problems: ['channel-not-found'],
});

export const tryNotificationChannel = endpoint({
  method: 'POST',
  path: '/api/notification-channels/{channelId}/trial',
  summary: 'Send a trial message, and say what came of it',
  tag: 'notifications',
  access: MANAGE,
  params: z.object({ channelId: idSchema }),
  response: z.object({ sent: z.boolean(), code: z.string().nullable(), detail: z.string().nullable() }),
  problems: ['channel-not-found'],
});

export const deliverySchema = z
  .object({
    id: idSchema,
    by: z.enum(['mail', 'push', 'channel']),
    to: z.string(),
    state: z.enum(DELIVERY_STATES),
    level: levelSchema,
    /** What it tells of; empty when it tells nothing any more. */
    items: z.array(
      notificationSchema.pick({ kind: true, params: true, count: true }).extend({ link: z.string() }),
    ),
    attempts: z.int(),
    createdAt: instantSchema,
    dueAt: instantSchema,
    settledAt: instantSchema.nullable(),
    problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
  })
  .meta({ id: 'NotificationDelivery' });
export type NotificationDeliveryView = z.infer<typeof deliverySchema>;

export const listDeliveries = endpoint({
  method: 'GET',
  path: '/api/notification-deliveries',
  summary: 'Messages on their way, sent and failed, newest first',
  tag: 'notifications',
  access: MANAGE,
  query: z.object({
    state: listOf(z.enum(DELIVERY_STATES)).optional(),
    channelId: idSchema.optional(),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(50),
  }),
  response: pageOf(deliverySchema),
  problems: ['cursor-invalid'],
});

export const retryDelivery = endpoint({
  method: 'POST',
  path: '/api/notification-deliveries/{deliveryId}/attempts',
  summary: 'Try a failed delivery again',
  tag: 'notifications',
  access: MANAGE,
  params: z.object({ deliveryId: idSchema }),
  response: deliverySchema,
  problems: ['delivery-not-found', 'transition-not-allowed'],
});

const actionChoiceSchema = z.object({
  key: z.string().min(1).max(160),
  /** What choosing it does. */
  does: z.enum(['approve', 'refuse', 'acknowledge']),
  department: z.object({ fr: z.string(), en: z.string() }).nullable(),
  comment: z.enum(['none', 'optional', 'required']),
});
export type ActionChoice = z.infer<typeof actionChoiceSchema>;

export const actionSchema = z
  .object({
    kind: z.enum(ACTION_KINDS),
    expiresAt: instantSchema,
    title: z.object({ fr: z.string(), en: z.string() }),
    /** What is decided upon, word for word. */
    texts: z.array(z.object({ language: z.string(), network: z.string().nullable(), text: z.string() })),
    /** Path in the console with everything about it. */
    link: z.string(),
    /** What this person may choose. */
    choices: z.array(actionChoiceSchema),
  })
  .meta({ id: 'SignedAction' });
export type ActionView = z.infer<typeof actionSchema>;

const tokenSchema = z.string().min(20).max(1000);

export const readSignedAction = endpoint({
  method: 'POST',
  path: '/api/actions/read',
  summary: 'What a signed link is for; changes nothing',
  tag: 'notifications',
  access: 'signed-in',
  body: z.object({ token: tokenSchema }),
  response: actionSchema,
  problems: ['action-invalid', 'action-not-offered'],
});

export const performSignedAction = endpoint({
  method: 'POST',
  path: '/api/actions',
  summary: 'Do what a signed link is for, with one’s own rights',
  tag: 'notifications',
  access: 'signed-in',
  body: z.object({
    token: tokenSchema,
    choice: z.string().min(1).max(160),
    comment: z.string().trim().max(2000).nullable().default(null),
  }),
  response: z.object({ link: z.string() }),
  problems: ['action-invalid', 'action-not-offered', 'choice-unknown'],
});
