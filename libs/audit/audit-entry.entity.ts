import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One decision on record. Position and hashes are given by the database; rows are never changed. */
@Entity('audit_entry')
@Index('audit_entry_subject', { synchronize: false })
@Index('audit_entry_actor', { synchronize: false })
@Index('audit_entry_action', { synchronize: false })
export class AuditEntry {
  @PrimaryColumn({ type: 'bigint' })
  position!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'bigint', nullable: true })
  actorId!: string | null;

  @Column({ type: 'text' })
  actorName!: string;

  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'text' })
  subjectType!: string;

  @Column({ type: 'text' })
  subjectId!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  before!: unknown | null;

  @Column({ type: 'jsonb', nullable: true })
  after!: unknown | null;

  @Column({ type: 'text' })
  previousHash!: string;

  @Column({ type: 'text' })
  hash!: string;
}
