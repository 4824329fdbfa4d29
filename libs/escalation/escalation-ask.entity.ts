import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** The question to one department, with its owner and its timer. */
@Entity('escalation_ask')
@Check(
  'escalation_ask_state',
  `state in ('waiting', 'open', 'acknowledged', 'confirming', 'decided', 'handed_over', 'withdrawn')`,
)
@Check(
  'escalation_ask_never_silent',
  `state not in ('open', 'acknowledged', 'confirming') or next_at is not null`,
)
@Check('escalation_ask_owned', `state <> 'acknowledged' or owner_id is not null`)
@Index('escalation_ask_due', { synchronize: false })
@Index('escalation_ask_of', { synchronize: false })
@Index('escalation_ask_department_newest', { synchronize: false })
export class EscalationAskRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('EscalationRow', { name: 'escalation_ask_escalation' })
  @Column({ type: 'bigint' })
  escalationId!: string;

  @ForeignKey('Department', { name: 'escalation_ask_department' })
  @Column({ type: 'bigint', nullable: true })
  departmentId!: string | null;

  @Column({ type: 'smallint', default: 1 })
  place!: number;

  @Column({ type: 'text', default: 'open' })
  state!: string;

  @ForeignKey('Person', { name: 'escalation_ask_owner' })
  @Column({ type: 'bigint', nullable: true })
  ownerId!: string | null;

  @Column({ type: 'integer', default: 1 })
  round!: number;

  @Column({ type: 'smallint', default: 0 })
  step!: number;

  @Column({ type: 'smallint', default: 0 })
  repetition!: number;

  @Column({ type: 'integer', default: 2 })
  loudFrom!: number;

  @Column({ type: 'timestamptz', nullable: true })
  nextAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  beganAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  acknowledgedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @ForeignKey('Person', { name: 'escalation_ask_decider' })
  @Column({ type: 'bigint', nullable: true })
  decidedBy!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  decision!: unknown | null;

  @ForeignKey('Person', { name: 'escalation_ask_second' })
  @Column({ type: 'bigint', nullable: true })
  confirmedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  snoozedUntil!: Date | null;

  @Column({ type: 'smallint', default: 0 })
  snoozes!: number;

  @ForeignKey('EscalationAskRow', { name: 'escalation_ask_handed' })
  @Column({ type: 'bigint', nullable: true })
  handedFrom!: string | null;

  @Column({ type: 'smallint', default: 0 })
  level!: number;

  @Column({ type: 'bigint', nullable: true })
  policyId!: string | null;
}
