import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A playbook that people wrote, or changed from the ready one of the same key; the ready ones are in the code. */
@Entity('playbook')
@Check('playbook_cluster', `cluster in ('victim', 'accidental', 'preventable')`)
export class PlaybookRow {
  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  nameFr!: string;

  @Column({ type: 'text' })
  nameEn!: string;

  @Column({ type: 'text' })
  cluster!: string;

  @Column({ type: 'jsonb' })
  steps!: unknown;

  @Column({ type: 'boolean', default: true })
  active!: boolean;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @ForeignKey('Person', { name: 'playbook_person' })
  @Column({ type: 'bigint', nullable: true })
  changedBy!: string | null;

  @Column({ type: 'timestamptz' })
  changedAt!: Date;
}
