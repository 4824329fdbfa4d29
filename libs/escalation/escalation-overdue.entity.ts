import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A time in which an escalation was overdue. Written by the database whenever a question of it moves. */
@Entity('escalation_overdue')
@Index('escalation_overdue_open', { synchronize: false })
@Index('escalation_overdue_escalation', { synchronize: false })
@Index('escalation_overdue_since', { synchronize: false })
@Index('escalation_overdue_until', { synchronize: false })
export class EscalationOverdueRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('EscalationRow', { name: 'escalation_overdue_escalation', onDelete: 'CASCADE' })
  @Column({ type: 'bigint' })
  escalationId!: string;

  @Column({ type: 'timestamptz' })
  since!: Date;

  /** null: it still is. */
  @Column({ type: 'timestamptz', nullable: true })
  until!: Date | null;
}
