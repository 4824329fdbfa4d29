import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A mention matches a topic. */
@Entity('mention_topic')
@Index('mention_topic_mention', { synchronize: false })
@Index('mention_topic_state', { synchronize: false })
@Index('mention_topic_urgent', { synchronize: false })
export class MentionTopic {
  @PrimaryColumn({ type: 'bigint' })
  topicId!: string;

  @PrimaryColumn({ type: 'timestamptz' })
  publishedAt!: Date;

  @PrimaryColumn({ type: 'bigint' })
  mentionId!: string;

  /** Realm, state and level of the mention; the database keeps them as the mention's own. */
  @Column({ type: 'text' })
  realm!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'smallint' })
  level!: number;
}
