import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A message by the key that houses, maps and answers know it by, with the words that it had last. */
@Entity('key_message')
@Index('key_message_of_set', { synchronize: false })
export class KeyMessageRow {
  @PrimaryColumn({ type: 'text' })
  key!: string;

  /** null: an answer carries it, and it stands in no house or map yet. */
  @ForeignKey('MessageSetRow', { name: 'key_message_set' })
  @Column({ type: 'bigint', nullable: true })
  setId!: string | null;

  @Column({ type: 'boolean', default: false })
  umbrella!: boolean;

  @Column({ type: 'text', default: '' })
  textFr!: string;

  @Column({ type: 'text', default: '' })
  textEn!: string;

  @Column({ type: 'boolean', default: false })
  inForce!: boolean;

  /** The full minute after it first came into force: mentions count from there, as their counters do. */
  @Column({ type: 'timestamptz', nullable: true })
  inForceFrom!: Date | null;
}
