import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * One use of a variant, on its way through the outbox; the text is kept as it leaves. It answers a mention, or speaks of an
 * incident in a post of its own on one account, which always takes two keys.
 */
@Entity('reply')
@Check(
  'reply_state',
  `state in ('awaiting_second', 'queued', 'sending', 'sent', 'uncertain', 'refused', 'cancelled')`,
)
@Check('reply_second_asked', `second_asked in ('level', 'sensitivity', 'invitation', 'post')`)
@Check('reply_not_own_second', 'second_person_id <> person_id')
@Check('reply_occasion', `(mention_id is null) <> (incident_id is null)`)
@Check('reply_previous', `(mention_id is null) = (previous_state is null)`)
@Check(
  'reply_post_two_keys',
  `incident_id is null or (source_id is not null and second_asked is not null and corrects_id is null
    and (second_person_id is not null or state in ('awaiting_second', 'refused', 'cancelled')))`,
)
@Check('reply_realm', `(realm = 'training') = (network = 'training')`)
@Index('reply_one_open', { synchronize: false })
@Index('reply_one_correction', { synchronize: false })
@Index('reply_conversation', { synchronize: false })
@Index('reply_idempotency', { synchronize: false })
@Index('reply_due', { synchronize: false })
@Index('reply_mention_newest', { synchronize: false })
@Index('reply_by_person', { synchronize: false })
@Index('reply_answer_sent', { synchronize: false })
@Index('reply_sent', { synchronize: false })
@Index('reply_correction_sent', { synchronize: false })
@Index('reply_by_invitation', { synchronize: false })
@Index('reply_first_response', { synchronize: false })
@Index('reply_one_post', { synchronize: false })
@Index('reply_of_incident', { synchronize: false })
export class ReplyRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  /** The mention that it answers. */
  @ForeignKey('MentionIdentity', { name: 'reply_mention' })
  @Column({ type: 'bigint', nullable: true })
  mentionId!: string | null;

  /** The incident that it speaks of, where it answers no mention. */
  @ForeignKey('IncidentRow', { name: 'reply_incident' })
  @Column({ type: 'bigint', nullable: true })
  incidentId!: string | null;

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

  /** Of the mention, before it counted as answered. */
  @Column({ type: 'text', nullable: true })
  previousState!: string | null;

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

  /** Which wording of the mention was seen by whoever picked it, or looked at it last. */
  @Column({ type: 'integer', default: 0 })
  mentionWording!: number;

  /** Network and thread: replies of one conversation leave in the order in which they were picked. */
  @Column({ type: 'text', nullable: true })
  conversation!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  scheduledFor!: Date | null;

  /** Why a second person has to confirm it: `level`, `sensitivity`, an invited colleague picked it, or it is a `post`. */
  @Column({ type: 'text', nullable: true })
  secondAsked!: string | null;

  @ForeignKey('Person', { name: 'reply_second_person' })
  @Column({ type: 'bigint', nullable: true })
  secondPersonId!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  secondAt!: Date | null;

  /** Freezes that began before this moment do not hold it. */
  @Column({ type: 'timestamptz', nullable: true })
  passedFreezeAt!: Date | null;

  /** It need not wait for earlier replies of its conversation any more. */
  @Column({ type: 'timestamptz', nullable: true })
  passedOrderAt!: Date | null;

  /** The published reply that this one corrects. */
  @ForeignKey('ReplyRow', { name: 'reply_corrects' })
  @Column({ type: 'bigint', nullable: true })
  correctsId!: string | null;

  @Column({ type: 'text', nullable: true })
  correctionReason!: string | null;

  /** The invitation by which a colleague picked it. */
  @ForeignKey('AnswerInvitation', { name: 'reply_invitation' })
  @Column({ type: 'bigint', nullable: true })
  invitationId!: string | null;

  /** Above this level a second person has to look at it before it leaves, whatever the rules of all replies say. */
  @Column({ type: 'smallint', nullable: true })
  levelLimit!: number | null;

  /** When an attempt was last lost sight of; a reply given up after one is watched for, should it appear after all. */
  @Column({ type: 'timestamptz', nullable: true })
  lostAt!: Date | null;

  /** From the publication of the mention until this was sent; noted by the database. */
  @Column({ type: 'integer', nullable: true })
  responseSeconds!: number | null;

  /** Of the mention and the answer, as they were when the reply was sent; what figures count by. */
  @Column({ type: 'timestamptz', nullable: true })
  mentionPublishedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  mentionLanguage!: string | null;

  /** Whether departments had to be asked, for an answer or for a decision. */
  @Column({ type: 'boolean', nullable: true })
  askedBefore!: boolean | null;

  /** Whether the answer carries a key message. */
  @Column({ type: 'boolean', nullable: true })
  carriesMessage!: boolean | null;
}
