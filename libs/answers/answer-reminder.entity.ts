import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** People were told that a version expires or is to be reviewed: once for each date and each number of days. */
@Entity('answer_reminder')
@Check('answer_reminder_about', `about in ('expiry', 'review')`)
export class AnswerReminder {
  @ForeignKey('AnswerVersionRow', { name: 'answer_reminder_version' })
  @PrimaryColumn({ type: 'bigint', primaryKeyConstraintName: 'answer_reminder_pkey' })
  versionId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'answer_reminder_pkey' })
  about!: string;

  /** The date that was reminded of: a new date is reminded of again. */
  @PrimaryColumn({ type: 'timestamptz', primaryKeyConstraintName: 'answer_reminder_pkey' })
  dueAt!: Date;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'answer_reminder_pkey' })
  days!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;
}
