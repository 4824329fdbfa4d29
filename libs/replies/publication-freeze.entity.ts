import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A hold on replies, of a realm or of one topic in it, until somebody releases it. */
@Entity('publication_freeze')
@Check('publication_freeze_realm', `realm in ('live', 'training')`)
@Index('publication_freeze_active', { synchronize: false })
export class PublicationFreeze {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  realm!: string;

  /** Null: everything of the realm. */
  @ForeignKey('TopicRow', { name: 'publication_freeze_topic' })
  @Column({ type: 'bigint', nullable: true })
  topicId!: string | null;

  @Column({ type: 'text' })
  reason!: string;

  /** Null when the product itself froze them. */
  @ForeignKey('Person', { name: 'publication_freeze_person' })
  @Column({ type: 'bigint', nullable: true })
  personId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  frozenAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  releasedAt!: Date | null;

  @ForeignKey('Person', { name: 'publication_freeze_releaser' })
  @Column({ type: 'bigint', nullable: true })
  releasedById!: string | null;

  @Column({ type: 'text', nullable: true })
  releaseReason!: string | null;
}
