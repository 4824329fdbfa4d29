import { Check, Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A method of one's own; its words stand in its versions. */
@Entity('workshop_method')
@Check('workshop_method_newest', 'newest > 0')
export class WorkshopMethodRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  /** The key of the method that it was copied from. */
  @Column({ type: 'text', nullable: true })
  basedOn!: string | null;

  @Column({ type: 'integer', default: 1 })
  newest!: number;

  @Column({ type: 'timestamptz', nullable: true })
  archivedAt!: Date | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
