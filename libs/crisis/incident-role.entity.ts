import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A role of the crisis cell, offered to a person. Whoever held it before holds it until the offer is accepted. */
@Entity('incident_role')
@Check('incident_role_role', `role in ('lead', 'community', 'legal', 'pr', 'operations', 'log_keeper')`)
@Check('incident_role_state', `state in ('proposed', 'accepted', 'declined', 'withdrawn', 'replaced')`)
@Index('incident_role_one_holder', { synchronize: false })
@Index('incident_role_one_offer', { synchronize: false })
export class IncidentRoleRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('IncidentRow', { name: 'incident_role_incident' })
  @Column({ type: 'bigint' })
  incidentId!: string;

  @Column({ type: 'text' })
  role!: string;

  @ForeignKey('Person', { name: 'incident_role_person' })
  @Column({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'text', default: 'proposed' })
  state!: string;

  @ForeignKey('Person', { name: 'incident_role_proposer' })
  @Column({ type: 'bigint' })
  proposedBy!: string;

  @Column({ type: 'timestamptz' })
  proposedAt!: Date;

  /** By when it ought to be accepted. */
  @Column({ type: 'timestamptz' })
  dueAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  /** Why it was declined or withdrawn. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  /** Where things stand, written by the lead who hands over. */
  @Column({ type: 'text', nullable: true })
  handOver!: string | null;
}
