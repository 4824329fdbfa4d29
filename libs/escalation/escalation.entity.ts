import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A request to departments to decide. */
@Entity('escalation')
@Check('escalation_subject', `subject_type in ('mention', 'mention_group', 'answer_request', 'topic')`)
@Check('escalation_state', `state in ('open', 'acknowledged', 'decided', 'closed')`)
@Check('escalation_rule', `mode in ('parallel', 'in_turn') and rule in ('all', 'any', 'n_of')`)
@Check('escalation_effect', `effect in ('none', 'pending', 'done', 'refused')`)
@Index('escalation_one_open', { synchronize: false })
@Index('escalation_newest', { synchronize: false })
@Index('escalation_decided', { synchronize: false })
@Index('escalation_effect_pending', { synchronize: false })
@Index('escalation_opened', { synchronize: false })
@Index('escalation_ended', { synchronize: false })
@Index('escalation_by_opener', { synchronize: false })
@Index('escalation_of_subject', { synchronize: false })
export class EscalationRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  subjectType!: string;

  @Column({ type: 'bigint' })
  subjectId!: string;

  @Column({ type: 'text', default: 'live' })
  realm!: string;

  @Column({ type: 'smallint' })
  level!: number;

  @Column({ type: 'bigint', nullable: true })
  topicId!: string | null;

  @Column({ type: 'text' })
  question!: string;

  @Column({ type: 'text', default: '' })
  why!: string;

  @Column({ type: 'text', default: 'open' })
  state!: string;

  @ForeignKey('EscalationPolicyRow', { name: 'escalation_policy_chosen' })
  @Column({ type: 'bigint', nullable: true })
  policyId!: string | null;

  @Column({ type: 'text', default: 'parallel' })
  mode!: string;

  @Column({ type: 'text', default: 'all' })
  rule!: string;

  @Column({ type: 'smallint', default: 1 })
  needed!: number;

  @ForeignKey('Person', { name: 'escalation_opener' })
  @Column({ type: 'bigint', nullable: true })
  openedBy!: string | null;

  @Column({ type: 'timestamptz' })
  openedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  acknowledgedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @Column({ type: 'jsonb', nullable: true })
  outcome!: unknown | null;

  @Column({ type: 'text', default: 'none' })
  effect!: string;

  @Column({ type: 'text', nullable: true })
  effectProblem!: string | null;

  @Column({ type: 'text', nullable: true })
  closeReason!: string | null;

  @ForeignKey('EscalationRow', { name: 'escalation_merged' })
  @Column({ type: 'bigint', nullable: true })
  mergedInto!: string | null;

  @Column({ type: 'smallint', default: 0 })
  reopened!: number;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
