import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A mention that an escalation is about; `standing` while the escalation is undecided. */
@Entity('escalation_mention')
@Index('escalation_mention_standing', { synchronize: false })
@Index('escalation_mention_of', { synchronize: false })
export class EscalationMentionRow {
  @ForeignKey('EscalationRow', { name: 'escalation_mention_escalation' })
  @PrimaryColumn({ type: 'bigint' })
  escalationId!: string;

  @ForeignKey('MentionIdentity', { name: 'escalation_mention_mention' })
  @PrimaryColumn({ type: 'bigint' })
  mentionId!: string;

  @Column({ type: 'boolean', default: true })
  standing!: boolean;
}
