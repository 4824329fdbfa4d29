import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A fact for the live push; append-only, kept for a day. */
@Entity('event')
@Index('event_order', { synchronize: false })
@Index('event_at', { synchronize: false })
export class EventRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'bigint' })
  xid!: string;

  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'jsonb' })
  payload!: unknown;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;
}
