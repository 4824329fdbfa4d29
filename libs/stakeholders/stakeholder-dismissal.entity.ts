import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Somebody said that this author does not speak for this stakeholder: no rule and no proposal says it again. */
@Entity('stakeholder_dismissal')
export class StakeholderDismissal {
  @ForeignKey('Author', { name: 'stakeholder_dismissal_author' })
  @PrimaryColumn({ type: 'bigint' })
  authorId!: string;

  @ForeignKey('Stakeholder', { name: 'stakeholder_dismissal_stakeholder' })
  @PrimaryColumn({ type: 'bigint' })
  stakeholderId!: string;

  @ForeignKey('Person', { name: 'stakeholder_dismissal_person' })
  @Column({ type: 'bigint' })
  dismissedBy!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  dismissedAt!: Date;
}
