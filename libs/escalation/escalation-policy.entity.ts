import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Who is asked, in what order, within what time; for a topic, a range of levels and classes of stakeholders. */
@Entity('escalation_policy')
@Check('escalation_policy_levels', `level_min between 0 and level_max and level_max <= 4`)
@Check('escalation_policy_decide', `decide_minutes >= 1`)
@Check(
  'escalation_policy_salience',
  `salience <@ array['definitive', 'dangerous', 'dependent', 'dominant', 'demanding', 'dormant', 'discretionary']`,
)
@Index('escalation_policy_default', { synchronize: false })
@Index('escalation_policy_name', { synchronize: false })
export class EscalationPolicyRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', default: '' })
  description!: string;

  @ForeignKey('TopicRow', { name: 'escalation_policy_topic' })
  @Column({ type: 'bigint', nullable: true })
  topicId!: string | null;

  @Column({ type: 'smallint', default: 0 })
  levelMin!: number;

  @Column({ type: 'smallint', default: 4 })
  levelMax!: number;

  /** Classes of stakeholders that it is for; empty: whoever is concerned, or nobody. */
  @Column({ type: 'text', array: true, default: [] })
  salience!: string[];

  @Column({ type: 'boolean', default: false })
  isDefault!: boolean;

  @Column({ type: 'boolean', default: true })
  active!: boolean;

  @Column({ type: 'integer' })
  decideMinutes!: number;

  @Column({ type: 'jsonb' })
  steps!: unknown;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
