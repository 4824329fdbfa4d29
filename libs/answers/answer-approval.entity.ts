import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A department decided on a version, on exactly the content whose hash is kept. */
@Entity('answer_approval')
@Check('answer_approval_decision', `decision in ('approved', 'refused')`)
@Index('answer_approval_once', { synchronize: false })
export class AnswerApproval {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('AnswerVersionRow', { name: 'answer_approval_version' })
  @Column({ type: 'bigint' })
  versionId!: string;

  @ForeignKey('Department', { name: 'answer_approval_department' })
  @Column({ type: 'bigint' })
  departmentId!: string;

  @ForeignKey('Person', { name: 'answer_approval_person' })
  @Column({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'text' })
  decision!: string;

  @Column({ type: 'text', nullable: true })
  comment!: string | null;

  @Column({ type: 'text' })
  contentHash!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;

  @Column({ type: 'boolean', default: false })
  void!: boolean;
}
