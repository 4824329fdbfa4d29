import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who was asked by which firing of a step, and why this person. */
@Entity('escalation_asked')
@Index('escalation_asked_person_newest', { synchronize: false })
export class EscalationAskedRow {
  @ForeignKey('EscalationAskRow', { name: 'escalation_asked_ask' })
  @PrimaryColumn({ type: 'bigint' })
  askId!: string;

  @PrimaryColumn({ type: 'integer' })
  round!: number;

  @PrimaryColumn({ type: 'smallint' })
  step!: number;

  @PrimaryColumn({ type: 'smallint' })
  repetition!: number;

  @ForeignKey('Person', { name: 'escalation_asked_person' })
  @PrimaryColumn({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'bigint' })
  escalationId!: string;

  @Column({ type: 'text' })
  because!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;
}
