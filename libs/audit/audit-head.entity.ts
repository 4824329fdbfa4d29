import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The end of the chain: the lock that keeps it single-file and the witness that no tail was cut off. */
@Entity('audit_head')
export class AuditHead {
  @PrimaryColumn({ type: 'smallint' })
  id!: number;

  @Column({ type: 'bigint' })
  position!: string;

  @Column({ type: 'text' })
  hash!: string;
}
