import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What became of an item: a draft in the library, a key message, a note on a stakeholder, or an action with owner and date. */
@Entity('workshop_harvest')
@ForeignKey('WorkshopItemRow', ['workshopId', 'itemId'], ['workshopId', 'id'], {
  name: 'workshop_harvest_item',
})
@Check('workshop_harvest_kind', `kind in ('answer', 'action', 'message', 'note')`)
@Check(
  'workshop_harvest_whole',
  `case kind when 'answer' then answer_id is not null and item_id is not null
    when 'message' then message_set_id is not null and message_key is not null and item_id is not null
    when 'note' then stakeholder_id is not null and item_id is not null
    else owner_id is not null and due_on is not null end`,
)
@Check('workshop_harvest_done', '(done_by is null) = (done_at is null)')
@Index('workshop_harvest_draft', { synchronize: false })
@Index('workshop_harvest_due', { synchronize: false })
@Index('workshop_harvest_message', { synchronize: false })
@Index('workshop_harvest_note', { synchronize: false })
@Index('workshop_harvest_of_set', { synchronize: false })
@Index('workshop_harvest_of', { synchronize: false })
export class WorkshopHarvestRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('WorkshopRow', { name: 'workshop_harvest_workshop' })
  @Column({ type: 'bigint' })
  workshopId!: string;

  @Column({ type: 'bigint', nullable: true })
  itemId!: string | null;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  text!: string;

  @ForeignKey('Answer', { name: 'workshop_harvest_answer' })
  @Column({ type: 'bigint', nullable: true })
  answerId!: string | null;

  @ForeignKey('MessageSetRow', { name: 'workshop_harvest_set' })
  @Column({ type: 'bigint', nullable: true })
  messageSetId!: string | null;

  /** Of the message in its house or map. */
  @Column({ type: 'text', nullable: true })
  messageKey!: string | null;

  @ForeignKey('Stakeholder', { name: 'workshop_harvest_stakeholder' })
  @Column({ type: 'bigint', nullable: true })
  stakeholderId!: string | null;

  @ForeignKey('Person', { name: 'workshop_harvest_owner' })
  @Column({ type: 'bigint', nullable: true })
  ownerId!: string | null;

  @Column({ type: 'date', nullable: true })
  dueOn!: string | null;

  @ForeignKey('Person', { name: 'workshop_harvest_doer' })
  @Column({ type: 'bigint', nullable: true })
  doneBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  doneAt!: Date | null;

  @ForeignKey('Person', { name: 'workshop_harvest_creator' })
  @Column({ type: 'bigint' })
  createdBy!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
