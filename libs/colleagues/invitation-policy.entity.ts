import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';

/** A version of when colleagues may be invited; the newest is in force, and without any the default is. */
@Entity('invitation_policy')
@Check('invitation_policy_level', 'level_max between 0 and 4')
export class InvitationPolicyRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  version!: number;

  @Column({ type: 'smallint' })
  levelMax!: number;

  /** Empty: everybody. */
  @Column({ type: 'bigint', array: true })
  departmentIds!: string[];

  @Column({ type: 'boolean' })
  confirm!: boolean;

  @Column({ type: 'text' })
  reason!: string;

  @ForeignKey('Person', { name: 'invitation_policy_person' })
  @Column({ type: 'bigint', nullable: true })
  personId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;
}
