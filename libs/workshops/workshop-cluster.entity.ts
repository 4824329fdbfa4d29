import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Items that belong together, under a name. */
@Entity('workshop_cluster')
@Unique('workshop_cluster_key', ['workshopId', 'id'])
export class WorkshopClusterRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('WorkshopRow', { name: 'workshop_cluster_workshop' })
  @Column({ type: 'bigint' })
  workshopId!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  dissolvedAt!: Date | null;
}
