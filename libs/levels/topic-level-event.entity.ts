import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What happened on a topic's timeline: a level that moved, with its evidence, or what a person noted. */
@Entity('topic_level_event')
@Check(
  'topic_level_event_kind',
  `kind in ('rose', 'fell', 'set_by_hand', 'hand_ended', 'incident_proposed', 'note')`,
)
@Index('topic_level_event_at', { synchronize: false })
@Index('topic_level_event_crossed', { synchronize: false })
export class TopicLevelEventRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('TopicRow', { name: 'topic_level_event_topic' })
  @Column({ type: 'bigint' })
  topicId!: string;

  @Column({ type: 'text' })
  realm!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'smallint', nullable: true })
  fromLevel!: number | null;

  @Column({ type: 'smallint', nullable: true })
  toLevel!: number | null;

  @Column({ type: 'real', nullable: true })
  score!: number | null;

  @Column({ type: 'jsonb', nullable: true })
  evidence!: unknown | null;

  @ForeignKey('Person', { name: 'topic_level_event_person' })
  @Column({ type: 'bigint', nullable: true })
  personId!: string | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
