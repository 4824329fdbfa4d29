import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What a person said of the suggestions for a mention; learned from, and counted. */
@Entity('suggestion_correction')
@Check('suggestion_correction_verdict', `verdict in ('none_fits', 'does_not_fit', 'better')`)
@Check('suggestion_correction_subject', `(verdict = 'none_fits') = (answer_id is null)`)
@Index('suggestion_correction_once', { synchronize: false })
@Index('suggestion_correction_at', { synchronize: false })
export class SuggestionCorrectionRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('MentionIdentity', { name: 'suggestion_correction_mention' })
  @Column({ type: 'bigint' })
  mentionId!: string;

  @ForeignKey('Person', { name: 'suggestion_correction_person' })
  @Column({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'text' })
  verdict!: string;

  @ForeignKey('Answer', { name: 'suggestion_correction_answer' })
  @Column({ type: 'bigint', nullable: true })
  answerId!: string | null;

  @Column({ type: 'bigint', array: true, default: [] })
  shownAnswerIds!: string[];

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;
}
