import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A mention repeats a message. */
@Entity('message_hit')
@Check('message_hit_kind', `kind in ('wording', 'near')`)
@Check('message_hit_verdict', `verdict in ('yes', 'no')`)
@Index('message_hit_newest', { synchronize: false })
@Index('message_hit_of_mention', { synchronize: false })
export class MessageHitRow {
  @ForeignKey('KeyMessageRow', { name: 'message_hit_message' })
  @PrimaryColumn({ type: 'text' })
  messageKey!: string;

  @ForeignKey('MentionIdentity', { name: 'message_hit_mention' })
  @PrimaryColumn({ type: 'bigint' })
  mentionId!: string;

  @Column({ type: 'timestamptz' })
  publishedAt!: Date;

  @Column({ type: 'text' })
  realm!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'real' })
  share!: number;

  @Column({ type: 'jsonb' })
  words!: unknown;

  /** The mention matches the topic of the message now; one that no longer does keeps what people said of it. */
  @Column({ type: 'boolean', default: true })
  inTopic!: boolean;

  @Column({ type: 'text', nullable: true })
  verdict!: string | null;

  @ForeignKey('Person', { name: 'message_hit_person' })
  @Column({ type: 'bigint', nullable: true })
  verdictPersonId!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  verdictAt!: Date | null;
}
