import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One thing that a person, or a channel of the workspace, is told; counts the notices gathered in it. */
@Entity('notification')
@Check('notification_recipient', `(person_id is null) <> (channel_id is null)`)
@Check('notification_count', `count > 0`)
@Index('notification_gathering_person', { synchronize: false })
@Index('notification_gathering_channel', { synchronize: false })
@Index('notification_gather_until', { synchronize: false })
@Index('notification_person_newest', { synchronize: false })
@Index('notification_settled', { synchronize: false })
@Index('notification_unread', { synchronize: false })
export class NotificationRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('Person', { name: 'notification_person' })
  @Column({ type: 'bigint', nullable: true })
  personId!: string | null;

  @ForeignKey('NotificationChannel', { name: 'notification_channel' })
  @Column({ type: 'bigint', nullable: true })
  channelId!: string | null;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'smallint' })
  level!: number;

  @Column({ type: 'text' })
  groupKey!: string;

  @Column({ type: 'jsonb' })
  params!: unknown;

  @Column({ type: 'text' })
  link!: string;

  @Column({ type: 'text', nullable: true })
  actionKind!: string | null;

  @Column({ type: 'text', nullable: true })
  actionSubjectId!: string | null;

  @Column({ type: 'integer', default: 1 })
  count!: number;

  /** Further notices of the same key are added here rather than make a new row. */
  @Column({ type: 'boolean', default: true })
  gathering!: boolean;

  @Column({ type: 'timestamptz' })
  gatherUntil!: Date;

  @Column({ type: 'timestamptz' })
  firstAt!: Date;

  @Column({ type: 'timestamptz' })
  lastAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  readAt!: Date | null;
}
