import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** By what authors are attached to a stakeholder without anybody doing it. A rule is never changed: another one is made. */
@Entity('stakeholder_rule')
@Check('stakeholder_rule_kind', `kind in ('accounts', 'domain', 'bio_words', 'press_list')`)
@Check('stakeholder_rule_terms', `cardinality(terms) between 1 and 500`)
@Index('stakeholder_rule_in_use', { synchronize: false })
export class StakeholderRule {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('Stakeholder', { name: 'stakeholder_rule_stakeholder' })
  @Column({ type: 'bigint' })
  stakeholderId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', array: true })
  terms!: string[];

  /** Of a list of press: who checked it. */
  @Column({ type: 'text', default: '' })
  note!: string;

  @ForeignKey('Person', { name: 'stakeholder_rule_creator' })
  @Column({ type: 'bigint' })
  createdBy!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  /** Authors known when the rule was made are gone through up to this id; `checked_to` is how far one is. */
  @Column({ type: 'bigint' })
  checkUntil!: string;

  @Column({ type: 'bigint', default: 0 })
  checkedTo!: string;

  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null;
}
