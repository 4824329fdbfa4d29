import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An open crisis on a topic. The topic may be renamed or put to rest meanwhile: the incident keeps its own title. */
@Entity('incident')
@Check('incident_realm', `realm in ('live', 'training')`)
@Check('incident_state', `state in ('declared', 'running', 'closing', 'closed')`)
@Check('incident_cluster', `cluster in ('victim', 'accidental', 'preventable')`)
@Check('incident_closed', `(state = 'closed') = (closed_at is not null)`)
@Index('incident_one_open', { synchronize: false })
@Index('incident_newest', { synchronize: false })
export class IncidentRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('TopicRow', { name: 'incident_topic' })
  @Column({ type: 'bigint' })
  topicId!: string;

  @Column({ type: 'text' })
  realm!: string;

  @Column({ type: 'text' })
  title!: string;

  /** Key of the playbook that it was declared with. */
  @Column({ type: 'text' })
  crisisType!: string;

  @Column({ type: 'text' })
  cluster!: string;

  @Column({ type: 'text', default: 'declared' })
  state!: string;

  /** The level of the topic when it was declared; where it stands now is the topic's. */
  @Column({ type: 'smallint' })
  declaredLevel!: number;

  @Column({ type: 'text' })
  why!: string;

  @ForeignKey('Person', { name: 'incident_declarer' })
  @Column({ type: 'bigint' })
  declaredBy!: string;

  @Column({ type: 'timestamptz' })
  declaredAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  runningAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @ForeignKey('Person', { name: 'incident_closer' })
  @Column({ type: 'bigint', nullable: true })
  closedBy!: string | null;

  @Column({ type: 'smallint', default: 0 })
  reopened!: number;

  /** Where the crisis cell meets: a link, a number, what else one has to know. */
  @Column({ type: 'text', default: '' })
  callLink!: string;

  @Column({ type: 'text', default: '' })
  callPhone!: string;

  @Column({ type: 'text', default: '' })
  callNote!: string;

  @Column({ type: 'timestamptz', nullable: true })
  nextReportAt!: Date | null;

  /** The hold on publications that was asked for with it; released by its lead. */
  @ForeignKey('PublicationFreeze', { name: 'incident_freeze' })
  @Column({ type: 'bigint', nullable: true })
  freezeId!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
