import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A person overruled the automatic judgement; kept as a labelled example. */
@Entity('correction')
@Index('correction_mention_at', { synchronize: false })
export class Correction {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('MentionIdentity', { name: 'correction_mention' })
  @Column({ type: 'bigint' })
  mentionId!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;

  @ForeignKey('Person', { name: 'correction_person' })
  @Column({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'jsonb' })
  before!: unknown;

  @Column({ type: 'jsonb' })
  after!: unknown;

  @Column({ type: 'text' })
  reason!: string;
}
