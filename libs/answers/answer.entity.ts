import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An entry of the approved library; its words live in versions. */
@Entity('answer')
@Check('answer_kind', `kind in ('answer', 'holding_statement')`)
@Index('answer_exchange_key', { synchronize: false })
export class Answer {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  kind!: string;

  @ForeignKey('Person', { name: 'answer_owner' })
  @Column({ type: 'bigint', nullable: true })
  ownerId!: string | null;

  /** Names the answer in files, also in another workspace; see docs/library-exchange.md. */
  @Column({ type: 'uuid' })
  exchangeKey!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
