import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Mentions per hour and per day (UTC) of publication: what dashboards add up, so that a quarter is as quick as an hour.
 * Topic 0 counts every mention once.
 */
@Entity('mention_tally')
export class MentionTally {
  @PrimaryColumn({ type: 'bigint' })
  topicId!: string;

  @PrimaryColumn({ type: 'text' })
  realm!: string;

  /** `hour` or `day`. */
  @PrimaryColumn({ type: 'text' })
  span!: string;

  @PrimaryColumn({ type: 'timestamptz' })
  start!: Date;

  @PrimaryColumn({ type: 'text' })
  network!: string;

  @PrimaryColumn({ type: 'text' })
  language!: string;

  /** Who seems to speak: a kind of author, or `unknown`. */
  @PrimaryColumn({ type: 'text' })
  voice!: string;

  @Column({ type: 'integer' })
  mentions!: number;

  @Column({ type: 'integer' })
  negative!: number;

  /** Followers of the authors of the day, each author once; always 0 in an hour. */
  @Column({ type: 'bigint' })
  reach!: string;
}
