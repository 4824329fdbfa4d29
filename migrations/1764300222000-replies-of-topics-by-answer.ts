import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The replies of a topic say from their index which answer they are of. */
export class RepliesOfTopicsByAnswer1764300222000 implements MigrationInterface {
  readonly name = 'RepliesOfTopicsByAnswer1764300222000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table topic_reply add column answer_version_id bigint;
      update topic_reply t set answer_version_id = r.answer_version_id from reply r where r.id = t.reply_id;
      alter table topic_reply alter column answer_version_id set not null;
      ${index(', answer_version_id')}
      ${functions(['answer_version_id'])}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${functions([])}
      ${index('')}
      alter table topic_reply drop column answer_version_id;
    `);
  }
}

const index = (further: string) => `
  drop index topic_reply_sent;
  create index topic_reply_sent on topic_reply (topic_id, realm, sent_at, reply_id)
    include (response_seconds, network, mention_language, asked_before, carries_message${further});`;

function functions(further: string[]): string {
  const columns = [
    ...['id', 'realm', 'sent_at', 'network', 'mention_language', 'response_seconds', 'asked_before'],
    ...['carries_message', ...further],
  ];
  const of = (row: string) => columns.map((column) => `${row}.${column}`).join(', ');
  const into = ['topic_id', ...columns.map((column) => (column === 'id' ? 'reply_id' : column))].join(', ');
  return `
    create or replace function note_reply_of_topics() returns trigger language plpgsql as $$
    begin
      -- Whoever attaches a topic holds the mention's row: after it either sees the other.
      perform from mention m join mention_identity i on i.mention_id = m.id and i.published_at = m.published_at
        where i.mention_id = new.mention_id for share of m;
      insert into topic_reply (${into})
        select t.topic_id, ${of('new')} from mention_topic t where t.mention_id = new.mention_id
      on conflict (topic_id, reply_id) do update set sent_at = excluded.sent_at,
        response_seconds = excluded.response_seconds, asked_before = excluded.asked_before,
        carries_message = excluded.carries_message;
      return null;
    end $$;

    create or replace function note_replies_of_topic() returns trigger language plpgsql as $$
    begin
      insert into topic_reply (${into})
        select t.topic_id, ${of('r')} from attached t join reply r on r.mention_id = t.mention_id
        where r.state = 'sent' and r.corrects_id is null and r.sent_at is not null
      on conflict do nothing;
      return null;
    end $$;`;
}
