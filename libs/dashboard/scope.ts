import type { EntityManager } from 'typeorm';
import { type FigureScope, fullHours, rangeOf } from '#figures';
import { notFound } from '#platform/problem';
import type { ScopeQuery } from './contract-schemas.js';

/** What is asked for, as the figures take it. Refuses a topic that is not there. */
export async function scopeOf(manager: EntityManager, query: ScopeQuery, now: Date): Promise<FigureScope> {
  if (query.topicId !== undefined) await topicName(manager, query.topicId);
  const range =
    query.from !== undefined && query.to !== undefined
      ? fullHours(new Date(query.from), new Date(query.to))
      : rangeOf(query.span, now);
  return {
    realm: query.realm,
    topicId: query.topicId ?? null,
    networks: query.network ?? [],
    languages: query.language ?? [],
    ...range,
  };
}

export async function topicName(manager: EntityManager, topicId: string): Promise<string> {
  const [topic]: { name: string }[] = await manager.query('select name from topic where id = $1', [topicId]);
  if (!topic) throw notFound('topic-not-found', 'There is no such topic.');
  return topic.name;
}

export function rangeView({ from, to }: { from: Date; to: Date }): { from: string; to: string } {
  return { from: from.toISOString(), to: to.toISOString() };
}
