import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A drill, with its own copy of the scenario. */
@Entity('drill')
@Check('drill_state', `state in ('prepared', 'running', 'paused', 'ended', 'debriefed', 'cancelled')`)
@Check(
  'drill_over',
  `(state in ('ended', 'debriefed')) = (ended_at is not null) and (ended_at is null) = (evaluation is null)`,
)
@Check('drill_speed', 'speed between 1 and 60')
@Check(
  'drill_closing',
  `(closing_asked_by is null) = (closing_asked_at is null)
    and (closing_asked_at is null or ended_at is not null)
    and (caused_closed_at is null or closing_asked_at is not null)`,
)
@Index('drill_one_under_way', { synchronize: false })
@Index('drill_to_close', { synchronize: false })
export class DrillRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  title!: string;

  /** Key of a ready scenario, or the id of one that people wrote. */
  @Column({ type: 'text' })
  scenarioKey!: string;

  @Column({ type: 'jsonb' })
  scenario!: unknown;

  @Column({ type: 'text' })
  language!: string;

  @Column({ type: 'integer' })
  speed!: number;

  /** Ids of the answers that the scenario names by their question, as the library was when the drill began. */
  @Column({ type: 'jsonb', default: {} })
  answers!: unknown;

  @Column({ type: 'text', default: 'prepared' })
  state!: string;

  @ForeignKey('Person', { name: 'drill_creator' })
  @Column({ type: 'bigint' })
  createdBy!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  startedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  /** What was measured when it ended. */
  @Column({ type: 'jsonb', nullable: true })
  evaluation!: unknown;

  @Column({ type: 'jsonb', nullable: true })
  lessons!: unknown;

  /** Who asked that what it caused be closed, and when; in whose name that is done. */
  @ForeignKey('Person', { name: 'drill_closing_asker' })
  @Column({ type: 'bigint', nullable: true })
  closingAskedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  closingAskedAt!: Date | null;

  /** When nothing of it was open any more. */
  @Column({ type: 'timestamptz', nullable: true })
  causedClosedAt!: Date | null;
}
