import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A mention that waits for classification; a claimed row carries a lease, a row that failed too often its problem. */
@Entity('mention_queue')
@Index('mention_queue_waiting', { synchronize: false })
export class MentionQueue {
  @PrimaryColumn({ type: 'bigint' })
  mentionId!: string;

  @Column({ type: 'timestamptz' })
  publishedAt!: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  enqueuedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  leaseUntil!: Date | null;

  @Column({ type: 'smallint', default: 0 })
  attempts!: number;

  @Column({ type: 'text', nullable: true })
  problem!: string | null;

  /** Another one when the text changed while it waited: what was made of the old one is not written back. */
  @Column({ type: 'integer', default: 0 })
  edition!: number;
}
