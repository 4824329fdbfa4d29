import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a person has chosen; without a row, everything stands at its default. */
@Entity('notification_preference')
@Check('notification_preference_digest', `digest in ('at_once', 'hourly', 'daily')`)
@Check('notification_preference_quiet', `(quiet_from is null) = (quiet_until is null)`)
export class NotificationPreference {
  @ForeignKey('Person', { name: 'notification_preference_person' })
  @PrimaryColumn({ type: 'bigint' })
  personId!: string;

  /** By kind of notice, only where it differs from the default: whether mail and push are wanted. */
  @Column({ type: 'jsonb', default: {} })
  kinds!: unknown;

  /** Wall-clock times, `HH:MM`, in the person's time zone. */
  @Column({ type: 'text', nullable: true })
  quietFrom!: string | null;

  @Column({ type: 'text', nullable: true })
  quietUntil!: string | null;

  /** IANA name. */
  @Column({ type: 'text' })
  timeZone!: string;

  @Column({ type: 'text', default: 'at_once' })
  digest!: string;

  @Column({ type: 'text', default: '08:00' })
  dailyAt!: string;

  @Column({ type: 'boolean', default: true })
  sound!: boolean;
}
