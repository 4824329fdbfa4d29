import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A person or an organisation that talks to us, whatever accounts they use. Merged and erased ones stay as rows. */
@Entity('contact')
@Unique('contact_realm_key', ['id', 'realm'])
@Check('contact_realm', `realm in ('live', 'training')`)
@Check('contact_crm', `(crm_system is null) = (crm_id is null)`)
@Check(
  'contact_erased',
  `erased_at is null or (name = '' and search = '' and sort_name = '' and
      coalesce(organisation, note, email, phone, crm_system, crm_id, language) is null)`,
)
@Index('contact_crm_reference', { synchronize: false })
@Index('contact_by_name', { synchronize: false })
@Index('contact_search', { synchronize: false })
@Index('contact_absorbed', { synchronize: false })
@Index('contact_email', { synchronize: false })
export class Contact {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  realm!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  organisation!: string | null;

  /** ISO 639-1 code of the language to write to them in. */
  @Column({ type: 'text', nullable: true })
  language!: string | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Column({ type: 'text', nullable: true })
  crmSystem!: string | null;

  @Column({ type: 'text', nullable: true })
  crmId!: string | null;

  /** The name without accents and capitals: what lists are ordered by. */
  @Column({ type: 'text' })
  sortName!: string;

  /** What lists are searched in, folded in the same way; never e-mail or phone, which not everybody may see. */
  @Column({ type: 'text' })
  search!: string;

  /** Rises with each change; a change carries the version it was made on. */
  @Column({ type: 'integer', default: 1 })
  version!: number;

  @ForeignKey('Person', { name: 'contact_creator' })
  @Column({ type: 'bigint', nullable: true })
  createdBy!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  changedAt!: Date;

  @ForeignKey('Contact', { name: 'contact_merged' })
  @Column({ type: 'bigint', nullable: true })
  mergedInto!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  erasedAt!: Date | null;
}
