import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The sums of `message_pick_up` by hour and day (UTC), moved with it. */
@Entity('message_pick_up_sum')
@Check('message_pick_up_sum_span', `span in ('hour', 'day')`)
export class MessagePickUpSumRow {
  @PrimaryColumn({ type: 'text' })
  messageKey!: string;

  @PrimaryColumn({ type: 'text' })
  realm!: string;

  @PrimaryColumn({ type: 'text' })
  span!: string;

  @PrimaryColumn({ type: 'timestamptz' })
  start!: Date;

  @Column({ type: 'integer' })
  found!: number;

  @Column({ type: 'integer' })
  confirmed!: number;

  @Column({ type: 'integer' })
  rejected!: number;
}
