import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One connected account, search, channel or feed of a network, with its cursor. */
@Entity('source')
@Check('source_state', `state in ('active', 'paused', 'needs_attention', 'removed')`)
@Check('source_realm', `(realm = 'training') = (network = 'training')`)
@Index('source_due', { synchronize: false })
@Index('source_erasing', { synchronize: false })
export class Source {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  network!: string;

  @Column({ type: 'text' })
  realm!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'jsonb', default: {} })
  settings!: unknown;

  @Column({ type: 'text', default: 'active' })
  state!: string;

  @Column({ type: 'text', nullable: true })
  problemCode!: string | null;

  @Column({ type: 'text', nullable: true })
  problemDetail!: string | null;

  @Column({ type: 'integer' })
  pullEverySeconds!: number;

  @Column({ type: 'jsonb', nullable: true })
  cursor!: unknown | null;

  @Column({ type: 'timestamptz', nullable: true })
  lastPullAt!: Date | null;

  @Column({ type: 'integer', nullable: true })
  lastPullStored!: number | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  nextPullAt!: Date;

  /** A pause that the network or the plan of its units asked for: whatever is told meanwhile, nothing is read before. */
  @Column({ type: 'timestamptz', nullable: true })
  notBefore!: Date | null;

  @Column({ type: 'integer', default: 0 })
  failures!: number;

  @Column({ type: 'bigint', default: 0 })
  mentions!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  /** Whom the network takes us for, as it writes it; null where one reads without an account. */
  @Column({ type: 'text', nullable: true })
  account!: string | null;

  /** What opens the network: never leaves the server, not even to whoever typed it. */
  @Column({ type: 'bytea', nullable: true })
  sealedCredentials!: Buffer | null;

  /** When the access ends, as the network said at the last live check; null where it holds for good. */
  @Column({ type: 'timestamptz', nullable: true })
  accessUntil!: Date | null;

  /** The end of the access that people were already told of. */
  @Column({ type: 'timestamptz', nullable: true })
  accessTold!: Date | null;

  /** Seconds from the publication of the newest post that was brought in to its being stored here. */
  @Column({ type: 'integer', nullable: true })
  lagSeconds!: number | null;

  /** What the network last said of how much may still be asked. */
  @Column({ type: 'jsonb', nullable: true })
  quota!: unknown | null;

  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null;

  /** Removed together with what it brought in; `erasedAt` once that is done. */
  @Column({ type: 'boolean', default: false })
  eraseMentions!: boolean;

  @Column({ type: 'timestamptz', nullable: true })
  erasedAt!: Date | null;

  /** When the posts of the last days are next compared with what the network still has. */
  @Column({ type: 'timestamptz', default: () => 'now()' })
  nextGoneCheckAt!: Date;

  /** How far they have been compared, as a `GoneRound`. */
  @Column({ type: 'jsonb', nullable: true })
  goneRound!: unknown | null;

  /** Why its network does not deliver to it, in the network's words; null where it does, or never could. */
  @Column({ type: 'text', nullable: true })
  deliveryProblem!: string | null;
}
