import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One message on its way to one recipient by one means; tells of one or more notifications. */
@Entity('notification_delivery')
@Check('notification_delivery_by', `by in ('mail', 'push', 'channel')`)
@Check(
  'notification_delivery_recipient',
  `(by = 'channel') = (channel_id is not null) and (by = 'channel') = (person_id is null)`,
)
@Check('notification_delivery_state', `state in ('queued', 'sending', 'sent', 'failed', 'suppressed')`)
@Index('notification_delivery_due', { synchronize: false })
@Index('notification_delivery_open_person', { synchronize: false })
@Index('notification_delivery_open_channel', { synchronize: false })
@Index('notification_delivery_of_person', { synchronize: false })
@Index('notification_delivery_of_channel', { synchronize: false })
@Index('notification_delivery_newest', { synchronize: false })
export class NotificationDelivery {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  by!: string;

  @ForeignKey('Person', { name: 'notification_delivery_person' })
  @Column({ type: 'bigint', nullable: true })
  personId!: string | null;

  @ForeignKey('NotificationChannel', { name: 'notification_delivery_channel' })
  @Column({ type: 'bigint', nullable: true })
  channelId!: string | null;

  /** What is gathered in it: the key of a group, or empty for a digest of everything. */
  @Column({ type: 'text' })
  groupKey!: string;

  @Column({ type: 'smallint' })
  level!: number;

  @Column({ type: 'text', default: 'queued' })
  state!: string;

  /** The same at every attempt: part of Message-ID and idempotency key. */
  @Column({ type: 'uuid' })
  messageKey!: string;

  @Column({ type: 'timestamptz' })
  dueAt!: Date;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ type: 'timestamptz', nullable: true })
  sendingSince!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  settledAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  problemCode!: string | null;

  @Column({ type: 'text', nullable: true })
  problemDetail!: string | null;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt!: Date;
}
