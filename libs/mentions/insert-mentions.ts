import type { EntityManager } from 'typeorm';
import type { CheckedMention } from './incoming-mention.js';

/** A mention with the identity and the author's row that it was just given. */
export interface NewMention extends CheckedMention {
  id: string;
  authorId: string | null;
}

/**
 * Writes new mentions and queues them for classification, in two statements whatever their number. The organisation's
 * own posts are context: they count as assessed and are never queued.
 */
export async function insertMentions(manager: EntityManager, mentions: readonly NewMention[]): Promise<void> {
  if (mentions.length === 0) return;
  await manager.query(
    INSERT_MENTIONS,
    COLUMNS.map(([, , value]) => mentions.map(value)),
  );
  const work = mentions.filter((mention) => !mention.own);
  if (work.length === 0) return;
  await manager.query(
    `insert into mention_queue (mention_id, published_at)
     select * from unnest($1::bigint[], $2::timestamptz[])`,
    [work.map((mention) => mention.id), work.map((mention) => mention.publishedAt)],
  );
}

const COLUMNS: readonly (readonly [column: string, type: string, value: (mention: NewMention) => unknown])[] =
  [
    ['id', 'bigint', (mention) => mention.id],
    ['published_at', 'timestamptz', (mention) => mention.publishedAt],
    ['realm', 'text', (mention) => mention.realm],
    ['network', 'text', (mention) => mention.network],
    ['external_id', 'text', (mention) => mention.externalId],
    ['source_id', 'bigint', (mention) => mention.sourceId],
    ['import_id', 'bigint', (mention) => mention.importId],
    ['url', 'text', (mention) => mention.url],
    ['author_handle', 'text', (mention) => mention.authorHandle],
    ['author_name', 'text', (mention) => mention.authorName],
    ['author_followers', 'integer', (mention) => mention.authorFollowers],
    ['author_url', 'text', (mention) => mention.authorUrl],
    ['author_id', 'bigint', (mention) => mention.authorId],
    ['text', 'text', (mention) => mention.text],
    ['edited_at', 'timestamptz', (mention) => mention.editedAt],
    ['in_reply_to', 'text', (mention) => mention.inReplyTo],
    ['conversation_key', 'text', (mention) => mention.conversationKey],
    ['own', 'boolean', (mention) => mention.own],
    ['has_media', 'boolean', (mention) => mention.hasMedia],
    ['extra', 'jsonb', (mention) => (mention.extra === null ? null : JSON.stringify(mention.extra))],
  ];

const NAMES = COLUMNS.map(([column]) => column).join(', ');
const ARRAYS = COLUMNS.map(([, type], place) => `$${place + 1}::${type}[]`).join(', ');
const INSERT_MENTIONS = `
  insert into mention (${NAMES}, assessed_at)
  select ${NAMES}, case when own then now() end from unnest(${ARRAYS}) as incoming(${NAMES})`;
