import type { EntityManager } from 'typeorm';
import type { Realm } from '#platform/contract';
import type { MessageFigure } from './contract.js';
import { MESSAGE_FIGURES_SQL } from './message-figures-sql.js';

/** Whose messages, in which realm, and of what time. */
export interface MessageScope {
  /** null: the messages of the organisation. */
  topicId: string | null;
  realm: Realm;
  /** Inclusive; taken at its full minute, as the counters are. */
  since: Date;
  /** Exclusive; without it up to now. */
  until?: Date;
}

/**
 * What became of the messages of a topic, those in force first. For each message, since it first came into force:
 * penetration = replies that carry it / replies sent to mentions of the topic; pick-up = mentions of the topic that repeat
 * it / mentions of the topic. A find that a person rejected does not count as repeated.
 */
export async function messageFigures(manager: EntityManager, scope: MessageScope): Promise<MessageFigure[]> {
  const { topicId, ...span } = scope;
  const figures = await figuresOfTopics(manager, [topicId], span);
  return figures.get(topicId) ?? [];
}

/** The same of several topics at once. */
export async function figuresOfTopics(
  manager: EntityManager,
  topicIds: readonly (string | null)[],
  { realm, since, until }: Omit<MessageScope, 'topicId'>,
): Promise<Map<string | null, MessageFigure[]>> {
  const rows: Row[] = await manager.query(MESSAGE_FIGURES_SQL, [
    topicIds.map((id) => id ?? '0'),
    realm,
    since,
    until ?? new Date(),
  ]);
  // Messages that came into force only after a span that is over have nothing to say about it.
  const counted = rows.filter(({ from }) => until === undefined || from < until);
  return new Map(topicIds.map((id) => [id, counted.filter(({ topicId }) => topicId === id).map(view)]));
}

interface Row extends Omit<MessageFigure, 'text' | 'from' | 'penetration' | 'pickUp' | 'precision'> {
  topicId: string | null;
  fr: string;
  en: string;
  from: Date;
}

function view({ topicId: _, fr, en, from, ...row }: Row): MessageFigure {
  return {
    ...row,
    text: { fr, en },
    from: from.toISOString(),
    penetration: share(row.repliesCarrying, row.repliesSent),
    pickUp: share(row.mentionsRepeating, row.mentions),
    precision: share(row.confirmed, row.confirmed + row.rejected),
  };
}

/** null where there is nothing to be a share of. A post dated a little ahead may be found before it is counted: at most 1. */
function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.min(1, part / whole);
}
