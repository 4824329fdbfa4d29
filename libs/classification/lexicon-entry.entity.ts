import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A word or phrase that classification looks for. */
@Entity('lexicon_entry')
@Unique('lexicon_entry_unique', ['language', 'category', 'term'])
export class LexiconEntryRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  language!: string;

  @Column({ type: 'text' })
  category!: string;

  @Column({ type: 'text' })
  term!: string;

  @Column({ type: 'real' })
  weight!: number;

  @Column({ type: 'boolean', default: true })
  active!: boolean;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
