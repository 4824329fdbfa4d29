import type { EntityManager } from 'typeorm';
import { exerciseMark, notify } from '#notifications';
import { permissionsOf, ROLES } from '#platform/contract';
import type { ReplyRecord } from './reply-record.js';

const MAY_INVITE = ROLES.filter((role) => permissionsOf([role]).includes('colleagues.invite'));
const MAY_CONFIRM = ROLES.filter((role) => permissionsOf([role]).includes('replies.confirm'));

/** Tells those who may be the second person that a reply waits for one. */
export async function tellSecondPersons(
  manager: EntityManager,
  reply: ReplyRecord,
  level: number,
): Promise<void> {
  const people: { id: string }[] = await manager.query(
    `select id from person where active and roles && $1::text[] and id <> $2`,
    [MAY_CONFIRM, reply.personId],
  );
  if (people.length === 0) return;
  await notify(manager, {
    ...(reply.incidentId === null
      ? {
          kind: 'reply.second_person',
          // Those of a drill are not counted with real ones.
          groupKey: reply.realm === 'training' ? 'reply.second_person:training' : 'reply.second_person',
          link: '/replies?state=awaiting_second',
        }
      : {
          kind: 'post.second_person' as const,
          groupKey: `post.second_person:${reply.incidentId}`,
          link: linkOf(reply),
        }),
    personIds: people.map(({ id }) => id),
    level,
    params: {
      ...exerciseMark(reply.realm),
      text: reply.text.slice(0, 120),
      by: reply.personName,
      ...(reply.incidentId === null ? {} : { network: reply.network }),
    },
  });
}

/** Tells whoever invited the colleague that the answer waits for a look; all who may invite, where that person left. */
export async function tellWhoInvited(
  manager: EntityManager,
  reply: ReplyRecord,
  level: number,
  askedBy: string,
): Promise<void> {
  const people: { id: string }[] = await manager.query(
    `select id from person where active and roles && $1::text[] and id <> $2
       and (id = $3 or not exists (select from person p where p.id = $3 and p.active and p.roles && $1::text[]))`,
    [MAY_INVITE, reply.personId, askedBy],
  );
  if (people.length === 0) return;
  await notify(manager, {
    kind: 'reply.second_person',
    personIds: people.map(({ id }) => id),
    level,
    groupKey: `reply.second_person:${reply.id}`,
    params: { ...exerciseMark(reply.realm), text: reply.text.slice(0, 120), by: reply.personName },
    link: linkOf(reply),
  });
}

/** Tells whoever picked a reply that it was not published. */
export async function tellRefused(manager: EntityManager, reply: ReplyRecord, level: number): Promise<void> {
  await notify(manager, {
    kind: reply.incidentId === null ? 'reply.failed' : 'post.failed',
    personIds: [reply.personId],
    level,
    groupKey: `reply.failed:${reply.id}`,
    params: {
      ...exerciseMark(reply.realm),
      text: reply.text.slice(0, 120),
      network: reply.network,
      problem: reply.problemDetail ?? reply.problemCode ?? '',
    },
    link: linkOf(reply),
  });
}

function linkOf({ mentionId, incidentId }: ReplyRecord): string {
  return incidentId === null ? `/inbox/${mentionId}?state=all` : `/incidents/${incidentId}?tab=statements`;
}
