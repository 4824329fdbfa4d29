import type { EntityManager } from 'typeorm';
import type { DepartmentDecision, Writer } from '#answers';
import { notify } from '#notifications';
import { permissionsOf, ROLES } from '#platform/contract';
import type { MessageVersionRecord } from './message-version-record.js';

const APPROVING_ROLES = ROLES.filter((role) => permissionsOf([role]).includes('answers.approve'));

/** Approvers of the departments that are asked, those who wrote the version left out: they may not decide. */
export async function tellMessagesSubmitted(
  manager: EntityManager,
  version: MessageVersionRecord,
  by: Writer,
): Promise<void> {
  const rows: { id: string }[] = await manager.query(
    `select distinct person.id from person join person_department member on member.person_id = person.id
     where person.active and person.roles && $1::text[] and member.department_id = any($2::bigint[])
       and person.id <> all($3::bigint[]) order by person.id`,
    [APPROVING_ROLES, version.content.departmentIds, [version.author.id, ...version.editorIds]],
  );
  if (rows.length === 0) return;
  await notify(manager, {
    personIds: rows.map(({ id }) => id),
    kind: 'messages.review_asked',
    level: 0,
    groupKey: 'messages.review_asked',
    params: { ...named(version), by: by.name },
    link: `/messages/${version.setId}`,
  });
}

/** Those who wrote the version, once it is refused or approved by all; not whoever decided. */
export async function tellMessagesDecided(
  manager: EntityManager,
  version: MessageVersionRecord,
  by: Writer,
  { decision, comment }: DepartmentDecision,
): Promise<void> {
  const personIds = [...new Set([version.author.id, ...version.editorIds])].filter(
    (id) => id !== by.personId,
  );
  if (personIds.length === 0) return;
  await notify(manager, {
    personIds,
    kind: 'messages.decided',
    level: 0,
    groupKey: `messages.decided:${version.setId}`,
    params: {
      ...named(version),
      by: by.name,
      // A sign is understood in every language; the words of the notice are not ours.
      decision: decision === 'approved' ? '✓' : '✗',
      ...(comment ? { comment: comment.slice(0, 300) } : {}),
    },
    link: `/messages/${version.setId}`,
  });
}

/** What the messages say, shortened, in each language that has words. */
function named({ number, content: { umbrella, concern } }: MessageVersionRecord) {
  const { fr, en } = umbrella?.text ?? concern;
  const short = (text: string) => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
  return {
    question: short(fr || en),
    question_fr: short(fr || en),
    question_en: short(en || fr),
    version: number,
  };
}
