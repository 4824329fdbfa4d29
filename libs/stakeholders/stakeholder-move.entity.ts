import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Where a stakeholder was put on the map, by whom and why. Append-only: the database refuses to rewrite it. */
@Entity('stakeholder_move')
@Index('stakeholder_move_of', { synchronize: false })
export class StakeholderMove {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('Stakeholder', { name: 'stakeholder_move_stakeholder' })
  @Column({ type: 'bigint' })
  stakeholderId!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;

  @ForeignKey('Person', { name: 'stakeholder_move_person' })
  @Column({ type: 'bigint', nullable: true })
  personId!: string | null;

  /** Null where the stakeholder was put on the map. */
  @Column({ type: 'smallint', nullable: true })
  fromPower!: number | null;

  @Column({ type: 'smallint', nullable: true })
  fromInterest!: number | null;

  @Column({ type: 'smallint' })
  power!: number;

  @Column({ type: 'smallint' })
  interest!: number;

  @Column({ type: 'text', default: '' })
  why!: string;
}
