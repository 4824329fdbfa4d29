import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A post on the training network. */
@Entity('training_post')
@Unique('training_post_idempotency_unique', ['idempotencyKey'])
@Unique('training_post_inject_unique', ['runId', 'inject'])
@Index('training_post_root_at', { synchronize: false })
@Check('training_post_picture_in_words', '(picture_id is null) = (picture_alt is null)')
export class TrainingPost {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  authorHandle!: string;

  @Column({ type: 'text' })
  authorName!: string;

  @Column({ type: 'integer', default: 0 })
  authorFollowers!: number;

  @Column({ type: 'boolean', default: false })
  own!: boolean;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'boolean', default: false })
  hasMedia!: boolean;

  @ForeignKey('TrainingPost', { name: 'training_post_reply' })
  @Column({ type: 'bigint', nullable: true })
  inReplyToId!: string | null;

  @ForeignKey('TrainingPost', { name: 'training_post_root' })
  @Column({ type: 'bigint', nullable: true })
  rootId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  publishedAt!: Date;

  @Column({ type: 'text', nullable: true })
  idempotencyKey!: string | null;

  @ForeignKey('ScenarioRun', { name: 'training_post_run' })
  @Column({ type: 'bigint', nullable: true })
  runId!: string | null;

  @Column({ type: 'integer', nullable: true })
  inject!: number | null;

  /** In a drill: the network that the post looks as if it came from. */
  @Column({ type: 'text', nullable: true })
  look!: string | null;

  /** In a drill: what it shows, and that in words. */
  @ForeignKey('DrillPictureRow', { name: 'training_post_picture' })
  @Column({ type: 'text', nullable: true })
  pictureId!: string | null;

  @Column({ type: 'text', nullable: true })
  pictureAlt!: string | null;

  /** Taken down by its author. */
  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null;
}
