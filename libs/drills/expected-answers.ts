import type { EntityManager } from 'typeorm';
import type { Reaction } from './contract-scenario.js';
import type { DrillRecord } from './drill-record.js';

/**
 * What is expected, with the answers that fit called as the library asks their question in the language of the drill:
 * scenarios name them in either. What the library does not have keeps the name that the scenario gives it.
 */
export async function expectedInLanguage(
  manager: EntityManager,
  drill: DrillRecord,
): Promise<(expected: readonly Reaction[]) => Reaction[]> {
  const rows: { answerId: string; question: string }[] = await manager.query(
    `select distinct on (answer_id) answer_id as "answerId",
       case when $2 = 'fr' then question_fr else question_en end as question
     from answer_version where answer_id = any($1::bigint[]) order by answer_id, number desc`,
    [Object.values(drill.answers).filter((id) => id !== null), drill.language],
  );
  const questions = new Map(rows.map(({ answerId, question }) => [answerId, question]));
  const worded = (named: string) => questions.get(drill.answers[named] ?? '') || named;
  return (expected) =>
    expected.map((one) =>
      one.kind === 'reply' && one.answer !== null ? { ...one, answer: worded(one.answer) } : one,
    );
}
