import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An author that belongs to a contact: to one at most, and of the same realm (rule 9). */
@Entity('contact_author')
@ForeignKey('Author', ['authorId', 'realm'], ['id', 'realm'], { name: 'contact_author_author' })
@ForeignKey('Contact', ['contactId', 'realm'], ['id', 'realm'], { name: 'contact_author_contact' })
@Check('contact_author_via', `via in ('hand', 'proposal', 'file')`)
@Index('contact_author_of', { synchronize: false })
export class ContactAuthor {
  @PrimaryColumn({ type: 'bigint' })
  authorId!: string;

  @Column({ type: 'text' })
  realm!: string;

  @Column({ type: 'bigint' })
  contactId!: string;

  @Column({ type: 'text' })
  via!: string;

  @ForeignKey('Person', { name: 'contact_author_person' })
  @Column({ type: 'bigint', nullable: true })
  linkedBy!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  linkedAt!: Date;
}
