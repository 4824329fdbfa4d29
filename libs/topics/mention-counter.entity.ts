import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Mentions per minute of publication; topic 0 counts every mention once. */
@Entity('mention_counter')
@Index('mention_counter_topic', { synchronize: false })
export class MentionCounter {
  @PrimaryColumn({ type: 'timestamptz' })
  minute!: Date;

  @PrimaryColumn({ type: 'text' })
  realm!: string;

  @PrimaryColumn({ type: 'bigint' })
  topicId!: string;

  @PrimaryColumn({ type: 'text' })
  network!: string;

  @PrimaryColumn({ type: 'text' })
  language!: string;

  @PrimaryColumn({ type: 'smallint' })
  level!: number;

  @Column({ type: 'integer' })
  mentions!: number;
}
