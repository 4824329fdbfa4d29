import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A watched subject with its boolean query. */
@Entity('topic')
@Index('topic_name_unique', { synchronize: false })
export class TopicRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', default: '' })
  description!: string;

  @Column({ type: 'text' })
  query!: string;

  @Column({ type: 'boolean', default: true })
  active!: boolean;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'integer', nullable: true })
  rematchTotal!: number | null;

  @Column({ type: 'integer', nullable: true })
  rematchDone!: number | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
