import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Someone is looking at a mention or answering it; ends by itself when not renewed. */
@Entity('mention_presence')
export class MentionPresence {
  @PrimaryColumn({ type: 'bigint' })
  mentionId!: string;

  @ForeignKey('Person', { name: 'mention_presence_person' })
  @PrimaryColumn({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'text' })
  activity!: string;

  @Column({ type: 'timestamptz' })
  expiresAt!: Date;
}
