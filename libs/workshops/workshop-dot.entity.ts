import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Dots of one participant on one item. */
@Entity('workshop_dot')
@Check('workshop_dot_some', 'dots > 0')
@Index('workshop_dot_of', { synchronize: false })
export class WorkshopDotRow {
  @ForeignKey('WorkshopItemRow', { name: 'workshop_dot_item' })
  @PrimaryColumn({ type: 'bigint' })
  itemId!: string;

  @ForeignKey('WorkshopSeatRow', { name: 'workshop_dot_seat' })
  @PrimaryColumn({ type: 'bigint' })
  seatId!: string;

  @Column({ type: 'integer' })
  dots!: number;
}
