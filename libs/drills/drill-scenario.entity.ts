import { Column, Entity, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';

/** A scenario that people wrote; the ready ones are part of the product. */
@Entity('drill_scenario')
export class DrillScenarioRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'jsonb' })
  content!: unknown;

  @Column({ type: 'integer', default: 1 })
  revision!: number;

  @ForeignKey('Person', { name: 'drill_scenario_writer' })
  @Column({ type: 'bigint' })
  changedBy!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  changedAt!: Date;
}
