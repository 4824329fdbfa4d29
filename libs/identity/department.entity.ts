import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A department that approves words or decides on escalations. */
@Entity('department')
@Unique('department_key_unique', ['key'])
export class Department {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  nameFr!: string;

  @Column({ type: 'text' })
  nameEn!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
