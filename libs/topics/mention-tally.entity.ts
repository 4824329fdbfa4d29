import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Mentions per hour, day and week (UTC, from Monday) of publication: what dashboards add up, so that a quarter is as
 * quick as an hour.
 * Topic 0 counts every mention once.
 */
@Entity('mention_tally')
export class MentionTally {
  @PrimaryColumn({ type: 'bigint' })
  topicId!: string;

  @PrimaryColumn({ type: 'text' })
  realm!: string;

  /** `hour`, `day` or `week`. */
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

  /** Followers of the authors of a day, each author once a day; a week adds its days up; always 0 in an hour. */
  @Column({ type: 'bigint' })
  reach!: string;
}
