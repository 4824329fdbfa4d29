import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Everything that happened to an escalation, in order. */
@Entity('escalation_log')
@Index('escalation_log_of', { synchronize: false })
@Index('escalation_log_fired', { synchronize: false })
export class EscalationLogRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('EscalationRow', { name: 'escalation_log_escalation' })
  @Column({ type: 'bigint' })
  escalationId!: string;

  @ForeignKey('EscalationAskRow', { name: 'escalation_log_ask' })
  @Column({ type: 'bigint', nullable: true })
  askId!: string | null;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  kind!: string;

  @ForeignKey('Person', { name: 'escalation_log_person' })
  @Column({ type: 'bigint', nullable: true })
  personId!: string | null;

  @Column({ type: 'integer', nullable: true })
  round!: number | null;

  @Column({ type: 'smallint', nullable: true })
  step!: number | null;

  @Column({ type: 'smallint', nullable: true })
  repetition!: number | null;

  @Column({ type: 'integer', nullable: true })
  lateMs!: number | null;

  @Column({ type: 'jsonb', default: {} })
  params!: unknown;
}
