import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How far arriving mentions have been compared with what is asked: the position in the order of live events. */
@Entity('answer_request_watch')
@Check('answer_request_watch_one', 'id = 1')
export class AnswerRequestWatch {
  @PrimaryColumn({ type: 'smallint' })
  id!: number;

  @Column({ type: 'bigint' })
  xid!: string;

  @Column({ type: 'bigint' })
  eventId!: string;
}
