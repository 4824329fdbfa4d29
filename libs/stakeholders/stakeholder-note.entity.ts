import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What was said of a stakeholder in a workshop. Append-only: the database refuses to rewrite it. */
@Entity('stakeholder_note')
@Index('stakeholder_note_of', { synchronize: false })
export class StakeholderNote {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('Stakeholder', { name: 'stakeholder_note_stakeholder' })
  @Column({ type: 'bigint' })
  stakeholderId!: string;

  @Column({ type: 'text' })
  text!: string;

  /** The name that its author had in the workshop; null: they gave none. */
  @Column({ type: 'text', nullable: true })
  saidBy!: string | null;

  @ForeignKey('WorkshopRow', { name: 'stakeholder_note_workshop' })
  @Column({ type: 'bigint' })
  workshopId!: string;

  /** Who brought it here. */
  @ForeignKey('Person', { name: 'stakeholder_note_person' })
  @Column({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  writtenAt!: Date;
}
