import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The mention tallies of a topic added up: over everything, for each network and for each language. What a dashboard reads that has
 * no filter, or one of them.
 * Topic 0 counts every mention once.
 */
@Entity('topic_tally')
export class TopicTally {
  @PrimaryColumn({ type: 'bigint' })
  topicId!: string;

  @PrimaryColumn({ type: 'text' })
  realm!: string;

  /** `hour`, `day` or `week`. */
  @PrimaryColumn({ type: 'text' })
  span!: string;

  /** Empty: of all networks. */
  @PrimaryColumn({ type: 'text' })
  network!: string;

  /** Empty: in all languages. A row has a network or a language or neither, never both. */
  @PrimaryColumn({ type: 'text' })
  language!: string;

  @PrimaryColumn({ type: 'timestamptz' })
  start!: Date;

  @Column({ type: 'integer' })
  mentions!: number;

  @Column({ type: 'integer' })
  negative!: number;

  /** As in the tallies: followers of the authors of each day; always 0 in an hour. */
  @Column({ type: 'bigint' })
  reach!: string;
}
