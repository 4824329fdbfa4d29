import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * A first reply that was sent to a mention of a topic, with what figures count of it; the database keeps it with the
 * reply and the topics of the mention.
 */
@Entity('topic_reply')
@Index('topic_reply_reply', { synchronize: false })
@Index('topic_reply_sent', { synchronize: false })
export class TopicReply {
  @PrimaryColumn({ type: 'bigint' })
  topicId!: string;

  @ForeignKey('ReplyRow', { name: 'topic_reply_reply', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'bigint' })
  replyId!: string;

  @Column({ type: 'text' })
  realm!: string;

  @Column({ type: 'timestamptz' })
  sentAt!: Date;

  @Column({ type: 'text' })
  network!: string;

  @Column({ type: 'text', nullable: true })
  mentionLanguage!: string | null;

  @Column({ type: 'integer', nullable: true })
  responseSeconds!: number | null;

  @Column({ type: 'boolean', nullable: true })
  askedBefore!: boolean | null;

  @Column({ type: 'boolean', nullable: true })
  carriesMessage!: boolean | null;

  @Column({ type: 'bigint' })
  answerVersionId!: string;
}
