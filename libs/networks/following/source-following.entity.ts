import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How a source follows topics: what was made of their queries, and what its network took of it. */
@Entity('source_following')
export class SourceFollowing {
  @ForeignKey('Source', { name: 'source_following_source' })
  @PrimaryColumn({ type: 'bigint' })
  sourceId!: string;

  /** The settings and the versions of the topics that the plan was made from. */
  @Column({ type: 'text' })
  stamp!: string;

  /** A `TopicPlan`, with the queries of the topics that are followed. */
  @Column({ type: 'jsonb' })
  plan!: unknown;

  /** What the network took of the rules, as `KeptRule[]`. */
  @Column({ type: 'jsonb', default: [] })
  kept!: unknown;

  @Column({ type: 'timestamptz', nullable: true })
  keptAt!: Date | null;

  /** When the rules at the network are next compared with the plan. */
  @Column({ type: 'timestamptz', default: () => 'now()' })
  nextKeepAt!: Date;

  @Column({ type: 'integer', default: 0 })
  failures!: number;

  @Column({ type: 'text', nullable: true })
  problemDetail!: string | null;
}
