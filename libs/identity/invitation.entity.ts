import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A one-time link; without a person it makes the first administrator. */
@Entity('invitation')
@Unique('invitation_token_unique', ['tokenHash'])
export class Invitation {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  tokenHash!: string;

  @ForeignKey('Person', { name: 'invitation_person' })
  @Column({ type: 'bigint', nullable: true })
  personId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}
