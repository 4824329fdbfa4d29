import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** What is known or was said of a stakeholder, by hand or from a workshop. Append-only: corrections are versions. */
@Entity('stakeholder_note')
@Index('stakeholder_note_of', { synchronize: false })
@Unique('stakeholder_note_version', ['firstId', 'version'])
@Check('stakeholder_note_origin', 'workshop_id is not null or said_by is null')
@Check(
  'stakeholder_note_corrected',
  'case when first_id is null then version = 1 else version > 1 and workshop_id is null end',
)
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

  /** Null: written by hand. */
  @ForeignKey('WorkshopRow', { name: 'stakeholder_note_workshop' })
  @Column({ type: 'bigint', nullable: true })
  workshopId!: string | null;

  /** Of a correction: the note as it was first written. */
  @ForeignKey('StakeholderNote', { name: 'stakeholder_note_first' })
  @Column({ type: 'bigint', nullable: true })
  firstId!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  /** Who wrote it, or brought it here. */
  @ForeignKey('Person', { name: 'stakeholder_note_person' })
  @Column({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  writtenAt!: Date;
}
