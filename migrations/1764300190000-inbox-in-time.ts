import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words are searched for backwards in time: the index of the search knows when a mention was published (by hour and
 * day), its level, state and realm, so that a page reads the newest hits and not all of them. And the level of a
 * mention stands beside its topics, so that the urgent ones of a topic are read in their order.
 */
export class InboxInTime1764300190000 implements MigrationInterface {
  readonly name = 'InboxInTime1764300190000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The numbers are those of search-marks.ts.
      create function mention_marks(published_at timestamptz, level smallint, state text, realm text) returns integer[]
        immutable parallel safe language sql return array[
          floor(extract(epoch from (published_at - timestamptz '2000-01-01 00:00:00+00')) / 3600)::integer,
          floor(extract(epoch from (published_at - timestamptz '2000-01-01 00:00:00+00')) / 86400)::integer + 10000000,
          30000000 + level,
          case state when 'new' then 40000000 when 'in_progress' then 40000001 when 'answered' then 40000002
            when 'escalated' then 40000003 else 40000004 end,
          case realm when 'live' then 50000000 else 50000001 end];
      drop index mention_search;
      create index mention_search on mention using gin (search, mention_marks(published_at, level, state, realm));

      alter table mention_topic add column level smallint;
      update mention_topic t set level = m.level from mention m
        where m.id = t.mention_id and m.published_at = t.published_at;
      alter table mention_topic alter column level set not null;
      create index mention_topic_urgent on mention_topic
        (topic_id, realm, state, level desc, published_at desc, mention_id desc);

      create or replace function note_topic_state() returns trigger language plpgsql as $$
      begin
        select m.realm, m.state, m.level into new.realm, new.state, new.level from mention m
          where m.id = new.mention_id and m.published_at = new.published_at;
        return new;
      end $$;
      drop trigger mention_topic_state on mention_topic;
      create trigger mention_topic_state before insert on mention_topic
        for each row when (new.state is null or new.level is null) execute function note_topic_state();

      create or replace function move_topic_state() returns trigger language plpgsql as $$
      begin
        update mention_topic set state = new.state, level = new.level
          where mention_id = new.id and published_at = new.published_at;
        return null;
      end $$;
      drop trigger mention_state on mention;
      create trigger mention_state after update of state, level on mention
        for each row when (old.state is distinct from new.state or old.level is distinct from new.level)
        execute function move_topic_state();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger mention_state on mention;
      create trigger mention_state after update of state on mention
        for each row when (old.state is distinct from new.state) execute function move_topic_state();
      create or replace function move_topic_state() returns trigger language plpgsql as $$
      begin
        update mention_topic set state = new.state
          where mention_id = new.id and published_at = new.published_at;
        return null;
      end $$;
      drop trigger mention_topic_state on mention_topic;
      create trigger mention_topic_state before insert on mention_topic
        for each row when (new.state is null) execute function note_topic_state();
      create or replace function note_topic_state() returns trigger language plpgsql as $$
      begin
        select m.realm, m.state into new.realm, new.state from mention m
          where m.id = new.mention_id and m.published_at = new.published_at;
        return new;
      end $$;
      drop index mention_topic_urgent;
      alter table mention_topic drop column level;
      drop index mention_search;
      drop function mention_marks;
      create index mention_search on mention using gin (search);
    `);
  }
}
