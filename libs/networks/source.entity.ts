import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One connected account, search, channel or feed of a network, with its cursor. */
@Entity('source')
@Check('source_state', `state in ('active', 'paused', 'needs_attention')`)
@Check('source_realm', `(realm = 'training') = (network = 'training')`)
@Index('source_due', { synchronize: false })
export class Source {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  network!: string;

  @Column({ type: 'text' })
  realm!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'jsonb', default: {} })
  settings!: unknown;

  @Column({ type: 'text', default: 'active' })
  state!: string;

  @Column({ type: 'text', nullable: true })
  problemCode!: string | null;

  @Column({ type: 'text', nullable: true })
  problemDetail!: string | null;

  @Column({ type: 'integer' })
  pullEverySeconds!: number;

  @Column({ type: 'jsonb', nullable: true })
  cursor!: unknown | null;

  @Column({ type: 'timestamptz', nullable: true })
  lastPullAt!: Date | null;

  @Column({ type: 'integer', nullable: true })
  lastPullStored!: number | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  nextPullAt!: Date;

  @Column({ type: 'integer', default: 0 })
  failures!: number;

  @Column({ type: 'bigint', default: 0 })
  mentions!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
