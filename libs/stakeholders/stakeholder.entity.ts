import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A group or a person with power, legitimacy, urgency and interest. Archived ones stay as rows and weigh nothing. */
@Entity('stakeholder')
@Unique('stakeholder_realm_key', ['id', 'realm'])
@Check('stakeholder_realm', `realm in ('live', 'training')`)
@Check('stakeholder_kind', `kind in ('group', 'person')`)
@Check('stakeholder_place', `power between 0 and 10 and interest between 0 and 10`)
@Index('stakeholder_by_name', { synchronize: false })
@Index('stakeholder_due', { synchronize: false })
export class Stakeholder {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  realm!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  category!: string;

  @Column({ type: 'text' })
  name!: string;

  /** The name without accents and capitals: what lists are ordered by, and what is there once among those in use. */
  @Column({ type: 'text' })
  sortName!: string;

  /** On the map, 0-10. */
  @Column({ type: 'smallint' })
  power!: number;

  /** On the map, 0-10. */
  @Column({ type: 'smallint' })
  interest!: number;

  /** Salience: can they impose their will? */
  @Column({ type: 'boolean' })
  hasPower!: boolean;

  @Column({ type: 'text', default: '' })
  powerNote!: string;

  /** Salience: is what they claim held to be proper? */
  @Column({ type: 'boolean' })
  hasLegitimacy!: boolean;

  @Column({ type: 'text', default: '' })
  legitimacyNote!: string;

  /** Salience: does their claim bear no delay? */
  @Column({ type: 'boolean' })
  hasUrgency!: boolean;

  @Column({ type: 'text', default: '' })
  urgencyNote!: string;

  @ForeignKey('Person', { name: 'stakeholder_owner' })
  @Column({ type: 'bigint', nullable: true })
  ownerId!: string | null;

  /** How one keeps in touch with them. */
  @Column({ type: 'text', default: '' })
  plan!: string;

  @Column({ type: 'timestamptz', nullable: true })
  nextContactAt!: Date | null;

  /** Rises with each change; a change carries the version it was made on. */
  @Column({ type: 'integer', default: 1 })
  version!: number;

  @ForeignKey('Person', { name: 'stakeholder_creator' })
  @Column({ type: 'bigint', nullable: true })
  createdBy!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  changedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  archivedAt!: Date | null;
}
