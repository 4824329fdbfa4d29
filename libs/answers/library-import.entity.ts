import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A file for the library as it was read, with the plan that was shown, until and after that is carried out. */
@Entity('library_import')
@Check('library_import_state', `state in ('planned', 'applied')`)
@Check('library_import_arrive_as', `arrive_as in ('draft', 'in_review')`)
@Index('library_import_newest', { synchronize: false })
export class LibraryImportRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('Person', { name: 'library_import_person' })
  @Column({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'text' })
  fileName!: string;

  @Column({ type: 'text' })
  arriveAs!: string;

  @Column({ type: 'jsonb' })
  proposal!: unknown;

  @Column({ type: 'text' })
  planHash!: string;

  @Column({ type: 'text', default: 'planned' })
  state!: string;

  @Column({ type: 'jsonb', nullable: true })
  outcome!: unknown;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  appliedAt!: Date | null;
}
