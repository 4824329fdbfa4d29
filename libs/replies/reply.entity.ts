import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One use of a variant on one mention, on its way through the outbox; the text is kept as it leaves. */
@Entity('reply')
@Check('reply_state', `state in ('queued', 'sending', 'sent', 'uncertain', 'failed', 'cancelled')`)
@Check('reply_realm', `(realm = 'training') = (network = 'training')`)
@Index('reply_one_open', { synchronize: false })
@Index('reply_idempotency', { synchronize: false })
@Index('reply_due', { synchronize: false })
@Index('reply_mention_newest', { synchronize: false })
@Index('reply_answer_sent', { synchronize: false })
export class ReplyRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('MentionIdentity', { name: 'reply_mention' })
  @Column({ type: 'bigint' })
  mentionId!: string;

  @Column({ type: 'text' })
  realm!: string;

  @Column({ type: 'text' })
  network!: string;

  @ForeignKey('Source', { name: 'reply_source' })
  @Column({ type: 'bigint', nullable: true })
  sourceId!: string | null;

  @ForeignKey('Answer', { name: 'reply_answer' })
  @Column({ type: 'bigint' })
  answerId!: string;

  @ForeignKey('AnswerVersionRow', { name: 'reply_version' })
  @Column({ type: 'bigint' })
  answerVersionId!: string;

  @ForeignKey('AnswerVariant', { name: 'reply_variant' })
  @Column({ type: 'bigint' })
  answerVariantId!: string;

  @Column({ type: 'text' })
  contentHash!: string;

  @Column({ type: 'jsonb', default: {} })
  placeholders!: unknown;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text', default: 'queued' })
  state!: string;

  @Column({ type: 'text', nullable: true })
  idempotencyKey!: string | null;

  @ForeignKey('Person', { name: 'reply_person' })
  @Column({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'text' })
  previousState!: string;

  @Column({ type: 'bigint', nullable: true })
  previousAssigneeId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  dueAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  sendingSince!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  externalId!: string | null;

  @Column({ type: 'text', nullable: true })
  url!: string | null;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ type: 'text', nullable: true })
  problemCode!: string | null;

  @Column({ type: 'text', nullable: true })
  problemDetail!: string | null;
}
