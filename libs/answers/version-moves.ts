import type { EntityManager } from 'typeorm';

export { wrote } from './wrote.js';

/** Decisions taken no longer count; a refusal stays readable until the version is submitted again. */
export async function voidDecisions(
  manager: EntityManager,
  versionId: string,
  exceptDepartment?: string,
): Promise<void> {
  await manager.query(
    `update answer_approval set void = true
     where version_id = $1 and not void and department_id is distinct from $2::bigint`,
    [versionId, exceptDepartment ?? null],
  );
}

export async function backToDraft(manager: EntityManager, versionId: string): Promise<void> {
  await manager.query(
    `update answer_version set state = 'draft', content_hash = null, submitted_at = null, revision = revision + 1
     where id = $1`,
    [versionId],
  );
}

export async function closeVersion(
  manager: EntityManager,
  versionId: string,
  state: string,
  reason: string | null,
): Promise<void> {
  await manager.query(
    'update answer_version set state = $2, closed_at = clock_timestamp(), closed_reason = $3 where id = $1',
    [versionId, state, reason],
  );
}
