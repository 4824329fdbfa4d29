import type { EntityManager } from 'typeorm';
import type { Policy, Step } from './policy.js';

export interface StoredPolicy extends Policy {
  name: string;
  description: string;
  version: number;
  updatedAt: Date;
}

/** Every policy, the default first. */
export async function readPolicies(
  manager: EntityManager,
  id: string | null = null,
): Promise<StoredPolicy[]> {
  const rows: (Omit<StoredPolicy, 'steps'> & { steps: Step[] })[] = await manager.query(
    `select id, name, description, topic_id as "topicId", level_min as "levelMin", level_max as "levelMax", salience,
       is_default as "isDefault", active, decide_minutes as "decideMinutes", steps, version,
       updated_at as "updatedAt"
     from escalation_policy where $1::bigint is null or id = $1
     order by is_default desc, active desc, lower(name)`,
    [id],
  );
  return rows;
}
