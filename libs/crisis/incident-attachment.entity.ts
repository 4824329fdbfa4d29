import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A mention or an escalation that belongs to an incident. */
@Entity('incident_attachment')
@Check('incident_attachment_kind', `kind in ('mention', 'escalation')`)
export class IncidentAttachmentRow {
  @ForeignKey('IncidentRow', { name: 'incident_attachment_incident' })
  @PrimaryColumn({ type: 'bigint' })
  incidentId!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: string;

  @PrimaryColumn({ type: 'bigint' })
  subjectId!: string;

  @ForeignKey('Person', { name: 'incident_attachment_person' })
  @Column({ type: 'bigint', nullable: true })
  addedBy!: string | null;

  @Column({ type: 'timestamptz' })
  addedAt!: Date;
}
