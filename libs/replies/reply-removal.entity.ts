import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The wish to take a published reply down, and what came of it. */
@Entity('reply_removal')
@Index('reply_removal_due', { synchronize: false })
export class ReplyRemoval {
  @ForeignKey('ReplyRow', { name: 'reply_removal_reply' })
  @PrimaryColumn({ type: 'bigint' })
  replyId!: string;

  @Column({ type: 'text' })
  reason!: string;

  @ForeignKey('Person', { name: 'reply_removal_person' })
  @Column({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  askedAt!: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  dueAt!: Date;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  problemCode!: string | null;

  @Column({ type: 'text', nullable: true })
  problemDetail!: string | null;
}
