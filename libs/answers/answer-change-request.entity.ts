import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Somebody asked for a change of an approved answer; it hangs on the version that shall bring it. */
@Entity('answer_change_request')
@Index('answer_change_request_of', { synchronize: false })
export class AnswerChangeRequest {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('Answer', { name: 'answer_change_request_answer' })
  @Column({ type: 'bigint' })
  answerId!: string;

  /** The approved version that was read. */
  @ForeignKey('AnswerVersionRow', { name: 'answer_change_request_about' })
  @Column({ type: 'bigint' })
  aboutVersionId!: string;

  /** The draft that was begun for it, or the open version that it was attached to. */
  @ForeignKey('AnswerVersionRow', { name: 'answer_change_request_version' })
  @Column({ type: 'bigint', nullable: true })
  versionId!: string | null;

  @ForeignKey('Person', { name: 'answer_change_request_person' })
  @Column({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'text' })
  reason!: string;

  /** The approved version was taken out of use with the request. */
  @Column({ type: 'boolean', default: false })
  suspended!: boolean;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;

  /** Set when the request was set aside; one whose version was approved is done without this. */
  @Column({ type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @ForeignKey('Person', { name: 'answer_change_request_closed_by' })
  @Column({ type: 'bigint', nullable: true })
  closedById!: string | null;

  @Column({ type: 'text', nullable: true })
  closedReason!: string | null;
}
