import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Mentions that repeat a message, by minute of publication; counts what `message_hit` holds in its topic. */
@Entity('message_pick_up')
export class MessagePickUpRow {
  @PrimaryColumn({ type: 'text' })
  messageKey!: string;

  @PrimaryColumn({ type: 'text' })
  realm!: string;

  @PrimaryColumn({ type: 'timestamptz' })
  minute!: Date;

  @Column({ type: 'integer' })
  found!: number;

  @Column({ type: 'integer', default: 0 })
  confirmed!: number;

  /** Found, but a person said no: does not count as repeated. */
  @Column({ type: 'integer', default: 0 })
  rejected!: number;
}
