import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** What became of an inject of a drill; each comes once at most. */
@Entity('drill_inject')
@Unique('drill_inject_once', ['postId'])
@Check('drill_inject_outcome', `outcome in ('posted', 'skipped')`)
@Check('drill_inject_posted', `(outcome = 'posted') = (post_id is not null)`)
export class DrillInjectRow {
  @ForeignKey('DrillRow', { name: 'drill_inject_drill' })
  @PrimaryColumn({ type: 'bigint' })
  drillId!: string;

  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  outcome!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'bigint' })
  elapsedMs!: string;

  /** The controller who let it come by hand. */
  @ForeignKey('Person', { name: 'drill_inject_person' })
  @Column({ type: 'bigint', nullable: true })
  personId!: string | null;

  @ForeignKey('TrainingPost', { name: 'drill_inject_post' })
  @Column({ type: 'bigint', nullable: true })
  postId!: string | null;
}
