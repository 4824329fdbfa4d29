import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What people say to each other about an escalation; `privateTo` hides it from other departments. */
@Entity('escalation_comment')
@Index('escalation_comment_of', { synchronize: false })
export class EscalationCommentRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('EscalationRow', { name: 'escalation_comment_escalation' })
  @Column({ type: 'bigint' })
  escalationId!: string;

  @ForeignKey('Person', { name: 'escalation_comment_person' })
  @Column({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'bigint', array: true, default: '{}' })
  mentionedIds!: string[];

  @ForeignKey('Department', { name: 'escalation_comment_private' })
  @Column({ type: 'bigint', nullable: true })
  privateTo!: string | null;
}
