import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Two authors who may be one person. One row a pair, for good: what was dismissed does not come back. */
@Entity('contact_proposal')
@Unique('contact_proposal_pair', ['firstAuthorId', 'secondAuthorId'])
@ForeignKey('Author', ['firstAuthorId', 'realm'], ['id', 'realm'], { name: 'contact_proposal_first' })
@ForeignKey('Author', ['secondAuthorId', 'realm'], ['id', 'realm'], { name: 'contact_proposal_second' })
@Check('contact_proposal_order', `first_author_id < second_author_id`)
@Check('contact_proposal_state', `state in ('open', 'confirmed', 'dismissed')`)
@Check('contact_proposal_confidence', `confidence between 1 and 3`)
@Index('contact_proposal_open', { synchronize: false })
@Index('contact_proposal_of_second', { synchronize: false })
export class ContactProposal {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  realm!: string;

  @Column({ type: 'bigint' })
  firstAuthorId!: string;

  @Column({ type: 'bigint' })
  secondAuthorId!: string;

  /** 1 possible, 2 likely, 3 very likely. */
  @Column({ type: 'smallint' })
  confidence!: number;

  @Column({ type: 'jsonb' })
  reasons!: unknown;

  @Column({ type: 'text', default: 'open' })
  state!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  foundAt!: Date;

  @ForeignKey('Person', { name: 'contact_proposal_decider' })
  @Column({ type: 'bigint', nullable: true })
  decidedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;
}
