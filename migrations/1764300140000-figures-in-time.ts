import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the dashboard walked through row by row has an index or a table of its own: replies by topic, what waits by
 * network and language, and the authors of a day by who follows them.
 */
export class FiguresInTime1764300140000 implements MigrationInterface {
  readonly name = 'FiguresInTime1764300140000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table topic_reply (
        topic_id bigint not null,
        reply_id bigint not null,
        realm text not null,
        sent_at timestamptz not null,
        network text not null,
        mention_language text,
        response_seconds integer,
        asked_before boolean,
        carries_message boolean,
        primary key (topic_id, reply_id),
        constraint topic_reply_reply foreign key (reply_id) references reply (id) on delete cascade
      );
      create index topic_reply_reply on topic_reply (reply_id);
      create index topic_reply_sent on topic_reply (topic_id, realm, sent_at, reply_id)
        include (response_seconds, network, mention_language, asked_before, carries_message);

      insert into topic_reply
        select t.topic_id, r.id, r.realm, r.sent_at, r.network, r.mention_language, r.response_seconds, r.asked_before,
          r.carries_message
        from mention_topic t join reply r on r.mention_id = t.mention_id
        where r.state = 'sent' and r.corrects_id is null and r.sent_at is not null;

      create function note_reply_of_topics() returns trigger language plpgsql as $$
      begin
        -- Whoever attaches a topic holds the mention's row: after it either sees the other.
        perform from mention m join mention_identity i on i.mention_id = m.id and i.published_at = m.published_at
          where i.mention_id = new.mention_id for share of m;
        insert into topic_reply
          select t.topic_id, new.id, new.realm, new.sent_at, new.network, new.mention_language, new.response_seconds,
            new.asked_before, new.carries_message
          from mention_topic t where t.mention_id = new.mention_id
        on conflict (topic_id, reply_id) do update set sent_at = excluded.sent_at,
          response_seconds = excluded.response_seconds, asked_before = excluded.asked_before,
          carries_message = excluded.carries_message;
        return null;
      end $$;
      create trigger reply_of_topics after insert or update of state, sent_at, response_seconds on reply
        for each row when (new.state = 'sent' and new.corrects_id is null and new.sent_at is not null)
        execute function note_reply_of_topics();

      create function note_replies_of_topic() returns trigger language plpgsql as $$
      begin
        insert into topic_reply
          select t.topic_id, r.id, r.realm, r.sent_at, r.network, r.mention_language, r.response_seconds, r.asked_before,
            r.carries_message
          from attached t join reply r on r.mention_id = t.mention_id
          where r.state = 'sent' and r.corrects_id is null and r.sent_at is not null
        on conflict do nothing;
        return null;
      end $$;
      create trigger mention_topic_replies after insert on mention_topic
        referencing new table as attached for each statement execute function note_replies_of_topic();

      create function forget_replies_of_topic() returns trigger language plpgsql as $$
      begin
        delete from topic_reply t using detached d, reply r
          where r.mention_id = d.mention_id and t.topic_id = d.topic_id and t.reply_id = r.id;
        return null;
      end $$;
      create trigger mention_topic_no_replies after delete on mention_topic
        referencing old table as detached for each statement execute function forget_replies_of_topic();

      create index mention_waiting on mention (realm, state, network, language, published_at)
        where assessed_at is not null and not own and state in ('new', 'in_progress');
      create index author_day_reach on author_day (topic_id, realm, day, followers);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index author_day_reach;
      drop index mention_waiting;
      drop trigger mention_topic_no_replies on mention_topic;
      drop function forget_replies_of_topic();
      drop trigger mention_topic_replies on mention_topic;
      drop function note_replies_of_topic();
      drop trigger reply_of_topics on reply;
      drop function note_reply_of_topics();
      drop table topic_reply;
    `);
  }
}
