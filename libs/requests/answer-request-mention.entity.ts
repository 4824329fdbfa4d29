import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A mention that waits for the asked answer, is proposed to, or was taken out. */
@Entity('answer_request_mention')
@ForeignKey('AnswerRequest', ['requestId', 'realm'], ['id', 'realm'], {
  name: 'answer_request_mention_request',
})
@Check('answer_request_mention_standing', `standing in ('attached', 'proposed', 'removed')`)
@Check('answer_request_mention_realm', `(realm = 'training') = (network = 'training')`)
@Index('answer_request_mention_one', { synchronize: false })
@Index('answer_request_mention_of', { synchronize: false })
@Index('answer_request_mention_waiting', { synchronize: false })
export class AnswerRequestMention {
  @PrimaryColumn({ type: 'bigint' })
  requestId!: string;

  @ForeignKey('MentionIdentity', { name: 'answer_request_mention_mention' })
  @PrimaryColumn({ type: 'bigint' })
  mentionId!: string;

  @Column({ type: 'text' })
  realm!: string;

  @Column({ type: 'text' })
  network!: string;

  @Column({ type: 'timestamptz' })
  publishedAt!: Date;

  @Column({ type: 'text' })
  standing!: string;

  /** The state of the request, repeated. */
  @Column({ type: 'text' })
  requestState!: string;

  /** 0 to 1, where a comparison brought it here. */
  @Column({ type: 'real', nullable: true })
  similarity!: number | null;

  /** Null: found by comparing what arrived. */
  @ForeignKey('Person', { name: 'answer_request_mention_person' })
  @Column({ type: 'bigint', nullable: true })
  addedBy!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  addedAt!: Date;
}
