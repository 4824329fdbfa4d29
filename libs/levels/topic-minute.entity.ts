import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A minute of a topic as it was taken in. Quiet minutes are not all kept: see `isKept`. */
@Entity('topic_minute')
export class TopicMinuteRow {
  @PrimaryColumn({ type: 'bigint' })
  topicId!: string;

  @PrimaryColumn({ type: 'text' })
  realm!: string;

  @PrimaryColumn({ type: 'timestamptz' })
  minute!: Date;

  /** Mentions that the detector was given: those of the minute, and those of earlier minutes that came late. */
  @Column({ type: 'integer' })
  mentions!: number;

  @Column({ type: 'real' })
  expected!: number;

  @Column({ type: 'real' })
  usualHigh!: number;

  @Column({ type: 'real' })
  anomaly!: number;

  @Column({ type: 'real' })
  velocity!: number;

  @Column({ type: 'real' })
  score!: number;

  @Column({ type: 'smallint' })
  level!: number;
}
