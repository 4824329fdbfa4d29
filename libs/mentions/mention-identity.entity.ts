import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A post has one identity, whatever date its network gives it later: unique by network and external id. */
@Entity('mention_identity')
@Unique('mention_identity_unique', ['network', 'externalId'])
export class MentionIdentity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  mentionId!: string;

  @Column({ type: 'text' })
  network!: string;

  @Column({ type: 'text' })
  externalId!: string;

  @Column({ type: 'timestamptz' })
  publishedAt!: Date;
}
