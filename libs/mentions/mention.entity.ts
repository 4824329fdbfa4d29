import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One public post that a source brought in, its assessment and where its handling stands. Partitioned by month. */
@Entity('mention')
@Check('mention_realm', `(realm = 'training') = (network = 'training')`)
@Check('mention_state', `state in ('new', 'in_progress', 'answered', 'escalated', 'no_reply')`)
@Index('mention_newest', { synchronize: false })
@Index('mention_inbox', { synchronize: false })
@Index('mention_urgent', { synchronize: false })
@Index('mention_assignee', { synchronize: false })
@Index('mention_conversation', { synchronize: false })
@Index('mention_reply', { synchronize: false })
@Index('mention_import', { synchronize: false })
@Index('mention_search', { synchronize: false })
@Index('mention_severe', { synchronize: false })
@Index('mention_author', { synchronize: false })
@Index('mention_by_author', { synchronize: false })
@Index('mention_harm', { synchronize: false })
@Index('mention_waiting', { synchronize: false })
@Index('mention_source', { synchronize: false })
export class Mention {
  @PrimaryColumn({ type: 'bigint' })
  id!: string;

  @PrimaryColumn({ type: 'timestamptz' })
  publishedAt!: Date;

  @Column({ type: 'text' })
  realm!: string;

  @Column({ type: 'text' })
  network!: string;

  @Column({ type: 'text' })
  externalId!: string;

  @Column({ type: 'bigint', nullable: true })
  sourceId!: string | null;

  @Column({ type: 'bigint', nullable: true })
  importId!: string | null;

  @Column({ type: 'text', nullable: true })
  url!: string | null;

  @Column({ type: 'text', nullable: true })
  authorHandle!: string | null;

  @Column({ type: 'text', nullable: true })
  authorName!: string | null;

  @Column({ type: 'integer', nullable: true })
  authorFollowers!: number | null;

  @Column({ type: 'text', nullable: true })
  authorUrl!: string | null;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text', nullable: true })
  inReplyTo!: string | null;

  @Column({ type: 'text', nullable: true })
  conversationKey!: string | null;

  @Column({ type: 'boolean', default: false })
  own!: boolean;

  @Column({ type: 'boolean', default: false })
  hasMedia!: boolean;

  @Column({ type: 'jsonb', nullable: true })
  extra!: unknown | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  receivedAt!: Date;

  /** When its author changed it last, by the network's clock; null where the network told of no change. */
  @Column({ type: 'timestamptz', nullable: true })
  editedAt!: Date | null;

  /** How often its author changed the words: a reply says which wording it was picked for. */
  @Column({ type: 'integer', default: 0 })
  wording!: number;

  @Column({ type: 'text', default: 'new' })
  state!: string;

  @Column({ type: 'bigint', nullable: true })
  assigneeId!: string | null;

  @Column({ type: 'smallint', default: 0 })
  level!: number;

  @Column({ type: 'smallint', default: 0 })
  severity!: number;

  @Column({ type: 'text', default: 'und' })
  language!: string;

  @Column({ type: 'boolean', default: false })
  languageKnown!: boolean;

  @Column({ type: 'text', default: 'neutral' })
  sentiment!: string;

  @Column({ type: 'text', default: 'neutral' })
  intent!: string;

  @Column({ type: 'text', default: 'none' })
  harm!: string;

  @Column({ type: 'jsonb', nullable: true })
  assessment!: unknown | null;

  @Column({ type: 'timestamptz', nullable: true })
  assessedAt!: Date | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  /** Of the text, from classification: near-identical texts have near-identical ones. Null for very short texts. */
  @Column({ type: 'text', nullable: true })
  fingerprint!: string | null;

  /** Who posted it, as a row of its own; null for own posts and where the network names nobody. */
  @Column({ type: 'bigint', nullable: true })
  authorId!: string | null;

  /** Taken back by its author or by us: the text and the author are gone for good, the figures stay. */
  @Column({ type: 'timestamptz', nullable: true })
  erasedAt!: Date | null;

  @Column({ type: 'tsvector', nullable: true, select: false })
  search!: string | null;
}
