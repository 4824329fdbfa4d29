import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What an observer makes of a criterion that cannot be measured. */
@Entity('drill_score')
@Check('drill_score_range', 'score between 0 and 100')
export class DrillScoreRow {
  @ForeignKey('DrillRow', { name: 'drill_score_drill' })
  @PrimaryColumn({ type: 'bigint' })
  drillId!: string;

  @PrimaryColumn({ type: 'text' })
  criterion!: string;

  @ForeignKey('Person', { name: 'drill_score_person' })
  @PrimaryColumn({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'smallint' })
  score!: number;

  @Column({ type: 'text', default: '' })
  note!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;
}
