import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Something that a review asks of a person by a date; stays visible until it is done or given up with a reason. */
@Entity('review_action')
@Check('review_action_state', `state in ('open', 'done', 'dropped')`)
@Check('review_action_dropped', `state <> 'dropped' or note is not null`)
@Index('review_action_due', { synchronize: false })
@Index('review_action_of', { synchronize: false })
export class ReviewActionRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('IncidentRow', { name: 'review_action_incident' })
  @Column({ type: 'bigint' })
  incidentId!: string;

  @Column({ type: 'text' })
  text!: string;

  @ForeignKey('Person', { name: 'review_action_owner' })
  @Column({ type: 'bigint' })
  ownerId!: string;

  @Column({ type: 'timestamptz' })
  dueAt!: Date;

  @Column({ type: 'text', default: 'open' })
  state!: string;

  @Column({ type: 'timestamptz', nullable: true })
  doneAt!: Date | null;

  @ForeignKey('Person', { name: 'review_action_doer' })
  @Column({ type: 'bigint', nullable: true })
  doneBy!: string | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @ForeignKey('Person', { name: 'review_action_creator' })
  @Column({ type: 'bigint' })
  createdBy!: string;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;
}
