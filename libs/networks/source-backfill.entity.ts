import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A source being read back to a day in the past, newest posts first, a page at a time. */
@Entity('source_backfill')
@Check('source_backfill_state', `state in ('running', 'done', 'failed', 'cancelled')`)
@Index('source_backfill_one', { synchronize: false })
@Index('source_backfill_due', { synchronize: false })
@Index('source_backfill_newest', { synchronize: false })
export class SourceBackfill {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('Source', { name: 'source_backfill_source' })
  @Column({ type: 'bigint' })
  sourceId!: string;

  @Column({ type: 'text', default: 'running' })
  state!: string;

  @Column({ type: 'timestamptz' })
  fromAt!: Date;

  /** Publication of the oldest post seen so far. */
  @Column({ type: 'timestamptz', nullable: true })
  reachedAt!: Date | null;

  /** The network's own mark of the next page; null at the first. */
  @Column({ type: 'text', nullable: true })
  page!: string | null;

  @Column({ type: 'integer', default: 0 })
  read!: number;

  @Column({ type: 'integer', default: 0 })
  stored!: number;

  @Column({ type: 'integer', default: 0 })
  failures!: number;

  @Column({ type: 'text', nullable: true })
  problemCode!: string | null;

  @Column({ type: 'text', nullable: true })
  problemDetail!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  nextAt!: Date;

  @ForeignKey('Person', { name: 'source_backfill_asked_by' })
  @Column({ type: 'bigint', nullable: true })
  askedBy!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;
}
