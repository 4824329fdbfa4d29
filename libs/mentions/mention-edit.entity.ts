import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What a post said until its author changed it. Erased with the post. */
@Entity('mention_edit')
@Index('mention_edit_of', { synchronize: false })
@Index('mention_edit_untold', { synchronize: false })
export class MentionEdit {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('MentionIdentity', { name: 'mention_edit_mention' })
  @Column({ type: 'bigint' })
  mentionId!: string;

  /** By the network's clock; where it does not say when, the moment at which the change was seen. */
  @Column({ type: 'timestamptz' })
  editedAt!: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  notedAt!: Date;

  @Column({ type: 'text' })
  textBefore!: string;

  /** When those who had answered, or were about to, were told. */
  @Column({ type: 'timestamptz', nullable: true })
  toldAt!: Date | null;
}
