import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';

/** One file being brought in; `bytesRead` is where to go on after a crash. */
@Entity('import_run')
@Check('import_run_state', `state in ('waiting', 'running', 'done', 'failed')`)
export class ImportRun {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  fileName!: string;

  @Column({ type: 'text' })
  filePath!: string;

  /** SHA-256 of a file of this machine, so that an interrupted import of it is found again. */
  @Column({ type: 'text', nullable: true })
  contentHash!: string | null;

  @Column({ type: 'text' })
  mappingName!: string;

  @Column({ type: 'jsonb' })
  mapping!: unknown;

  @Column({ type: 'text' })
  realm!: string;

  @Column({ type: 'text', default: 'waiting' })
  state!: string;

  @Column({ type: 'bigint' })
  bytesTotal!: string;

  @Column({ type: 'bigint', default: 0 })
  bytesRead!: string;

  @Column({ type: 'integer', default: 0 })
  lines!: number;

  @Column({ type: 'integer', default: 0 })
  stored!: number;

  @Column({ type: 'integer', default: 0 })
  known!: number;

  @Column({ type: 'integer', default: 0 })
  refused!: number;

  @Column({ type: 'text', nullable: true })
  problem!: string | null;

  @ForeignKey('Person', { name: 'import_run_person' })
  @Column({ type: 'bigint', nullable: true })
  personId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;
}
