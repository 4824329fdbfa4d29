import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A message house or a message map; its words live in versions. */
@Entity('message_set')
@Check('message_set_kind', `kind in ('house', 'map')`)
@Index('message_set_one_house', { synchronize: false })
export class MessageSetRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'text' })
  kind!: string;

  /** null: of the organisation. */
  @ForeignKey('TopicRow', { name: 'message_set_topic' })
  @Column({ type: 'bigint', nullable: true })
  topicId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
