import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One step in the handling of a mention, with what it was before, so that it can be undone. */
@Entity('decision')
@Index('decision_mention_at', { synchronize: false })
@Index('decision_by_person', { synchronize: false })
export class DecisionRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('MentionIdentity', { name: 'decision_mention' })
  @Column({ type: 'bigint' })
  mentionId!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;

  @ForeignKey('Person', { name: 'decision_person' })
  @Column({ type: 'bigint', nullable: true })
  personId!: string | null;

  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'bigint', array: true, nullable: true })
  departmentIds!: string[] | null;

  @Column({ type: 'text' })
  fromState!: string;

  @Column({ type: 'bigint', nullable: true })
  fromAssigneeId!: string | null;

  @Column({ type: 'text' })
  toState!: string;

  @Column({ type: 'bigint', nullable: true })
  toAssigneeId!: string | null;

  @Column({ type: 'integer' })
  versionAfter!: number;

  @Column({ type: 'timestamptz', nullable: true })
  undoneAt!: Date | null;
}
