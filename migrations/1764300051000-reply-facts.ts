import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What figures ask of a sent reply stands on the reply, as it was when it left: a quarter is one walk along an index. */
export class ReplyFacts1764300051000 implements MigrationInterface {
  readonly name = 'ReplyFacts1764300051000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reply
        add column mention_published_at timestamptz,
        add column mention_language text,
        add column asked_before boolean,
        add column carries_message boolean;
      update reply r set mention_published_at = m.published_at, mention_language = m.language,
          asked_before = exists (select from answer_request_mention q where q.mention_id = r.mention_id)
            or exists (select from escalation_mention q where q.mention_id = r.mention_id),
          carries_message = exists (
            select from answer_version v where v.id = r.answer_version_id and v.key_messages <> '[]')
        from mention_identity i join mention m on m.id = i.mention_id and m.published_at = i.published_at
        where i.mention_id = r.mention_id and r.sent_at is not null;
      drop index reply_first_response;
      drop trigger reply_response on reply;
      drop function note_response_time();
      -- Whatever route a reply took to being sent, what is counted of it is noted once.
      create function note_response() returns trigger language plpgsql as $$
      begin
        select i.published_at, m.language, greatest(0, extract(epoch from new.sent_at - i.published_at))::integer,
            exists (select from answer_request_mention q where q.mention_id = i.mention_id)
              or exists (select from escalation_mention q where q.mention_id = i.mention_id),
            exists (select from answer_version v where v.id = new.answer_version_id and v.key_messages <> '[]')
          into new.mention_published_at, new.mention_language, new.response_seconds, new.asked_before, new.carries_message
          from mention_identity i join mention m on m.id = i.mention_id and m.published_at = i.published_at
          where i.mention_id = new.mention_id;
        return new;
      end $$;
      create trigger reply_response before insert or update on reply
        for each row when (new.sent_at is not null and new.response_seconds is null)
        execute function note_response();
      create index reply_first_response on reply (realm, sent_at)
        include (response_seconds, network, mention_id, mention_published_at, mention_language, asked_before, carries_message)
        where state = 'sent' and corrects_id is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index reply_first_response;
      drop trigger reply_response on reply;
      drop function note_response();
      alter table reply drop column mention_published_at, drop column mention_language, drop column asked_before,
        drop column carries_message;
      create function note_response_time() returns trigger language plpgsql as $$
      begin
        select greatest(0, extract(epoch from new.sent_at - i.published_at))::integer into new.response_seconds
          from mention_identity i where i.mention_id = new.mention_id;
        return new;
      end $$;
      create trigger reply_response before insert or update on reply
        for each row when (new.sent_at is not null and new.response_seconds is null)
        execute function note_response_time();
      create index reply_first_response on reply (realm, sent_at)
        include (response_seconds, network, mention_id, answer_version_id)
        where state = 'sent' and corrects_id is null;
    `);
  }
}
