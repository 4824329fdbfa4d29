import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A situation report: drafted from the data of a moment, edited in versions, fixed once it is sent. */
@Entity('situation_report')
@Unique('situation_report_number', ['incidentId', 'number'])
@Check('situation_report_state', `state in ('draft', 'sent')`)
@Check('situation_report_sent', `(state = 'sent') = (sent_at is not null)`)
@Index('situation_report_one_draft', { synchronize: false })
export class SituationReportRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('IncidentRow', { name: 'situation_report_incident' })
  @Column({ type: 'bigint' })
  incidentId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text', default: 'draft' })
  state!: string;

  /** The moment whose data it holds. */
  @Column({ type: 'timestamptz' })
  dataAt!: Date;

  /** Level, figures and series as they were. */
  @Column({ type: 'jsonb' })
  data!: unknown;

  /** The version of its words that stands. */
  @Column({ type: 'integer', default: 1 })
  version!: number;

  @ForeignKey('Person', { name: 'situation_report_drafter' })
  @Column({ type: 'bigint' })
  draftedBy!: string;

  @Column({ type: 'timestamptz', nullable: true })
  nextReportAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  @ForeignKey('Person', { name: 'situation_report_sender' })
  @Column({ type: 'bigint', nullable: true })
  sentBy!: string | null;

  @Column({ type: 'bigint', array: true })
  recipientIds!: string[];
}
