import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** The decision log (main courante). The database refuses to change or delete a line: a correction is a new one. */
@Entity('incident_log')
@Check('incident_log_kind', `kind in ('fact', 'unknown', 'decision', 'event')`)
@Check('incident_log_event', `(kind = 'event') = (event is not null)`)
@Check(
  'incident_log_refers',
  `(refers_to is null) = (refers_as is null) and refers_as in ('corrects', 'checks')`,
)
@Index('incident_log_of', { synchronize: false })
@Index('incident_log_refers_to', { synchronize: false })
@Index('incident_log_next_check', { synchronize: false })
export class IncidentLogRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('IncidentRow', { name: 'incident_log_incident' })
  @Column({ type: 'bigint' })
  incidentId!: string;

  /** When it happened or was decided. */
  @Column({ type: 'timestamptz' })
  at!: Date;

  /** When it was written down. */
  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  writtenAt!: Date;

  @ForeignKey('Person', { name: 'incident_log_person' })
  @Column({ type: 'bigint', nullable: true })
  personId!: string | null;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', default: '' })
  text!: string;

  /** What it rests on. */
  @Column({ type: 'text', default: '' })
  basis!: string;

  @Column({ type: 'timestamptz', nullable: true })
  nextCheckAt!: Date | null;

  @ForeignKey('IncidentLogRow', { name: 'incident_log_referred' })
  @Column({ type: 'bigint', nullable: true })
  refersTo!: string | null;

  @Column({ type: 'text', nullable: true })
  refersAs!: string | null;

  /** What happened to the incident itself, with its values. */
  @Column({ type: 'text', nullable: true })
  event!: string | null;

  @Column({ type: 'jsonb', default: {} })
  params!: unknown;
}
