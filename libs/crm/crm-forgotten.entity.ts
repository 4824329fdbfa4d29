import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A record of somebody who was erased here: it is archived there, and never looked at again. Nothing but its id is kept. */
@Entity('crm_forgotten')
export class CrmForgotten {
  @PrimaryColumn({ type: 'text' })
  kind!: string;

  @PrimaryColumn({ type: 'text' })
  account!: string;

  @PrimaryColumn({ type: 'text' })
  recordId!: string;

  @Column({ type: 'timestamptz', nullable: true })
  archivedAt!: Date | null;
}
