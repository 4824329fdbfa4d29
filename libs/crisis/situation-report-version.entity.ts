import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The words of a situation report, as they were saved; no version is ever changed. */
@Entity('situation_report_version')
export class SituationReportVersionRow {
  @ForeignKey('SituationReportRow', { name: 'situation_report_version_report' })
  @PrimaryColumn({ type: 'bigint' })
  reportId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  /** By section and language. */
  @Column({ type: 'jsonb' })
  sections!: unknown;

  /** Null: drafted from the data. */
  @ForeignKey('Person', { name: 'situation_report_version_person' })
  @Column({ type: 'bigint', nullable: true })
  savedBy!: string | null;

  @Column({ type: 'timestamptz' })
  savedAt!: Date;
}
