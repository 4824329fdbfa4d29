import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A field that was changed on both sides, differently. Another value is another row, so that nobody decides unseen. */
@Entity('crm_conflict')
@Unique('crm_conflict_one', ['linkId', 'field'])
@Check('crm_conflict_field', `field in ('name', 'email', 'phone', 'organisation')`)
export class CrmConflict {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('CrmLink', { name: 'crm_conflict_link', onDelete: 'CASCADE' })
  @Column({ type: 'bigint' })
  linkId!: string;

  @Column({ type: 'text' })
  field!: string;

  @Column({ type: 'text', nullable: true })
  here!: string | null;

  @Column({ type: 'text', nullable: true })
  there!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  foundAt!: Date;
}

/** A record that may be of a contact without one. One row a pair: what was dismissed does not come back. */
@Entity('crm_match')
@Unique('crm_match_pair', ['contactId', 'connectionId', 'recordId'])
@Check('crm_match_reason', `reason in ('same_email', 'same_account')`)
@Check('crm_match_state', `state in ('open', 'confirmed', 'dismissed')`)
@Check('crm_match_kept', `state = 'open' or coalesce(name, organisation) is null`)
export class CrmMatch {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('CrmConnection', { name: 'crm_match_connection', onDelete: 'CASCADE' })
  @Column({ type: 'bigint' })
  connectionId!: string;

  @ForeignKey('Contact', { name: 'crm_match_contact' })
  @Column({ type: 'bigint' })
  contactId!: string;

  @Column({ type: 'text' })
  recordId!: string;

  @Column({ type: 'text' })
  reason!: string;

  /** As the CRM says it; emptied once it is decided. */
  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ type: 'text', nullable: true })
  organisation!: string | null;

  @Column({ type: 'text', default: 'open' })
  state!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  foundAt!: Date;
}
