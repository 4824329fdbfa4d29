import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A phase as it was run: the clock of every screen follows from it. */
@Entity('workshop_run')
@Check('workshop_run_minutes', 'minutes > 0 and planned_minutes > 0')
@Index('workshop_run_open', { synchronize: false })
@Index('workshop_run_of', { synchronize: false })
export class WorkshopRunRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('WorkshopRow', { name: 'workshop_run_workshop' })
  @Column({ type: 'bigint' })
  workshopId!: string;

  @Column({ type: 'text' })
  phaseKey!: string;

  @Column({ type: 'integer' })
  plannedMinutes!: number;

  /** With what was added while it ran. */
  @Column({ type: 'integer' })
  minutes!: number;

  @Column({ type: 'timestamptz' })
  startedAt!: Date;

  @Column({ type: 'bigint', default: 0 })
  pausedMs!: string;

  @Column({ type: 'timestamptz', nullable: true })
  pausedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}
