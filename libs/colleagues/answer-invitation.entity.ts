import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A colleague, or whoever knows about a field, is asked to answer a mention from the library. */
@Entity('answer_invitation')
@Check(
  'answer_invitation_state',
  `state in ('open', 'taken', 'answered', 'declined', 'withdrawn', 'lapsed', 'overtaken', 'returned')`,
)
@Check('answer_invitation_realm', `realm in ('live', 'training')`)
@Check('answer_invitation_level', 'level between 0 and 4')
@Check('answer_invitation_whom', '(person_id is null) <> (field_id is null)')
@Check('answer_invitation_taken', `state not in ('taken', 'answered', 'returned') or taken_by is not null`)
@Index('answer_invitation_one_open', { synchronize: false })
@Index('answer_invitation_due', { synchronize: false })
@Index('answer_invitation_of_mention', { synchronize: false })
export class AnswerInvitation {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('MentionIdentity', { name: 'answer_invitation_mention' })
  @Column({ type: 'bigint' })
  mentionId!: string;

  @Column({ type: 'text' })
  realm!: string;

  @Column({ type: 'text', default: 'open' })
  state!: string;

  /** Asked by name; otherwise by field. */
  @ForeignKey('Person', { name: 'answer_invitation_invited' })
  @Column({ type: 'bigint', nullable: true })
  personId!: string | null;

  @ForeignKey('FieldOfExpertise', { name: 'answer_invitation_field' })
  @Column({ type: 'bigint', nullable: true })
  fieldId!: string | null;

  @ForeignKey('Person', { name: 'answer_invitation_taker' })
  @Column({ type: 'bigint', nullable: true })
  takenBy!: string | null;

  /** For the colleague: never published. */
  @Column({ type: 'text', default: '' })
  note!: string;

  /** That of the matter when it was asked. */
  @Column({ type: 'smallint' })
  level!: number;

  @ForeignKey('Person', { name: 'answer_invitation_asker' })
  @Column({ type: 'bigint' })
  askedBy!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  askedAt!: Date;

  @Column({ type: 'timestamptz' })
  dueAt!: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  stateAt!: Date;

  @ForeignKey('Person', { name: 'answer_invitation_ender' })
  @Column({ type: 'bigint', nullable: true })
  endedBy!: string | null;

  @Column({ type: 'text', nullable: true })
  endReason!: string | null;
}
