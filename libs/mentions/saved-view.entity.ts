import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Filters of the inbox kept under a name. */
@Entity('saved_view')
@Unique('saved_view_name_unique', ['personId', 'name'])
export class SavedViewRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('Person', { name: 'saved_view_person' })
  @Column({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'boolean' })
  shared!: boolean;

  @Column({ type: 'jsonb' })
  filter!: unknown;

  @Column({ type: 'text' })
  sort!: string;
}
