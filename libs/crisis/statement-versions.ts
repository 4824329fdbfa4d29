import type { EntityManager } from 'typeorm';
import { isCurrentSql } from '#answers';
import { conflict } from '#platform/problem';
import type { Placeholder, Variant, VersionContent } from '#contract/answers';

/** A holding statement that may be published now. */
export interface StatementVersion {
  answerId: string;
  question: { fr: string; en: string };
  strategy: VersionContent['strategy'];
  topicId: string | null;
  levelMin: number;
  levelMax: number;
  placeholders: Placeholder[];
  variants: Variant[];
}

/** Approved and current holding statements for a level, of the topic or of none; or the one of this id. */
export function readStatementVersions(
  manager: EntityManager,
  { topicId, level, answerId = null }: { topicId: string; level: number; answerId?: string | null },
): Promise<StatementVersion[]> {
  return manager.query(
    `select v.answer_id as "answerId", json_build_object('fr', v.question_fr, 'en', v.question_en) as question,
       v.strategy, v.topic_id as "topicId", v.level_min as "levelMin", v.level_max as "levelMax", v.placeholders,
       (select coalesce(json_agg(json_build_object('id', r.id::text, 'language', r.language, 'network', r.network,
          'body', r.body) order by r.id), '[]') from answer_variant r where r.version_id = v.id) as variants
     from answer_version v join answer a on a.id = v.answer_id
     where a.kind = 'holding_statement' and ${isCurrentSql('v')} and $2 between v.level_min and v.level_max
       and (v.topic_id is null or v.topic_id = $1) and ($3::bigint is null or v.answer_id = $3)
     order by v.topic_id nulls last, v.answer_id`,
    [topicId, level, answerId],
  );
}

/** The holding statement of this id, if it may be published now. Throws `statement-not-ready`. */
export async function readyStatement(
  manager: EntityManager,
  incident: { topicId: string; level: number },
  answerId: string,
): Promise<StatementVersion> {
  const [version] = await readStatementVersions(manager, { ...incident, answerId });
  if (version) return version;
  throw conflict(
    'statement-not-ready',
    'This is no approved holding statement for the topic and its level as it stands now.',
    { level: incident.level },
  );
}
