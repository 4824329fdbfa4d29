import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Somebody who joined by the link; only the hash of their cookie is kept. */
@Entity('workshop_seat')
@Unique('workshop_seat_number', ['workshopId', 'number'])
@Unique('workshop_seat_token', ['tokenHash'])
export class WorkshopSeatRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('WorkshopRow', { name: 'workshop_seat_workshop' })
  @Column({ type: 'bigint' })
  workshopId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  tokenHash!: string;

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ type: 'boolean', default: false })
  host!: boolean;

  /** How many items were written, anonymous ones too: a limit, not a trace. */
  @Column({ type: 'integer', default: 0 })
  items!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  joinedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;
}
