import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/**
 * A source that does not listen at its network any more, where its rules may still stand; with the access to take them away,
 * sealed as that of the source was. Gone as soon as they are.
 */
@Entity('source_rules_left')
export class SourceRulesLeft {
  @ForeignKey('Source', { name: 'source_rules_left_source' })
  @PrimaryColumn({ type: 'bigint' })
  sourceId!: string;

  @Column({ type: 'jsonb' })
  settings!: unknown;

  @Column({ type: 'text', nullable: true })
  account!: string | null;

  @Column({ type: 'bytea', nullable: true })
  sealedCredentials!: Buffer | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  since!: Date;

  @Column({ type: 'integer', default: 0 })
  failures!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  nextTryAt!: Date;
}
