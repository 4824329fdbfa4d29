import type { EntityManager } from 'typeorm';
import { exerciseMark, notify } from '#notifications';
import { permissionsOf, ROLES } from '#platform/contract';
import type { RequestRecord } from './request-record.js';

type ToldRequest = Pick<RequestRecord, 'id' | 'realm' | 'question' | 'level' | 'departmentIds'>;

const QUESTION_LENGTH = 140;
/** Roles that approve answers: whoever has one of them in an asked department can see to it. */
const APPROVING = ROLES.filter((role) => permissionsOf([role]).includes('answers.approve'));

/** An answer is missing: those who write and approve for the departments are asked. */
export async function tellAsked(
  manager: EntityManager,
  request: ToldRequest,
  departmentIds: readonly string[],
  by: { personId: string; name: string },
): Promise<void> {
  const people: { id: string }[] = await manager.query(
    `select distinct p.id from person p join person_department d on d.person_id = p.id
     where d.department_id = any($1::bigint[]) and p.active and p.roles && $2::text[] and p.id <> $3`,
    [departmentIds, APPROVING, by.personId],
  );
  await notify(manager, {
    kind: 'answer.asked',
    personIds: people.map(({ id }) => id),
    level: request.level,
    groupKey: `answer_request:${request.id}`,
    params: { ...exerciseMark(request.realm), question: shortened(request.question), by: by.name },
    link: `/requests/${request.id}`,
  });
}

/** Its time has passed: those who can see to it are told, and whoever asked, who has to do without for now. */
export async function tellOverdue(
  manager: EntityManager,
  request: ToldRequest & Pick<RequestRecord, 'askedBy'>,
): Promise<void> {
  const people: { id: string }[] = await manager.query(
    `select distinct p.id from person p left join person_department d on d.person_id = p.id
     where p.active and (p.id = $3 or (d.department_id = any($1::bigint[]) and p.roles && $2::text[]))`,
    [request.departmentIds, APPROVING, request.askedBy],
  );
  await notify(manager, {
    kind: 'answer.overdue',
    personIds: people.map(({ id }) => id),
    level: request.level,
    groupKey: `answer_request:${request.id}:overdue`,
    params: { ...exerciseMark(request.realm), question: shortened(request.question) },
    link: `/requests/${request.id}`,
  });
}

/** The answer may be used: whoever asked, or brought a mention to it, can answer now. */
export async function tellReady(manager: EntityManager, request: ToldRequest): Promise<void> {
  const people: { id: string }[] = await manager.query(
    `select distinct p.id from person p where p.active and p.id in (
       select r.asked_by from answer_request r where r.id = $1
       union select rm.added_by from answer_request_mention rm where rm.request_id = $1 and rm.standing = 'attached')`,
    [request.id],
  );
  await notify(manager, {
    kind: 'answer.ready',
    personIds: people.map(({ id }) => id),
    level: request.level,
    groupKey: `answer_request:${request.id}:ready`,
    params: { ...exerciseMark(request.realm), question: shortened(request.question) },
    link: `/requests/${request.id}`,
  });
}

function shortened(question: string): string {
  const line = question.replace(/\s+/gu, ' ');
  return line.length <= QUESTION_LENGTH ? line : `${line.slice(0, QUESTION_LENGTH - 1)}…`;
}
