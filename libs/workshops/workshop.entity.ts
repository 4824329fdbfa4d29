import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A workshop: its brief, its plan as adapted, and its state. */
@Entity('workshop')
@Check('workshop_state', `state in ('draft', 'open', 'running', 'closed', 'cancelled')`)
@Check('workshop_link', '(link_hash is null) = (link_sealed is null)')
@Index('workshop_link_hash', { synchronize: false })
@Index('workshop_newest', { synchronize: false })
export class WorkshopRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  sponsor!: string;

  @Column({ type: 'text' })
  stake!: string;

  @Column({ type: 'text' })
  strategy!: string;

  @Column({ type: 'text' })
  objective!: string;

  @Column({ type: 'integer' })
  people!: number;

  @Column({ type: 'integer' })
  minutes!: number;

  @Column({ type: 'text' })
  place!: string;

  @Column({ type: 'text' })
  trust!: string;

  @Column({ type: 'text' })
  language!: string;

  @Column({ type: 'boolean' })
  anonymousAllowed!: boolean;

  @Column({ type: 'timestamptz', nullable: true })
  plannedAt!: Date | null;

  @ForeignKey('TopicRow', { name: 'workshop_topic' })
  @Column({ type: 'bigint', nullable: true })
  topicId!: string | null;

  @Column({ type: 'text' })
  methodKey!: string;

  @Column({ type: 'jsonb' })
  plan!: unknown;

  @Column({ type: 'jsonb' })
  rooms!: unknown;

  /** The groups of every phase that has some, held ones too. */
  @Column({ type: 'jsonb', nullable: true })
  draw!: unknown;

  @Column({ type: 'text', default: 'draft' })
  state!: string;

  @Column({ type: 'integer', default: 1 })
  revision!: number;

  /** Of the secret in the link by which people join; sealed beside it, to be shown again. */
  @Column({ type: 'text', nullable: true })
  linkHash!: string | null;

  @Column({ type: 'bytea', nullable: true })
  linkSealed!: Buffer | null;

  @ForeignKey('Person', { name: 'workshop_creator' })
  @Column({ type: 'bigint' })
  createdBy!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  stateAt!: Date;
}
