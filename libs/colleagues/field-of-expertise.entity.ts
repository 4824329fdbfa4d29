import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Something that people know about, by which they are found when a mention asks for it. */
@Entity('field_of_expertise')
@Index('field_of_expertise_fr', { synchronize: false })
@Index('field_of_expertise_en', { synchronize: false })
export class FieldOfExpertise {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  nameFr!: string;

  @Column({ type: 'text' })
  nameEn!: string;

  /** Not offered any more; what was asked by it keeps its name. */
  @Column({ type: 'timestamptz', nullable: true })
  retiredAt!: Date | null;
}
