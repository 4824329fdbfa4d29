import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** That people were told of something overdue: once for each thing and due time, whichever worker came first. */
@Entity('incident_reminder')
@Index('incident_reminder_once', { synchronize: false })
export class IncidentReminderRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'bigint' })
  subjectId!: string;

  @Column({ type: 'timestamptz' })
  dueAt!: Date;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  toldAt!: Date;
}
