import { Check, Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A person or an account on one network, as its posts named it last. */
@Entity('author')
@Unique('author_unique', ['network', 'key'])
@Unique('author_realm_key', ['id', 'realm'])
@Check('author_realm', `(realm = 'training') = (network = 'training')`)
@Index('author_to_compare', { synchronize: false })
@Index('author_to_attach', { synchronize: false })
@Index('author_bio', { synchronize: false })
@Index('author_search', { synchronize: false })
export class Author {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  realm!: string;

  @Column({ type: 'text' })
  network!: string;

  /** What tells authors of one network apart: the handle in lower case, or else the address of the profile. */
  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'text', nullable: true })
  handle!: string | null;

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ type: 'text', nullable: true })
  url!: string | null;

  /** New, or named otherwise than before: still to be compared with other authors. */
  @Column({ type: 'boolean', default: true })
  toCompare!: boolean;

  /** How the account describes itself, where the network tells; what it said last. */
  @Column({ type: 'text', nullable: true })
  bio!: string | null;

  /** New, or described otherwise than before: still to be compared with the rules of stakeholders. */
  @Column({ type: 'boolean', default: true })
  toAttach!: boolean;

  /** Its names are gone on purpose; what it posted is still counted. */
  @Column({ type: 'timestamptz', nullable: true })
  erasedAt!: Date | null;
}
