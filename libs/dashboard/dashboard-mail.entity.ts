import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who wants to be told of the situation, and when next. */
@Entity('dashboard_mail')
@Check('dashboard_mail_hour', 'hour between 0 and 23')
@Check('dashboard_mail_due', 'morning = (next_at is not null)')
@Index('dashboard_mail_next', { synchronize: false })
export class DashboardMailRow {
  @ForeignKey('Person', { name: 'dashboard_mail_reader' })
  @PrimaryColumn({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'text' })
  realm!: string;

  @Column({ type: 'boolean' })
  morning!: boolean;

  @Column({ type: 'smallint' })
  hour!: number;

  @Column({ type: 'text' })
  timeZone!: string;

  @Column({ type: 'boolean' })
  atLevelChange!: boolean;

  @Column({ type: 'timestamptz', nullable: true })
  nextAt!: Date | null;

  /** The last event of a timeline that the person was told of. */
  @Column({ type: 'bigint', default: '0' })
  toldEventId!: string;
}
