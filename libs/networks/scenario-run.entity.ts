import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A scenario being played; `elapsedMs` was right at `countedAt`. */
@Entity('scenario_run')
@Check('scenario_run_state', `state in ('playing', 'paused', 'finished', 'replaced')`)
@Index('scenario_run_one', { synchronize: false })
export class ScenarioRun {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('Scenario', { name: 'scenario_run_scenario' })
  @Column({ type: 'text' })
  scenarioKey!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'real', default: 1 })
  speed!: number;

  @Column({ type: 'bigint', default: 0 })
  elapsedMs!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  countedAt!: Date;

  @Column({ type: 'integer', default: 0 })
  posted!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
