import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Something severe came in for a topic: to be evaluated without waiting for the minute to end. */
@Entity('topic_level_ask')
export class TopicLevelAskRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'bigint' })
  topicId!: string;

  @Column({ type: 'text' })
  realm!: string;
}
