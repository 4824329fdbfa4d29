import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who repeats a message is summed up by hour and day as well, and replies say from an index which answer they are of. */
export class MessageFiguresInTime1764300220000 implements MigrationInterface {
  readonly name = 'MessageFiguresInTime1764300220000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table message_pick_up_sum (
        message_key text not null,
        realm text not null,
        span text not null constraint message_pick_up_sum_span check (span in ('hour', 'day')),
        start timestamptz not null,
        found integer not null,
        confirmed integer not null,
        rejected integer not null,
        constraint message_pick_up_sum_pkey primary key (message_key, realm, span, start)
      );
      insert into message_pick_up_sum (message_key, realm, span, start, found, confirmed, rejected)
        select message_key, realm, span, date_trunc(span, minute, 'UTC'), sum(found), sum(confirmed), sum(rejected)
        from message_pick_up cross join (values ('hour'), ('day')) s(span) group by 1, 2, 3, 4;

      drop index reply_sent;
      create index reply_sent on reply (realm, sent_at) include (answer_version_id, mention_id) where state = 'sent';
      create index reply_correction_sent on reply (realm, sent_at) include (answer_version_id, mention_id)
        where state = 'sent' and corrects_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index reply_correction_sent;
      drop index reply_sent;
      create index reply_sent on reply (realm, sent_at) where state = 'sent';
      drop table message_pick_up_sum;
    `);
  }
}
