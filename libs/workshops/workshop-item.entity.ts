import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Something that was written in a workshop. Without an author it is anonymous. */
@Entity('workshop_item')
@Unique('workshop_item_once', ['workshopId', 'key'])
@Unique('workshop_item_key', ['workshopId', 'id'])
@ForeignKey('WorkshopClusterRow', ['workshopId', 'clusterId'], ['workshopId', 'id'], {
  name: 'workshop_item_cluster',
})
@Check('workshop_item_author', 'seat_id is null or person_id is null')
export class WorkshopItemRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('WorkshopRow', { name: 'workshop_item_workshop' })
  @Column({ type: 'bigint' })
  workshopId!: string;

  /** Made and kept secret by its writer: makes repeating harmless, and taking back possible. */
  @Column({ type: 'uuid' })
  key!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text' })
  phaseKey!: string;

  @ForeignKey('WorkshopSeatRow', { name: 'workshop_item_seat' })
  @Column({ type: 'bigint', nullable: true })
  seatId!: string | null;

  @ForeignKey('Person', { name: 'workshop_item_person' })
  @Column({ type: 'bigint', nullable: true })
  personId!: string | null;

  @Column({ type: 'bigint', nullable: true })
  clusterId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  hiddenAt!: Date | null;
}
