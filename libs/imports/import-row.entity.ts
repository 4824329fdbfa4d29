import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What became of one row of an import. */
@Entity('import_row')
@Index('import_row_outcome', { synchronize: false })
export class ImportRow {
  @ForeignKey('ImportRun', { name: 'import_row_import' })
  @PrimaryColumn({ type: 'bigint' })
  importId!: string;

  @PrimaryColumn({ type: 'integer' })
  line!: number;

  @PrimaryColumn({ type: 'integer' })
  item!: number;

  @Column({ type: 'text' })
  outcome!: string;

  @Column({ type: 'text', nullable: true })
  field!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'bigint', nullable: true })
  mentionId!: string | null;
}
