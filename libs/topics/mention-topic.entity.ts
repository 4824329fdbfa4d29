import { Entity, Index, PrimaryColumn } from 'typeorm';

/** A mention matches a topic. */
@Entity('mention_topic')
@Index('mention_topic_mention', { synchronize: false })
export class MentionTopic {
  @PrimaryColumn({ type: 'bigint' })
  topicId!: string;

  @PrimaryColumn({ type: 'timestamptz' })
  publishedAt!: Date;

  @PrimaryColumn({ type: 'bigint' })
  mentionId!: string;
}
