import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';

/** A version of the times within which an answer is due; the newest is in force, and without any the defaults are. */
@Entity('request_settings')
@Check('request_settings_levels', 'cardinality(minutes) = 5 and 1 <= all(minutes)')
export class RequestSettingsRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  version!: number;

  /** By crisis level, 0 to 4. */
  @Column({ type: 'integer', array: true })
  minutes!: number[];

  @Column({ type: 'text' })
  reason!: string;

  @ForeignKey('Person', { name: 'request_settings_person' })
  @Column({ type: 'bigint', nullable: true })
  personId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;
}
