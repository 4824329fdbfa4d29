import type { EntityManager } from 'typeorm';
import type { InputOf, ResponseOf } from '#platform/contract';
import { decodeCursor, encodeCursor } from '#platform/database';
import { invalidField } from '#platform/problem';
import type { listIncidents } from './contract.js';
import { readIncidents } from './read-incident.js';

/** A page of incidents, newest first. Throws `cursor-invalid`. */
export async function listPage(
  manager: EntityManager,
  { realm, state, topicId, cursor, limit }: InputOf<typeof listIncidents>['query'],
  now: Date,
): Promise<ResponseOf<typeof listIncidents>> {
  const after = cursor === undefined ? null : decodeCursor(cursor, 2);
  if (cursor !== undefined && after === null)
    throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list');
  const rows: { id: string; declaredAt: string }[] = await manager.query(
    `select i.id, i.declared_at::text as "declaredAt" from incident i
     where i.realm = $1 and ($2::text[] is null or i.state = any($2)) and ($3::bigint is null or i.topic_id = $3)
       and ($4::timestamptz is null or (i.declared_at, i.id) < ($4::timestamptz, $5::bigint))
     order by i.declared_at desc, i.id desc limit $6`,
    [realm, state ?? null, topicId ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await readIncidents(
      manager,
      page.map(({ id }) => id),
      now,
    ),
    next: rows.length > limit && last ? encodeCursor([last.declaredAt, last.id]) : null,
  };
}
