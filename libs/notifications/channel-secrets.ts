/** What the seals of a channel's columns are bound to. */
export const ADDRESS_PURPOSE = 'notification_channel.address';
export const SECRET_PURPOSE = 'notification_channel.secret';
