import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A contact and its record in the CRM, with what both had in common when they were last compared. */
@Entity('crm_link')
@Unique('crm_link_of_contact', ['contactId'])
@Unique('crm_link_of_record', ['connectionId', 'recordId'])
@Check('crm_link_state', `state in ('to_create', 'linked', 'gone_there', 'merged_here')`)
@Check('crm_link_record', `(state = 'to_create') = (record_id is null)`)
@Index('crm_link_to_check', { synchronize: false })
export class CrmLink {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('CrmConnection', { name: 'crm_link_connection', onDelete: 'CASCADE' })
  @Column({ type: 'bigint' })
  connectionId!: string;

  @ForeignKey('Contact', { name: 'crm_link_contact' })
  @Column({ type: 'bigint' })
  contactId!: string;

  @Column({ type: 'text', nullable: true })
  recordId!: string | null;

  @Column({ type: 'text' })
  state!: string;

  /** The common version, by field; a field that is missing was never compared. */
  @Column({ type: 'jsonb', default: {} })
  base!: unknown;

  /** The line of accounts that we last knew to be there. */
  @Column({ type: 'text', nullable: true })
  accounts!: string | null;

  /** Version of the contact of which nothing is left to tell. */
  @Column({ type: 'integer', default: 0 })
  seenVersion!: number;

  @Column({ type: 'timestamptz', nullable: true })
  checkedAt!: Date | null;
}
