import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** One version of a message house or map; its words are fixed once it leaves the draft. */
@Entity('message_set_version')
@Unique('message_set_version_number_unique', ['setId', 'number'])
@Check('message_set_version_state', `state in ('draft', 'in_review', 'approved', 'superseded', 'retired')`)
@Index('message_set_version_one_approved', { synchronize: false })
@Index('message_set_version_one_open', { synchronize: false })
export class MessageSetVersionRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('MessageSetRow', { name: 'message_set_version_set' })
  @Column({ type: 'bigint' })
  setId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'integer', default: 1 })
  revision!: number;

  @ForeignKey('Person', { name: 'message_set_version_author' })
  @Column({ type: 'bigint' })
  authorId!: string;

  @Column({ type: 'bigint', array: true })
  editorIds!: string[];

  @Column({ type: 'bigint', array: true })
  departmentIds!: string[];

  @Column({ type: 'jsonb' })
  content!: unknown;

  @Column({ type: 'text', nullable: true })
  contentHash!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  approvedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  closedReason!: string | null;
}
