import type { EntityManager } from 'typeorm';
import { type Notice, notify } from '#notifications';
import { permissionsOf, ROLES } from '#platform/contract';
import type { Writer } from './drafts.service.js';
import type { VersionRecord } from './version-record.js';

const APPROVING_ROLES = ROLES.filter((role) => permissionsOf([role]).includes('answers.approve'));

/** Approvers of the departments that are asked, those who wrote the version left out: they may not decide. */
export async function tellReviewAsked(
  manager: EntityManager,
  version: VersionRecord,
  by: Writer,
): Promise<void> {
  await tell(manager, await approversOf(manager, version, [version.author.id, ...version.editorIds]), {
    kind: 'answer.review_asked',
    level: 0,
    groupKey: 'answer.review_asked',
    params: { ...named(version), by: by.name },
    link: `/library/${version.answerId}`,
    action: { kind: 'answer.decide', subjectId: version.id },
  });
}

/** Those who wrote the version, once it is refused or approved by all; not whoever decided. */
export async function tellDecided(
  manager: EntityManager,
  version: VersionRecord,
  by: Writer,
  decision: 'approved' | 'refused',
  { comment }: { comment?: string | undefined },
): Promise<void> {
  const writers = [...new Set([version.author.id, ...version.editorIds])].filter((id) => id !== by.personId);
  await tell(manager, writers, {
    kind: 'answer.decided',
    level: 0,
    groupKey: `answer.decided:${version.answerId}`,
    params: {
      ...named(version),
      by: by.name,
      // A sign is understood in every language; the words of the notice are not ours.
      decision: decision === 'approved' ? '✓' : '✗',
      ...(comment ? { comment: comment.slice(0, 300) } : {}),
    },
    link: `/library/${version.answerId}`,
  });
}

/** The owner, and the approvers of the answer's departments. */
export async function tellDateNear(
  manager: EntityManager,
  version: VersionRecord,
  ownerId: string | null,
  date: { about: 'expiry' | 'review'; dueAt: Date; days: number },
): Promise<void> {
  const people = await approversOf(manager, version, []);
  const kind = date.about === 'expiry' ? 'answer.expiring' : 'answer.review_due';
  await tell(manager, ownerId === null ? people : [...new Set([ownerId, ...people])], {
    kind,
    level: 0,
    groupKey: kind,
    params: {
      ...named(version),
      days: date.days,
      date: date.dueAt.toISOString().slice(0, 10),
    },
    link: `/library/${version.answerId}`,
  });
}

async function tell(
  manager: EntityManager,
  personIds: readonly string[],
  notice: Omit<Notice, 'personIds'>,
): Promise<void> {
  if (personIds.length > 0) await notify(manager, { ...notice, personIds });
}

/** The question in each language that has one, shortened for a message. */
function named({ number, content: { question } }: VersionRecord): Record<string, string | number> {
  const short = (text: string) => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
  return {
    question: short(question.fr || question.en),
    question_fr: short(question.fr || question.en),
    question_en: short(question.en || question.fr),
    version: number,
  };
}

async function approversOf(
  manager: EntityManager,
  version: VersionRecord,
  except: readonly string[],
): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `select distinct person.id from person join person_department member on member.person_id = person.id
     where person.active and person.roles && $1::text[] and member.department_id = any($2::bigint[])
       and person.id <> all($3::bigint[])
     order by person.id`,
    [APPROVING_ROLES, version.content.departmentIds, except],
  );
  return rows.map(({ id }) => id);
}
