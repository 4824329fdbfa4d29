import type { EntityManager } from 'typeorm';
import { leaveAllPickUp } from '#messages';
import { type CounterMove, EVERY_MENTION } from '#topics';
import { voiceCounted } from './counted-voice.js';
import { lockMentions } from './locked-mentions.js';

/**
 * Takes back what was made of the former text of posts that are judged anew, in the transaction that writes what is made
 * of the new one: until then they count as before. Returns the moves that take them out of the counters, to be made
 * together with those of the new judgement, so that cells are locked in one order. Posts never judged have none.
 */
export async function takeBackJudgements(
  manager: EntityManager,
  mentionIds: readonly string[],
): Promise<CounterMove[]> {
  if (mentionIds.length === 0) return [];
  const judged = await lockMentions(manager, mentionIds);
  if (judged.size === 0) return [];
  const ids = [...judged.keys()];
  const [left]: [{ mentionId: string; topicId: string }[], number] = await manager.query(
    `delete from mention_topic where mention_id = any($1::bigint[])
     returning mention_id as "mentionId", topic_id::text as "topicId"`,
    [ids],
  );
  await leaveAllPickUp(manager, ids);
  const counted = [...ids.map((mentionId) => ({ mentionId, topicId: EVERY_MENTION })), ...left];
  return counted.flatMap(({ mentionId, topicId }): CounterMove[] => {
    const mention = judged.get(mentionId);
    if (!mention) return [];
    const { publishedAt, realm, network, language, level } = mention;
    const voice = voiceCounted(mention, mention.assessment);
    return [{ publishedAt, realm, network, language, level, topicId, ...voice, by: -1 }];
  });
}
