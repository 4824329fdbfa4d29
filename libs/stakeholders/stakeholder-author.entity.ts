import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An author who speaks for a stakeholder: for one at most, and of the same realm (rule 9). */
@Entity('stakeholder_author')
@ForeignKey('Author', ['authorId', 'realm'], ['id', 'realm'], { name: 'stakeholder_author_author' })
@ForeignKey('Stakeholder', ['stakeholderId', 'realm'], ['id', 'realm'], {
  name: 'stakeholder_author_stakeholder',
})
@Check('stakeholder_author_how', `how in ('hand', 'rule', 'proposal')`)
@Check('stakeholder_author_rule', `(how = 'rule') = (rule_id is not null)`)
@Index('stakeholder_author_of', { synchronize: false })
@Index('stakeholder_author_by_rule', { synchronize: false })
export class StakeholderAuthor {
  @PrimaryColumn({ type: 'bigint' })
  authorId!: string;

  @Column({ type: 'text' })
  realm!: string;

  @Column({ type: 'bigint' })
  stakeholderId!: string;

  @Column({ type: 'text' })
  how!: string;

  @ForeignKey('StakeholderRule', { name: 'stakeholder_author_of_rule' })
  @Column({ type: 'bigint', nullable: true })
  ruleId!: string | null;

  /** What told: the term of the rule, the reasons of the proposal, or what the person wrote. */
  @Column({ type: 'jsonb' })
  reason!: unknown;

  @ForeignKey('Person', { name: 'stakeholder_author_person' })
  @Column({ type: 'bigint', nullable: true })
  attachedBy!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  attachedAt!: Date;
}
