import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A department decided on messages, on exactly the content whose hash is kept. */
@Entity('message_set_approval')
@Check('message_set_approval_decision', `decision in ('approved', 'refused')`)
@Index('message_set_approval_once', { synchronize: false })
export class MessageSetApproval {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('MessageSetVersionRow', { name: 'message_set_approval_version' })
  @Column({ type: 'bigint' })
  versionId!: string;

  @ForeignKey('Department', { name: 'message_set_approval_department' })
  @Column({ type: 'bigint' })
  departmentId!: string;

  @ForeignKey('Person', { name: 'message_set_approval_person' })
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
