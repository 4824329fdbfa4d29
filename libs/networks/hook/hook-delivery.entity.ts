import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Something another system delivered to a webhook source, as it came, and what became of it. */
@Entity('hook_delivery')
@Check('hook_delivery_outcome', `outcome in ('taken', 'refused')`)
@Index('hook_delivery_once', { synchronize: false })
@Index('hook_delivery_newest', { synchronize: false })
export class HookDelivery {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('Source', { name: 'hook_delivery_source' })
  @Column({ type: 'bigint' })
  sourceId!: string;

  /** A signature is taken once: the same delivery sent again changes nothing. Null where there was none. */
  @Column({ type: 'text', nullable: true })
  signature!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  receivedAt!: Date;

  @Column({ type: 'text' })
  outcome!: string;

  @Column({ type: 'text', nullable: true })
  problem!: string | null;

  @Column({ type: 'bytea' })
  body!: Buffer;

  @Column({ type: 'integer', default: 0 })
  stored!: number;

  @Column({ type: 'integer', default: 0 })
  known!: number;

  @Column({ type: 'integer', default: 0 })
  refused!: number;

  @Column({ type: 'integer', default: 0 })
  erased!: number;

  @Column({ type: 'timestamptz', nullable: true })
  replayedAt!: Date | null;

  @Column({ type: 'integer', default: 0 })
  replays!: number;
}
