import type { EntityManager } from 'typeorm';
import { versionContentSchema, type VersionContent } from '#contract/answers';
import { invalidField } from '#platform/problem';
import type { EscalationActor } from './acting.js';
import type { AskRecord, EscalationRecord } from './escalation-record.js';

/**
 * The first version of an answer that an escalation asks for: its question and words, the topic and the levels of the
 * matter, the approval of the department that is asked (where only persons are: of the departments of whoever decides), and
 * what the public wrote as other wordings.
 */
export async function draftFor(
  manager: EntityManager,
  escalation: EscalationRecord,
  ask: AskRecord,
  actor: Pick<EscalationActor, 'departmentIds'>,
  draft: { language: 'fr' | 'en'; question: string; body: string },
): Promise<VersionContent> {
  const [other]: { id: string }[] = await manager.query(
    `select department_id as id from escalation_ask where escalation_id = $1 and department_id is not null
     order by place limit 1`,
    [escalation.id],
  );
  const asked = ask.departmentId ?? other?.id;
  const departmentIds = asked === undefined ? actor.departmentIds : [asked];
  if (departmentIds.length === 0) {
    throw invalidField(
      'kind',
      'department-needed',
      'needs a department that approves: hand it over to one first',
    );
  }
  const words: { text: string }[] = await manager.query(
    `select left(m.text, 300) as text from escalation_mention em
     join mention_identity i on i.mention_id = em.mention_id
     join mention m on m.id = i.mention_id and m.published_at = i.published_at
     where em.escalation_id = $1 and m.language = $2 order by m.id limit 3`,
    [escalation.id, draft.language],
  );
  const inLanguage = <T>(value: T, empty: T) => ({
    fr: draft.language === 'fr' ? value : empty,
    en: draft.language === 'en' ? value : empty,
  });
  return versionContentSchema.parse({
    question: inLanguage(draft.question, ''),
    wordings: inLanguage(
      words.map(({ text }) => text.trim()).filter((text) => text !== ''),
      [],
    ),
    topicId: escalation.topicId,
    levelMin: 0,
    levelMax: Math.max(escalation.level, 2),
    departmentIds: [...departmentIds],
    variants: [{ language: draft.language, network: null, body: draft.body }],
  });
}
