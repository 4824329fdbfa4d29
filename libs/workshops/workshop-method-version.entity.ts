import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One version of a method of one's own. Append-only: a workshop was planned with it. */
@Entity('workshop_method_version')
export class WorkshopMethodVersionRow {
  @ForeignKey('WorkshopMethodRow', { name: 'workshop_method_version_of' })
  @PrimaryColumn({ type: 'bigint', primaryKeyConstraintName: 'workshop_method_version_pkey' })
  methodId!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'workshop_method_version_pkey' })
  number!: number;

  @Column({ type: 'jsonb' })
  content!: unknown;

  @ForeignKey('Person', { name: 'workshop_method_version_writer' })
  @Column({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  writtenAt!: Date;
}
