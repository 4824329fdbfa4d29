import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Someone who works here; `passwordHash` is null until the invitation is accepted. */
@Entity('person')
@Unique('person_email_unique', ['email'])
@Check('person_email_lower', 'email = lower(email)')
export class Person {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  email!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  passwordHash!: string | null;

  @Column({ type: 'text', array: true })
  roles!: string[];

  @Column({ type: 'text' })
  locale!: string;

  @Column({ type: 'text', default: 'system' })
  appearance!: string;

  @Column({ type: 'boolean', default: true })
  active!: boolean;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
