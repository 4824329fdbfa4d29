import type { EntityManager } from 'typeorm';
import { exerciseMark, notify } from '#notifications';
import type { Realm } from '#platform/contract';
import type { InvitationMove } from './invitation-life-cycle.js';
import type { InvitationRecord } from './invitation-record.js';

const EXCERPT_LENGTH = 120;

/** Those who are asked. */
export async function tellAsked(
  manager: EntityManager,
  invitation: {
    id: string;
    realm: Realm;
    level: number;
    personIds: readonly string[];
    text: string;
    by: string;
  },
): Promise<void> {
  await notify(manager, {
    kind: 'invitation.asked',
    personIds: invitation.personIds,
    level: invitation.level,
    groupKey: `invitation:${invitation.id}`,
    params: {
      ...exerciseMark(invitation.realm),
      text: invitation.text.slice(0, EXCERPT_LENGTH),
      by: invitation.by,
    },
    link: `/invitations/${invitation.id}`,
  });
}

/** Whoever is still asked need not answer any more. */
export async function tellOver(manager: EntityManager, invitation: InvitationRecord): Promise<void> {
  const people: { id: string }[] = await manager.query(
    `select person_id as id from answer_invitation_person
     where invitation_id = $1 and declined_at is null and ($2::bigint is null or person_id = $2)`,
    [invitation.id, invitation.takenBy],
  );
  await notify(manager, {
    kind: 'invitation.over',
    personIds: people.map(({ id }) => id),
    level: invitation.level,
    groupKey: `invitation:${invitation.id}:over`,
    params: { ...exerciseMark(invitation.realm), by: invitation.askedByName },
    link: `/invitations/${invitation.id}`,
  });
}

/** Whoever asked has to see to the mention again. */
export async function tellCameBack(
  manager: EntityManager,
  invitation: InvitationRecord,
  move: InvitationMove,
): Promise<void> {
  await notify(manager, {
    kind:
      move === 'decline'
        ? 'invitation.declined'
        : move === 'lapse'
          ? 'invitation.lapsed'
          : 'invitation.returned',
    personIds: [invitation.askedBy],
    level: invitation.level,
    groupKey: `invitation:${invitation.id}:back`,
    params: {
      ...exerciseMark(invitation.realm),
      who: invitation.takenByName ?? invitation.personName ?? '',
    },
    link: `/inbox/${invitation.mentionId}?state=all`,
  });
}
