import type { EntityManager } from 'typeorm';
import type { ChangeRequest } from './contract.js';

interface ChangeRequestRow {
  id: string;
  answer_id: string;
  person_id: string;
  person_name: string;
  at: Date;
  reason: string;
  about_number: number;
  number: number | null;
  approved_at: Date | null;
  suspended: boolean;
  closed_at: Date | null;
  closed_by: string | null;
  closed_reason: string | null;
}

/** SQL: how many requests for a change of answer `a` are neither done nor set aside. */
export const openChangeRequestsSql = (
  answerId: string,
) => `(select count(*) from answer_change_request request
  left join answer_version asked on asked.id = request.version_id
  where request.answer_id = ${answerId} and request.closed_at is null and asked.approved_at is null)`;

/** The changes that were asked for of each answer, newest first. */
export async function readChangeRequests(
  manager: EntityManager,
  answerIds: readonly string[],
): Promise<ReadonlyMap<string, ChangeRequest[]>> {
  const rows: ChangeRequestRow[] = await manager.query(
    `select request.id, request.answer_id, request.person_id, person.name as person_name, request.at, request.reason,
       about.number as about_number, version.number, version.approved_at, request.suspended, request.closed_at,
       closer.name as closed_by, request.closed_reason
     from answer_change_request request
       join person on person.id = request.person_id
       join answer_version about on about.id = request.about_version_id
       left join answer_version version on version.id = request.version_id
       left join person closer on closer.id = request.closed_by_id
     where request.answer_id = any($1::bigint[]) order by request.id desc`,
    [answerIds],
  );
  const byAnswer = new Map<string, ChangeRequest[]>();
  for (const row of rows) byAnswer.set(row.answer_id, [...(byAnswer.get(row.answer_id) ?? []), view(row)]);
  return byAnswer;
}

function view(row: ChangeRequestRow): ChangeRequest {
  return {
    id: row.id,
    by: { id: row.person_id, name: row.person_name },
    at: row.at.toISOString(),
    reason: row.reason,
    aboutVersion: row.about_number,
    versionNumber: row.number,
    suspended: row.suspended,
    state: row.closed_at !== null ? 'set_aside' : row.approved_at !== null ? 'done' : 'open',
    closed:
      row.closed_at === null
        ? null
        : { by: row.closed_by ?? '', at: row.closed_at.toISOString(), reason: row.closed_reason ?? '' },
  };
}
