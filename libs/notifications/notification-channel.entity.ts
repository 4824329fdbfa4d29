import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';

/** A chat room or a program of the organisation that is told by webhook; its address and secret are sealed. */
@Entity('notification_channel')
@Check('notification_channel_kind', `kind in ('slack', 'teams', 'mattermost', 'webhook')`)
export class NotificationChannel {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  name!: string;

  /** Only what concerns people of this department; null: the whole workspace. */
  @ForeignKey('Department', { name: 'notification_channel_department' })
  @Column({ type: 'bigint', nullable: true })
  departmentId!: string | null;

  @Column({ type: 'bytea' })
  sealedAddress!: Buffer;

  /** Whose host a person is shown, without the part of the address that is a secret. */
  @Column({ type: 'text' })
  host!: string;

  /** Signs the body of a generic webhook. */
  @Column({ type: 'bytea', nullable: true })
  sealedSecret!: Buffer | null;

  @Column({ type: 'text', array: true })
  kinds!: string[];

  @Column({ type: 'smallint', default: 0 })
  minLevel!: number;

  @Column({ type: 'text' })
  locale!: string;

  @Column({ type: 'boolean', default: false })
  allowPrivateAddress!: boolean;

  @Column({ type: 'boolean', default: true })
  active!: boolean;

  /** Taken away by an administrator; kept for the record of what was delivered. */
  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
