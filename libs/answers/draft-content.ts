import type { EntityManager } from 'typeorm';
import type { FieldError } from '#platform/contract';
import { invalid } from '#platform/problem';
import { checkDraft } from './check-content.js';
import type { VersionContent } from './contract.js';

/** Refuses what not even a draft may hold, naming the fields of the request. */
export async function refuseBadDraft(manager: EntityManager, content: VersionContent): Promise<void> {
  const errors = [...checkDraft(content), ...(await unknownReferences(manager, content))];
  if (errors.length > 0) {
    throw invalid(errors.map((error) => ({ ...error, field: `content.${error.field}` })));
  }
}

/** Departments and the topic that do not exist. */
export async function unknownReferences(
  manager: EntityManager,
  content: Pick<VersionContent, 'departmentIds' | 'topicId'>,
): Promise<FieldError[]> {
  const [found]: { departments: string[] | null; topic: boolean }[] = await manager.query(
    `select (select array_agg(id) from department where id = any($1::bigint[])) as departments,
       $2::bigint is null or exists (select from topic where id = $2::bigint) as topic`,
    [content.departmentIds, content.topicId],
  );
  const known = new Set(found?.departments ?? []);
  const errors: FieldError[] = content.departmentIds.flatMap((id, index) =>
    known.has(id)
      ? []
      : [
          {
            field: `departmentIds.${index}`,
            code: 'unknown-department',
            detail: `there is no department ${id}`,
            params: { departmentId: id },
          },
        ],
  );
  if (!found?.topic) {
    errors.push({ field: 'topicId', code: 'unknown-topic', detail: `there is no topic ${content.topicId}` });
  }
  return errors;
}
