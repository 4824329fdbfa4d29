import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What a controller or an observer noted while a drill ran. */
@Entity('drill_note')
@Index('drill_note_of', { synchronize: false })
export class DrillNoteRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('DrillRow', { name: 'drill_note_drill' })
  @Column({ type: 'bigint' })
  drillId!: string;

  @ForeignKey('Person', { name: 'drill_note_person' })
  @Column({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;

  @Column({ type: 'bigint' })
  elapsedMs!: string;

  @Column({ type: 'text' })
  text!: string;
}
