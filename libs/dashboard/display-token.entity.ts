import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A wall screen that may read the figures of one scope without a sign-in, until it expires or is shut. */
@Entity('display_token')
@Unique('display_token_hash', ['tokenHash'])
export class DisplayToken {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  tokenHash!: string;

  @Column({ type: 'text' })
  realm!: string;

  @ForeignKey('TopicRow', { name: 'display_token_topic' })
  @Column({ type: 'bigint', nullable: true })
  topicId!: string | null;

  @Column({ type: 'text' })
  locale!: string;

  @ForeignKey('Person', { name: 'display_token_person' })
  @Column({ type: 'bigint' })
  createdBy!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;
}
