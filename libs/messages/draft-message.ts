import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Writer } from '#answers';
import type { Locale } from '#platform/contract';
import { conflict } from '#platform/problem';
import { finishMessageChange, lockMessageSet } from './change-message-set.js';
import { MOST_MESSAGES, type MessageContent } from './contract.js';
import { insertVersion, refuseBad, refuseTakenPlace, updateDraft } from './message-drafts.service.js';

/** Length of a message in one language. */
const MESSAGE_LENGTH = 200;

/** Where a message is to stand: in a house or map that is there, or in a new map. */
export type MessagePlace =
  { setId: string } | { setId: null; topicId: string | null; departmentIds: readonly string[] };

/**
 * Adds a message to the draft of a house or map, within the transaction of whoever has it: the open draft, else the next
 * version, which begins with what stands there. What is approved stays in force; nothing of the draft is approved.
 */
export async function draftMessage(
  manager: EntityManager,
  place: MessagePlace,
  words: string,
  language: Locale,
  writer: Writer,
): Promise<{ setId: string; key: string }> {
  const key = `m_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const text = { fr: '', en: '', [language]: shortened(words) };
  const message = { key, text, proofs: [] };
  if (place.setId === null) {
    const content: MessageContent = {
      umbrella: null,
      concern: { fr: '', en: '' },
      messages: [message],
      departmentIds: [...new Set(place.departmentIds)],
    };
    return { setId: await newMap(manager, place.topicId, content, writer), key };
  }
  const { setId } = place;
  const versions = await lockMessageSet(manager, setId);
  const newest = versions[0];
  if (!newest) throw new Error('messages have no version');
  if (newest.state === 'in_review')
    throw conflict('version-in-review', `Version ${newest.number} is in review; withdraw it to change it.`, {
      version: newest.number,
    });
  if (newest.content.messages.length >= MOST_MESSAGES)
    throw conflict('message-set-full', `There are ${MOST_MESSAGES} messages already.`, {
      most: MOST_MESSAGES,
    });
  const content = { ...newest.content, messages: [...newest.content.messages, message] };
  await refuseBad(manager, newest.kind, content, setId);
  if (newest.state === 'draft') await updateDraft(manager, newest, content, writer);
  else {
    const number = newest.number + 1;
    await insertVersion(manager, setId, number, content, writer);
    await finishMessageChange(manager, setId, [
      { actor: writer, action: 'messages.version_started', after: { version: number, ...content } },
    ]);
  }
  return { setId, key };
}

async function newMap(
  manager: EntityManager,
  topicId: string | null,
  content: MessageContent,
  writer: Writer,
): Promise<string> {
  await refuseTakenPlace(manager, 'map', topicId);
  await refuseBad(manager, 'map', content, null);
  const [set]: { id: string }[] = await manager.query(
    `insert into message_set (kind, topic_id) values ('map', $1) returning id`,
    [topicId],
  );
  if (!set) throw new Error('a map was not inserted');
  await insertVersion(manager, set.id, 1, content, writer);
  await finishMessageChange(manager, set.id, [
    { actor: writer, action: 'messages.created', after: { kind: 'map', topicId, version: 1, ...content } },
  ]);
  return set.id;
}

function shortened(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  return line.length <= MESSAGE_LENGTH ? line : `${line.slice(0, MESSAGE_LENGTH - 1)}…`;
}
