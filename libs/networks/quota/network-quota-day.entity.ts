import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What was spent in one day of the units that a network counts. */
@Entity('network_quota_day')
@Check('network_quota_day_units', 'answering >= 0 and used >= answering')
export class NetworkQuotaDay {
  @PrimaryColumn({ type: 'text' })
  network!: string;

  /** What the network counts by; all sources of one project share it. */
  @PrimaryColumn({ type: 'text' })
  project!: string;

  /** Of the network's own time zone. */
  @PrimaryColumn({ type: 'date' })
  day!: string;

  @Column({ type: 'integer', default: 0 })
  used!: number;

  /** The part of `used` that went into answering. */
  @Column({ type: 'integer', default: 0 })
  answering!: number;

  /** By an even spread over the day, what was read would have lasted until here. */
  @Column({ type: 'timestamptz', nullable: true })
  paidUntil!: Date | null;

  /** The network itself said that nothing is left. */
  @Column({ type: 'boolean', default: false })
  closed!: boolean;
}
