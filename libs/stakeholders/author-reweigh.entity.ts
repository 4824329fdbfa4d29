import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who an author speaks for has changed: the weight of what they posted lately is still to be set right. */
@Entity('author_reweigh')
export class AuthorReweigh {
  @PrimaryColumn({ type: 'bigint' })
  authorId!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  askedAt!: Date;
}
