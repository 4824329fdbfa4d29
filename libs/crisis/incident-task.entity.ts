import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A line of an incident's checklist, copied from the playbook, or added for this incident. */
@Entity('incident_task')
@Check('incident_task_state', `state in ('open', 'done', 'dropped')`)
@Check('incident_task_dropped', `state <> 'dropped' or note is not null`)
@Index('incident_task_of', { synchronize: false })
@Index('incident_task_due', { synchronize: false })
export class IncidentTaskRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('IncidentRow', { name: 'incident_task_incident' })
  @Column({ type: 'bigint' })
  incidentId!: string;

  @Column({ type: 'text' })
  labelFr!: string;

  @Column({ type: 'text' })
  labelEn!: string;

  /** The role that it falls to while it has no owner. */
  @Column({ type: 'text' })
  role!: string;

  @ForeignKey('Person', { name: 'incident_task_owner' })
  @Column({ type: 'bigint', nullable: true })
  ownerId!: string | null;

  @Column({ type: 'timestamptz' })
  dueAt!: Date;

  @Column({ type: 'text', default: 'open' })
  state!: string;

  @Column({ type: 'timestamptz', nullable: true })
  doneAt!: Date | null;

  @ForeignKey('Person', { name: 'incident_task_doer' })
  @Column({ type: 'bigint', nullable: true })
  doneBy!: string | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
