import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Realm and state of a mention stand beside its topics, so that what waits in a large topic is counted from an index;
 * and the few mentions of a harm are found without walking through all the others.
 */
export class TopicLists1764300052000 implements MigrationInterface {
  readonly name = 'TopicLists1764300052000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mention_topic add column realm text, add column state text;
      update mention_topic t set realm = m.realm, state = m.state from mention m
        where m.id = t.mention_id and m.published_at = t.published_at;
      delete from mention_topic where realm is null;
      alter table mention_topic alter column realm set not null, alter column state set not null;
      create index mention_topic_state on mention_topic (topic_id, realm, state, published_at desc, mention_id desc);

      -- Whoever attaches a topic holds the mention's row, so the state that is read here stands still.
      create function note_topic_state() returns trigger language plpgsql as $$
      begin
        select m.realm, m.state into new.realm, new.state from mention m
          where m.id = new.mention_id and m.published_at = new.published_at;
        return new;
      end $$;
      create trigger mention_topic_state before insert on mention_topic
        for each row when (new.state is null) execute function note_topic_state();

      -- Whatever route a mention took to its state, its topics know.
      create function move_topic_state() returns trigger language plpgsql as $$
      begin
        update mention_topic set state = new.state
          where mention_id = new.id and published_at = new.published_at;
        return null;
      end $$;
      create trigger mention_state after update of state on mention
        for each row when (old.state is distinct from new.state) execute function move_topic_state();

      create index mention_harm on mention (harm, published_at desc, id desc)
        where assessed_at is not null and not own and harm <> 'none';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index mention_harm;
      drop trigger mention_state on mention;
      drop function move_topic_state();
      drop trigger mention_topic_state on mention_topic;
      drop function note_topic_state();
      drop index mention_topic_state;
      alter table mention_topic drop column realm, drop column state;
    `);
  }
}
