import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A contact with a stakeholder: told what, when, by whom, how. Append-only: the database refuses to rewrite it. */
@Entity('stakeholder_told')
@Check('stakeholder_told_how', `how in ('call', 'message', 'mail', 'meeting', 'publication', 'other')`)
@Index('stakeholder_told_of', { synchronize: false })
@Index('stakeholder_told_in', { synchronize: false })
export class StakeholderTold {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('Stakeholder', { name: 'stakeholder_told_stakeholder' })
  @Column({ type: 'bigint' })
  stakeholderId!: string;

  /** Of which incident they were told; null: outside of any. */
  @ForeignKey('IncidentRow', { name: 'stakeholder_told_incident' })
  @Column({ type: 'bigint', nullable: true })
  incidentId!: string | null;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @ForeignKey('Person', { name: 'stakeholder_told_person' })
  @Column({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'text' })
  how!: string;

  @Column({ type: 'text' })
  what!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  writtenAt!: Date;
}
