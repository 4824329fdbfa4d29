import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/**
 * What `notify` wrote down, until a worker has gathered it. Rows are only added by the transactions in which things
 * happen, so that a storm of them waits for nobody's lock.
 */
@Entity('notice')
export class NoticeRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'bigint', array: true })
  personIds!: string[];

  @Column({ type: 'smallint' })
  level!: number;

  @Column({ type: 'text' })
  groupKey!: string;

  @Column({ type: 'jsonb' })
  params!: unknown;

  @Column({ type: 'text' })
  link!: string;

  @Column({ type: 'text', nullable: true })
  actionKind!: string | null;

  @Column({ type: 'text', nullable: true })
  actionSubjectId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;
}
