import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A holding statement can leave as a post of its own: a publication that answers no mention but speaks of an incident, on one
 * account, and that the database itself lets nobody publish alone.
 */
export class PostsOfIncidents1764300180000 implements MigrationInterface {
  readonly name = 'PostsOfIncidents1764300180000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reply
        add column incident_id bigint constraint reply_incident references incident,
        alter column mention_id drop not null,
        alter column previous_state drop not null,
        drop constraint reply_second_asked,
        add constraint reply_second_asked check (second_asked in ('level', 'sensitivity', 'invitation', 'post')),
        add constraint reply_occasion check ((mention_id is null) <> (incident_id is null)),
        add constraint reply_previous check ((mention_id is null) = (previous_state is null)),
        add constraint reply_post_two_keys check (incident_id is null
          or (source_id is not null and second_asked is not null and corrects_id is null
            and (second_person_id is not null or state in ('awaiting_second', 'refused', 'cancelled'))));
      -- The same words are under way once on one account.
      create unique index reply_one_post on reply (incident_id, source_id, answer_variant_id)
        where incident_id is not null and state in ('awaiting_second', 'queued', 'sending', 'uncertain');
      create index reply_of_incident on reply (incident_id, id) where incident_id is not null;
      -- A post is no answer to anybody: it has no time of response.
      drop trigger reply_response on reply;
      create trigger reply_response before insert or update on reply
        for each row when (new.sent_at is not null and new.response_seconds is null and new.mention_id is not null)
        execute function note_response();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger reply_response on reply;
      create trigger reply_response before insert or update on reply
        for each row when (new.sent_at is not null and new.response_seconds is null)
        execute function note_response();
      drop index reply_of_incident, reply_one_post;
      delete from reply_removal where reply_id in (select id from reply where incident_id is not null);
      delete from reply where incident_id is not null;
      alter table reply
        drop constraint reply_post_two_keys,
        drop constraint reply_previous,
        drop constraint reply_occasion,
        drop constraint reply_second_asked,
        add constraint reply_second_asked check (second_asked in ('level', 'sensitivity', 'invitation')),
        alter column previous_state set not null,
        alter column mention_id set not null,
        drop column incident_id;
    `);
  }
}
