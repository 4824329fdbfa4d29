import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';

/** When a reply needs a second person; every change is a new row, and the newest holds. */
@Entity('reply_rules')
@Check('reply_rules_level', 'second_from_level between 0 and 4')
export class ReplyRulesRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  /** From this level of the mention on; null: whatever the level, nobody is asked. */
  @Column({ type: 'smallint', nullable: true })
  secondFromLevel!: number | null;

  @Column({ type: 'boolean' })
  secondAtHighSensitivity!: boolean;

  @ForeignKey('Person', { name: 'reply_rules_person' })
  @Column({ type: 'bigint', nullable: true })
  personId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;
}
