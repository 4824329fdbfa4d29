import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A web site whose feeds are read: by one worker at a time, and not before its next moment. */
@Entity('feed_host')
export class FeedHost {
  /** With its port where that is not the usual one. */
  @PrimaryColumn({ type: 'text' })
  host!: string;

  /** A turn, by a number made for it alone. */
  @Column({ type: 'uuid' })
  holder!: string;

  /** Whoever crashed gives the turn back by not coming back. */
  @Column({ type: 'timestamptz' })
  leaseUntil!: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  nextAt!: Date;
}
