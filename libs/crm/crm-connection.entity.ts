import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** The CRM that contacts are kept in step with: one at most. */
@Entity('crm_connection')
@Check('crm_connection_kind', `kind in ('hubspot')`)
@Check('crm_connection_direction', `direction in ('both', 'in', 'out')`)
@Check('crm_connection_state', `state in ('active', 'paused', 'needs_attention')`)
@Index('crm_connection_one', { synchronize: false })
export class CrmConnection {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  baseAddress!: string;

  @Column({ type: 'boolean', default: false })
  allowPrivate!: boolean;

  @Column({ type: 'bytea' })
  sealedToken!: Buffer;

  /** What tells this account of the CRM from others. */
  @Column({ type: 'text' })
  account!: string;

  /** Address of a record; its id is put at the end. */
  @Column({ type: 'text' })
  recordAddress!: string;

  /** Begins the references that we give to records there. */
  @Column({ type: 'uuid' })
  reference!: string;

  @Column({ type: 'text' })
  direction!: string;

  @Column({ type: 'text', default: 'active' })
  state!: string;

  @Column({ type: 'text', nullable: true })
  problemCode!: string | null;

  @Column({ type: 'text', nullable: true })
  problemDetail!: string | null;

  /** Understood by the connector alone. */
  @Column({ type: 'jsonb', nullable: true })
  cursor!: unknown;

  @Column({ type: 'integer', default: 0 })
  failures!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  nextPassAt!: Date;

  /** The pass that is under way. */
  @Column({ type: 'uuid', nullable: true })
  holder!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  leaseUntil!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  lastPassAt!: Date | null;

  /** Counts of the last pass. */
  @Column({ type: 'jsonb', nullable: true })
  lastPass!: unknown;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  connectedAt!: Date;
}
