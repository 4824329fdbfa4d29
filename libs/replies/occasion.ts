import type { EntityManager } from 'typeorm';
import type { Realm } from '#platform/contract';
import { type MentionToAnswer, lockMention } from './mention-to-answer.js';

/** An incident that is spoken of in a post of its own, on one of the organisation's accounts. */
export interface IncidentToSpeakOf {
  kind: 'incident';
  id: string;
  realm: Realm;
  network: string;
  /** The account that speaks. */
  sourceId: string;
  state: string;
  /** Where its topic stands now. */
  level: number;
  matterLevel: number;
  /** Posts wait for no other. */
  conversation: null;
}

/** What a text is published for: a mention that it answers, or an incident that it speaks of by itself. */
export type Occasion = MentionToAnswer | IncidentToSpeakOf;

/** What tells the occasion of a stored publication. */
export interface OccasionOf {
  mentionId: string | null;
  incidentId: string | null;
  sourceId: string | null;
}

/** The row's lock orders everyone who publishes for this occasion. It is always taken before the lock of a reply. */
export function lockOccasion(manager: EntityManager, of: OccasionOf): Promise<Occasion> {
  if (of.mentionId !== null) return lockMention(manager, of.mentionId);
  return readPostOccasion(manager, of.incidentId, of.sourceId, 'for no key update of i');
}

export async function readPostOccasion(
  manager: EntityManager,
  incidentId: string | null,
  sourceId: string | null,
  lock = '',
): Promise<IncidentToSpeakOf> {
  const [occasion]: IncidentToSpeakOf[] = await manager.query(
    `select 'incident' as kind, i.id, i.realm, s.network, s.id as "sourceId", i.state, null as conversation,
       coalesce((select l.level from topic_level l where l.topic_id = i.topic_id and l.realm = i.realm), 0) as level,
       coalesce((select l.level from topic_level l where l.topic_id = i.topic_id and l.realm = i.realm), 0) as "matterLevel"
     from incident i join source s on s.realm = i.realm where i.id = $1 and s.id = $2 ${lock}`,
    [incidentId, sourceId],
  );
  if (!occasion) throw new Error(`incident ${incidentId} or account ${sourceId} is not there`);
  return occasion;
}

/** Why a publication that waits may not leave any more, whatever its words; null: what it was made for still stands. */
export function endedMeanwhile(occasion: Occasion): { code: string; detail: string } | null {
  if (occasion.kind === 'incident') {
    if (occasion.state !== 'closed') return null;
    return { code: 'incident-closed-meanwhile', detail: 'the incident is closed by now' };
  }
  if (occasion.state === 'answered') return null;
  return { code: 'mention-changed-meanwhile', detail: `the mention is ${occasion.state} by now` };
}
