import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/**
 * The live connection of a source: who holds it, and until when unless it is renewed. Whoever crashed stops renewing, and
 * another worker takes over.
 */
@Entity('source_stream')
export class SourceStream {
  @ForeignKey('Source', { name: 'source_stream_source' })
  @PrimaryColumn({ type: 'bigint' })
  sourceId!: string;

  /** A worker, by a number that it made for itself. */
  @Column({ type: 'uuid', nullable: true })
  holder!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  leaseUntil!: Date;

  /** What its connection has in common with others: such sources are heard by one worker, on one connection. */
  @Column({ type: 'text', nullable: true })
  shared!: string | null;

  /** When the network took the present connection on; null while there is none. */
  @Column({ type: 'timestamptz', nullable: true })
  liveSince!: Date | null;

  /** How far the network's own stream has been stored, in its own words; null where it has no such mark. */
  @Column({ type: 'text', nullable: true })
  mark!: string | null;

  /** When the connection last told of something that has to be read. */
  @Column({ type: 'timestamptz', nullable: true })
  nudgedAt!: Date | null;

  /** Connections in a row that did not come about, or did not last; none where the network asked for a pause. */
  @Column({ type: 'integer', default: 0 })
  failures!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  nextTryAt!: Date;

  @Column({ type: 'text', nullable: true })
  problemDetail!: string | null;
}
