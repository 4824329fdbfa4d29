import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What an author of a network said on one day (UTC) in one language; topic 0 holds all of it. */
@Entity('author_day')
@Index('author_day_busiest', { synchronize: false })
@Index('author_day_reach', { synchronize: false })
export class AuthorDay {
  @PrimaryColumn({ type: 'bigint' })
  topicId!: string;

  @PrimaryColumn({ type: 'text' })
  realm!: string;

  @PrimaryColumn({ type: 'text' })
  network!: string;

  /** Handle, or the name where a network has no handles. */
  @PrimaryColumn({ type: 'text' })
  author!: string;

  @PrimaryColumn({ type: 'timestamptz' })
  day!: Date;

  @PrimaryColumn({ type: 'text' })
  language!: string;

  @PrimaryColumn({ type: 'text' })
  voice!: string;

  @Column({ type: 'integer' })
  mentions!: number;

  @Column({ type: 'integer' })
  negative!: number;

  /** The most that were seen on that day. */
  @Column({ type: 'integer' })
  followers!: number;
}
