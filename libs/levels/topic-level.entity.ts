import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Where a topic stands in one realm: its level, what it follows from, and the state that the next minute goes on from. */
@Entity('topic_level')
@Check('topic_level_manual', '(manual_level is null) = (manual_until is null)')
@Index('topic_level_evaluated', { synchronize: false })
export class TopicLevelRow {
  @ForeignKey('TopicRow', { name: 'topic_level_topic' })
  @PrimaryColumn({ type: 'bigint' })
  topicId!: string;

  @PrimaryColumn({ type: 'text' })
  realm!: string;

  /** The level that stands: by hand or automatic. */
  @Column({ type: 'smallint', default: 0 })
  level!: number;

  @Column({ type: 'timestamptz', nullable: true })
  since!: Date | null;

  @Column({ type: 'smallint', default: 0 })
  automaticLevel!: number;

  @Column({ type: 'timestamptz', nullable: true })
  belowSince!: Date | null;

  @Column({ type: 'real', default: 0 })
  score!: number;

  @Column({ type: 'jsonb', nullable: true })
  evidence!: unknown | null;

  @Column({ type: 'smallint', nullable: true })
  manualLevel!: number | null;

  @Column({ type: 'timestamptz', nullable: true })
  manualUntil!: Date | null;

  @Column({ type: 'text', nullable: true })
  manualReason!: string | null;

  @ForeignKey('Person', { name: 'topic_level_person' })
  @Column({ type: 'bigint', nullable: true })
  manualPersonId!: string | null;

  /** What the spike detector knows of the topic. */
  @Column({ type: 'jsonb', nullable: true })
  spike!: unknown | null;

  /** The volume as of the last minute. */
  @Column({ type: 'jsonb', nullable: true })
  volume!: unknown | null;

  /** The last minute that was taken in. */
  @Column({ type: 'timestamptz' })
  evaluatedMinute!: Date;

  /** Until when mentions taken in so far still count. */
  @Column({ type: 'timestamptz', nullable: true })
  busyUntil!: Date | null;

  /** The version of the topic whose mentions were taken in: another query matches other mentions. */
  @Column({ type: 'integer' })
  topicVersion!: number;

  /** Mentions published until then do not count: the drill that they belong to is over. */
  @Column({ type: 'timestamptz', nullable: true })
  countsAfter!: Date | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
