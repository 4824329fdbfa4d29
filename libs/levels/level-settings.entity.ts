import { Column, Entity, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';

/** A version of the settings of levels; the newest is in force, and without any the defaults are. */
@Entity('level_settings')
export class LevelSettingsRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  version!: number;

  @Column({ type: 'jsonb' })
  settings!: unknown;

  @Column({ type: 'text' })
  reason!: string;

  @ForeignKey('Person', { name: 'level_settings_person' })
  @Column({ type: 'bigint', nullable: true })
  personId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;
}
