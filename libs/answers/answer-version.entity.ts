import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** One version of an answer; its words are fixed once it leaves the draft. */
@Entity('answer_version')
@Unique('answer_version_number_unique', ['answerId', 'number'])
@Check(
  'answer_version_state',
  `state in ('draft', 'in_review', 'approved', 'superseded', 'retired', 'expired')`,
)
@Check('answer_version_levels', 'level_min between 0 and 4 and level_max between level_min and 4')
@Index('answer_version_one_approved', { synchronize: false })
@Index('answer_version_one_open', { synchronize: false })
@Index('answer_version_search_fr', { synchronize: false })
@Index('answer_version_search_en', { synchronize: false })
@Index('answer_version_key_messages', { synchronize: false })
export class AnswerVersionRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('Answer', { name: 'answer_version_answer' })
  @Column({ type: 'bigint' })
  answerId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'integer', default: 1 })
  revision!: number;

  @ForeignKey('Person', { name: 'answer_version_author' })
  @Column({ type: 'bigint' })
  authorId!: string;

  @Column({ type: 'bigint', array: true })
  editorIds!: string[];

  @Column({ type: 'text' })
  questionFr!: string;

  @Column({ type: 'text' })
  questionEn!: string;

  @Column({ type: 'jsonb', default: [] })
  wordingsFr!: unknown;

  @Column({ type: 'jsonb', default: [] })
  wordingsEn!: unknown;

  @ForeignKey('TopicRow', { name: 'answer_version_topic' })
  @Column({ type: 'bigint', nullable: true })
  topicId!: string | null;

  @Column({ type: 'text' })
  sensitivity!: string;

  @Column({ type: 'smallint' })
  levelMin!: number;

  @Column({ type: 'smallint' })
  levelMax!: number;

  @Column({ type: 'text' })
  strategy!: string;

  @Column({ type: 'bigint', array: true })
  departmentIds!: string[];

  @Column({ type: 'text', default: '' })
  doNotSay!: string;

  @Column({ type: 'jsonb', default: [] })
  proofPoints!: unknown;

  @Column({ type: 'jsonb', default: [] })
  keyMessages!: unknown;

  @Column({ type: 'jsonb', default: [] })
  placeholders!: unknown;

  @Column({ type: 'timestamptz', nullable: true })
  validFrom!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  validUntil!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  reviewOn!: Date | null;

  @Column({ type: 'text', nullable: true })
  contentHash!: string | null;

  /** The rule by which `contentHash` was made; see content-hash.ts. */
  @Column({ type: 'smallint', default: 1 })
  hashRule!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  approvedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  closedReason!: string | null;

  @Column({ type: 'tsvector', nullable: true, select: false })
  searchFr!: string | null;

  @Column({ type: 'tsvector', nullable: true, select: false })
  searchEn!: string | null;
}
