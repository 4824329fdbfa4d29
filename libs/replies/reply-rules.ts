import type { EntityManager } from 'typeorm';
import type { ReplyRules } from './contract.js';

interface RulesRow {
  secondFromLevel: number | null;
  secondAtHighSensitivity: boolean;
  byId: string | null;
  byName: string | null;
  at: Date;
}

/** The rules that hold at this moment: the newest row. */
export async function readReplyRules(manager: EntityManager): Promise<ReplyRules> {
  const [row]: RulesRow[] = await manager.query(
    `select second_from_level as "secondFromLevel", second_at_high_sensitivity as "secondAtHighSensitivity",
       person_id as "byId", person.name as "byName", reply_rules.at
     from reply_rules left join person on person.id = person_id order by reply_rules.id desc limit 1`,
  );
  if (!row) throw new Error('the rules of replies are missing');
  return {
    secondFromLevel: row.secondFromLevel,
    secondAtHighSensitivity: row.secondAtHighSensitivity,
    by: row.byId === null ? null : { id: row.byId, name: row.byName ?? '' },
    at: row.at.toISOString(),
  };
}
