import type { EntityManager } from 'typeorm';
import { decodeCursor, encodeCursor } from '#platform/database';
import type { InputOf, ResponseOf } from '#platform/contract';
import { invalidField } from '#platform/problem';
import type { EscalationActor } from './acting.js';
import type { listEscalations } from './contract.js';
import { MEASURES } from './report-measures.js';
import { readEscalations } from './read-escalations.js';

type Query = InputOf<typeof listEscalations>['query'];

/** A page of escalations; `urgent` has the highest level first and, of one level, the newest. */
export async function listPage(
  manager: EntityManager,
  actor: EscalationActor,
  query: Query,
): Promise<ResponseOf<typeof listEscalations>> {
  const values: unknown[] = [];
  const where = ['true'];
  const and = (text: string, ...given: unknown[]) => {
    let index = 0;
    where.push(text.replaceAll('?', () => `$${values.push(given[index++])}`));
  };
  if (query.state) and('e.state = any(?::text[])', query.state);
  if (query.level) and('e.level = any(?::smallint[])', query.level);
  if (query.topicId) and('e.topic_id = ?::bigint', query.topicId);
  if (query.subjectType) and('e.subject_type = ?', query.subjectType);
  if (query.subjectId) and('e.subject_id = ?::bigint', query.subjectId);
  if (query.realm) and('e.realm = ?', query.realm);
  if (query.from) and('e.opened_at >= ?::timestamptz', query.from);
  if (query.to) and('e.opened_at < ?::timestamptz', query.to);
  if (query.departmentId) {
    and(
      'exists (select from escalation_ask a where a.escalation_id = e.id and a.department_id = ?::bigint)',
      query.departmentId,
    );
  }
  if (query.mine === 'true') {
    and(
      `(exists (select from escalation_ask a where a.escalation_id = e.id and
          (a.department_id = any(?::bigint[]) or a.owner_id = ?::bigint))
        or exists (select from escalation_asked q where q.escalation_id = e.id and q.person_id = ?::bigint))`,
      actor.departmentIds,
      actor.personId,
      actor.personId,
    );
  }
  if (query.measure) {
    where.push(
      `exists (select from escalation_ask a where a.escalation_id = e.id and ${MEASURES[query.measure]}
         ${query.departmentId ? `and a.department_id = $${values.push(query.departmentId)}::bigint` : ''})`,
    );
  }
  if (query.cursor) {
    const [level, id] = readCursor(query.cursor);
    if (query.sort === 'newest') and('e.id < ?::bigint', id);
    else and('(e.level, e.id) < (?::smallint, ?::bigint)', level, id);
  }
  const order = query.sort === 'newest' ? 'e.id desc' : 'e.level desc, e.id desc';
  const rows: { id: string; level: number }[] = await manager.query(
    `select e.id, e.level from escalation e where ${where.join(' and ')} order by ${order}
     limit $${values.push(query.limit + 1)}`,
    values,
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: await readEscalations(
      manager,
      actor,
      page.map(({ id }) => id),
    ),
    next: rows.length > query.limit && last ? encodeCursor([last.level, last.id]) : null,
  };
}

function readCursor(cursor: string): [number, string] {
  const [level, id] = decodeCursor(cursor, 2) ?? [];
  if (typeof level === 'number' && Number.isInteger(level) && level >= 0 && level <= 4) {
    if (typeof id === 'string' && /^\d{1,18}$/.test(id)) return [level, id];
  }
  throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list');
}
