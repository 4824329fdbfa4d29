import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { canonicalJson, type Writer } from '#answers';
import { inTransaction } from '#platform/database';
import { conflict, invalid, invalidField } from '#platform/problem';
import { finishMessageChange, lockMessageSet } from './change-message-set.js';
import { checkMessageDraft } from './check-messages.js';
import type { MessageContent, MessageSetKind } from './contract.js';
import { messageReferences } from './message-references.js';
import type { MessageVersionRecord } from './message-version-record.js';

export interface NewMessageSet {
  kind: MessageSetKind;
  /** null: of the organisation. */
  topicId: string | null;
  content: MessageContent;
}

/** Writing houses and maps: a first draft, and saving drafts; what is approved is never touched. */
@Injectable()
export class MessageDraftsService {
  constructor(private readonly dataSource: DataSource) {}

  /** Starts a house or map with its first version; returns its id. */
  create({ kind, topicId, content: given }: NewMessageSet, writer: Writer): Promise<string> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const content = tidied(given);
      await refuseTakenPlace(manager, kind, topicId);
      await refuseBad(manager, kind, content, null);
      const [set]: { id: string }[] = await manager.query(
        `insert into message_set (kind, topic_id) values ($1, $2) on conflict do nothing returning id`,
        [kind, topicId],
      );
      if (!set) throw houseExists();
      await insertVersion(manager, set.id, 1, content, writer);
      await finishMessageChange(manager, set.id, [
        { actor: writer, action: 'messages.created', after: { kind, topicId, version: 1, ...content } },
      ]);
      return set.id;
    });
  }

  /**
   * Saves the open draft, or starts the next version when there is none. `revision` is the one the writer started
   * from: given when and only when there was a draft.
   */
  save(setId: string, given: MessageContent, revision: number | undefined, writer: Writer): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const versions = await lockMessageSet(manager, setId);
      const newest = versions[0];
      if (!newest) throw new Error('messages have no version');
      const content = tidied(given);
      await refuseBad(manager, newest.kind, content, setId);
      const open = versions.find(({ state }) => state === 'draft' || state === 'in_review');
      if (open?.state === 'in_review') {
        throw conflict(
          'version-in-review',
          `Version ${open.number} is in review; withdraw it to change it.`,
          {
            version: open.number,
          },
        );
      }
      if (open?.revision !== revision) {
        throw conflict('changed-meanwhile', 'The draft was changed or replaced since you opened it.', {
          revision: open?.revision ?? null,
        });
      }
      if (open) await updateDraft(manager, open, content, writer);
      else {
        await insertVersion(manager, setId, newest.number + 1, content, writer);
        await finishMessageChange(manager, setId, [
          {
            actor: writer,
            action: 'messages.version_started',
            after: { version: newest.number + 1, ...content },
          },
        ]);
      }
    });
  }
}

export async function updateDraft(
  manager: EntityManager,
  draft: MessageVersionRecord,
  content: MessageContent,
  writer: Writer,
): Promise<void> {
  // Saving without a change makes nobody a writer of these words.
  if (canonicalJson(draft.content) === canonicalJson(content)) return;
  const { departmentIds, ...words } = content;
  await manager.query(
    `update message_set_version set revision = revision + 1, content = $3, department_ids = $4,
       editor_ids = case when $2::bigint = any(editor_ids) then editor_ids else editor_ids || $2::bigint end
     where id = $1`,
    [draft.id, writer.personId, JSON.stringify(words), departmentIds],
  );
  await finishMessageChange(manager, draft.setId, [
    {
      actor: writer,
      action: 'messages.draft_saved',
      before: { version: draft.number, ...draft.content },
      after: { version: draft.number, ...content },
    },
  ]);
}

export async function insertVersion(
  manager: EntityManager,
  setId: string,
  number: number,
  { departmentIds, ...words }: MessageContent,
  writer: Writer,
): Promise<void> {
  await manager.query(
    `insert into message_set_version (set_id, number, state, author_id, editor_ids, department_ids, content)
     values ($1, $2, 'draft', $3::bigint, array[$3::bigint], $4, $5)`,
    [setId, number, writer.personId, departmentIds, JSON.stringify(words)],
  );
}

export async function refuseTakenPlace(
  manager: EntityManager,
  kind: MessageSetKind,
  topicId: string | null,
): Promise<void> {
  if (topicId !== null) {
    const topics: unknown[] = await manager.query('select from topic where id = $1', [topicId]);
    if (topics.length === 0) {
      throw invalidField('topicId', 'unknown-topic', `there is no topic ${topicId}`, { topicId });
    }
  }
  if (kind === 'map') return;
  const houses: unknown[] = await manager.query(
    `select from message_set where kind = 'house' and topic_id is not distinct from $1::bigint`,
    [topicId],
  );
  if (houses.length > 0) throw houseExists();
}

/** Refuses what not even a draft may hold, naming the fields of the request. */
export async function refuseBad(
  manager: EntityManager,
  kind: MessageSetKind,
  content: MessageContent,
  setId: string | null,
): Promise<void> {
  const errors = [...checkMessageDraft(kind, content), ...(await messageReferences(manager, content, setId))];
  if (errors.length > 0) {
    throw invalid(errors.map((error) => ({ ...error, field: `content.${error.field}` })));
  }
}

function houseExists() {
  return conflict('message-house-exists', 'There is a message house here already; write its next version.');
}

/** Each department once; proofs that nobody has begun left out. */
function tidied(content: MessageContent): MessageContent {
  const begun = ({ fr, en }: { fr: string; en: string }) => fr !== '' || en !== '';
  return {
    ...content,
    departmentIds: [...new Set(content.departmentIds)],
    umbrella: content.umbrella && { ...content.umbrella, proofs: content.umbrella.proofs.filter(begun) },
    messages: content.messages.map((message) => ({ ...message, proofs: message.proofs.filter(begun) })),
  };
}
