import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** An answer that is missing, asked of departments; its draft, once there is one, lives in the library. */
@Entity('answer_request')
@Unique('answer_request_realm_key', ['id', 'realm'])
@Check(
  'answer_request_state',
  `state in ('open', 'drafted', 'in_review', 'ready', 'fulfilled', 'declined', 'withdrawn')`,
)
@Check('answer_request_realm', `realm in ('live', 'training')`)
@Check('answer_request_level', 'level between 0 and 4')
@Check('answer_request_departments', 'cardinality(department_ids) > 0')
@Check('answer_request_reason', `state <> 'declined' or end_reason is not null`)
@Index('answer_request_waiting', { synchronize: false })
@Index('answer_request_newest', { synchronize: false })
@Index('answer_request_of_answer', { synchronize: false })
@Index('answer_request_due', { synchronize: false })
export class AnswerRequest {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  realm!: string;

  @Column({ type: 'text', default: 'open' })
  state!: string;

  /** In the asker's own words, for colleagues: never published. */
  @Column({ type: 'text' })
  question!: string;

  @Column({ type: 'smallint' })
  level!: number;

  @Column({ type: 'bigint', array: true })
  departmentIds!: string[];

  @ForeignKey('Person', { name: 'answer_request_asker' })
  @Column({ type: 'bigint' })
  askedBy!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  askedAt!: Date;

  @Column({ type: 'timestamptz' })
  dueAt!: Date;

  /** When its being overdue was told; null while it is in time. */
  @Column({ type: 'timestamptz', nullable: true })
  overdueToldAt!: Date | null;

  @ForeignKey('Answer', { name: 'answer_request_answer' })
  @Column({ type: 'bigint', nullable: true })
  answerId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  stateAt!: Date;

  @ForeignKey('Person', { name: 'answer_request_ender' })
  @Column({ type: 'bigint', nullable: true })
  endedBy!: string | null;

  @Column({ type: 'text', nullable: true })
  endReason!: string | null;
}
