import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** That an incident be declared: proposed at level 2, asked for from 3 on, until somebody declares or declines. */
@Entity('incident_proposal')
@Check('incident_proposal_state', `state in ('open', 'declared', 'declined', 'lapsed')`)
@Check('incident_proposal_declined', `state <> 'declined' or (reason is not null and decided_by is not null)`)
@Index('incident_proposal_one_open', { synchronize: false })
@Index('incident_proposal_of_topic', { synchronize: false })
export class IncidentProposalRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('TopicRow', { name: 'incident_proposal_topic' })
  @Column({ type: 'bigint' })
  topicId!: string;

  @Column({ type: 'text' })
  realm!: string;

  /** The highest level while it is open. */
  @Column({ type: 'smallint' })
  level!: number;

  @Column({ type: 'timestamptz' })
  proposedAt!: Date;

  /** Since when it is asked for rather than proposed. */
  @Column({ type: 'timestamptz', nullable: true })
  askedAt!: Date | null;

  @Column({ type: 'text', default: 'open' })
  state!: string;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @ForeignKey('Person', { name: 'incident_proposal_decider' })
  @Column({ type: 'bigint', nullable: true })
  decidedBy!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @ForeignKey('IncidentRow', { name: 'incident_proposal_incident' })
  @Column({ type: 'bigint', nullable: true })
  incidentId!: string | null;
}
