import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The words of the closing review (RETEX); its timeline and delays are read from what happened. */
@Entity('incident_review')
export class IncidentReviewRow {
  @ForeignKey('IncidentRow', { name: 'incident_review_incident' })
  @PrimaryColumn({ type: 'bigint' })
  incidentId!: string;

  @Column({ type: 'text', default: '' })
  happened!: string;

  @Column({ type: 'text', default: '' })
  worked!: string;

  @Column({ type: 'text', default: '' })
  failed!: string;

  @Column({ type: 'text', default: '' })
  learned!: string;

  /** Said where the review asks nothing to be done. */
  @Column({ type: 'boolean', default: false })
  noActions!: boolean;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @ForeignKey('Person', { name: 'incident_review_person' })
  @Column({ type: 'bigint', nullable: true })
  changedBy!: string | null;

  @Column({ type: 'timestamptz' })
  changedAt!: Date;
}
