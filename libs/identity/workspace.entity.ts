import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row that says what this installation is. */
@Entity('workspace')
export class Workspace {
  @PrimaryColumn({ type: 'smallint' })
  id!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'boolean' })
  demonstration!: boolean;

  @Column({ type: 'jsonb', default: [] })
  demonstrationPeople!: unknown;

  /** When everything the first start makes was in place; null after a first start cut short. */
  @Column({ type: 'timestamptz', nullable: true })
  preparedAt!: Date | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
