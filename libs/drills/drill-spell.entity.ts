import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A spell in which the clock of a drill ran; `elapsedMs` is the scenario's time at its start. */
@Entity('drill_spell')
@Index('drill_spell_open', { synchronize: false })
@Index('drill_spell_of', { synchronize: false })
export class DrillSpellRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('DrillRow', { name: 'drill_spell_drill' })
  @Column({ type: 'bigint' })
  drillId!: string;

  @Column({ type: 'timestamptz' })
  startedAt!: Date;

  @Column({ type: 'timestamptz' })
  countedAt!: Date;

  @Column({ type: 'bigint' })
  elapsedMs!: string;

  @Column({ type: 'integer' })
  speed!: number;

  @Column({ type: 'boolean', default: true })
  open!: boolean;
}
