import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** The text of one version for one language and one network; network null serves every other network. */
@Entity('answer_variant')
@Index('answer_variant_unique', { synchronize: false })
export class AnswerVariant {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('AnswerVersionRow', { name: 'answer_variant_version' })
  @Column({ type: 'bigint' })
  versionId!: string;

  @Column({ type: 'text' })
  language!: string;

  @Column({ type: 'text', nullable: true })
  network!: string | null;

  @Column({ type: 'text' })
  body!: string;
}
