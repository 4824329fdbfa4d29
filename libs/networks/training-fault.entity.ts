import { Column, Entity, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';

/** What the training network shall do with a coming reply instead of publishing it; used up once it has happened. */
@Entity('training_fault')
export class TrainingFaultRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  kind!: string;

  @ForeignKey('Person', { name: 'training_fault_person' })
  @Column({ type: 'bigint', nullable: true })
  personId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  askedAt!: Date;
}
