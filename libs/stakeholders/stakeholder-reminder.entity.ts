import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** That an owner was reminded of a contact that was due: once for each due time. */
@Entity('stakeholder_reminder')
export class StakeholderReminder {
  @ForeignKey('Stakeholder', { name: 'stakeholder_reminder_stakeholder' })
  @PrimaryColumn({ type: 'bigint' })
  stakeholderId!: string;

  @PrimaryColumn({ type: 'timestamptz' })
  dueAt!: Date;

  @ForeignKey('Person', { name: 'stakeholder_reminder_person' })
  @PrimaryColumn({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  toldAt!: Date;
}
