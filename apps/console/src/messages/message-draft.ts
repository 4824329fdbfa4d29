import type { Message, MessageContent, MessageSetKind, MessageVersion } from '#contract/messages';
import { newKey } from '../shared/new-key.js';

/** A message without words yet; its key is its own for good, whatever it will say. */
export function nextMessage(): Message {
  return { key: `m-${newKey().slice(0, 8)}`, text: { fr: '', en: '' }, proofs: [] };
}

/** What one begins with: the parts that the kind asks for, empty. */
export function emptyMessages(kind: MessageSetKind): MessageContent {
  return {
    umbrella: kind === 'house' ? nextMessage() : null,
    concern: { fr: '', en: '' },
    messages: kind === 'house' ? [nextMessage()] : [nextMessage(), nextMessage(), nextMessage()],
    departmentIds: [],
  };
}

/** What an author writes, out of a version that exists. */
export function messagesOf({ umbrella, concern, messages, departmentIds }: MessageVersion): MessageContent {
  return { umbrella, concern, messages, departmentIds };
}
