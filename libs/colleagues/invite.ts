import type { DataSource, EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { lockMentions } from '#mentions';
import type { InputOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { conflict, invalidField, notFound } from '#platform/problem';
import { type MentionToAnswer, readMention } from '#replies';
import { hasUnsafeCharacters } from '#rules/answers';
import { readColleagues } from './colleagues.js';
import type { AnswerInvitationView, inviteColleague } from './contract-invitations.js';
import { allowsLevel, usualDueMinutes } from './invitation-policy.js';
import { invitationView, readInvitation, readInvitations } from './invitation-record.js';
import { type InvitationPerson, tellScreens } from './move-invitation.js';
import { currentPolicy } from './policy.js';
import { tellAsked } from './tell-people.js';

export type Asked = InputOf<typeof inviteColleague>['body'];

/**
 * Invites a colleague. Of two who invite at the same moment one is refused: the mention's row is locked before anybody
 * looks, and the database allows one running invitation for a mention.
 */
export function inviteToAnswer(
  dataSource: DataSource,
  mentionId: string,
  asked: Asked,
  asker: InvitationPerson,
  { canReply, now }: { canReply: (network: string, sourceId: string | null) => boolean; now: Date },
): Promise<AnswerInvitationView> {
  return inTransaction(dataSource, async ({ manager }) => {
    refuseUnclear(asked);
    if (!(await lockMentions(manager, [mentionId])).has(mentionId)) {
      throw notFound('mention-not-found', `There is no mention ${mentionId} to answer.`);
    }
    const mention = await readMention(manager, mentionId);
    await refuseMention(manager, mention, canReply);
    const personIds = await peopleAsked(manager, asked, asker);
    const minutes = asked.dueMinutes ?? usualDueMinutes(mention.matterLevel);
    const [row]: { id: string }[] = await manager.query(
      `insert into answer_invitation (mention_id, realm, person_id, field_id, note, level, asked_by, asked_at, due_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
      [
        mentionId,
        mention.realm,
        asked.personId,
        asked.fieldId,
        asked.note,
        mention.matterLevel,
        asker.personId,
        now,
        new Date(now.getTime() + minutes * 60_000),
      ],
    );
    if (!row) throw new Error('an invitation was not inserted');
    await manager.query(
      `insert into answer_invitation_person (invitation_id, person_id) select $1, unnest($2::bigint[])`,
      [row.id, personIds],
    );
    const invitation = await readInvitation(manager, row.id);
    await tellScreens(manager, invitation);
    await tellAsked(manager, {
      id: row.id,
      realm: invitation.realm,
      level: mention.matterLevel,
      personIds,
      text: await textOf(manager, mention),
      by: asker.name,
    });
    await recordDecision(manager, {
      actor: asker,
      action: 'invitation.asked',
      subjectType: 'answer_invitation',
      subjectId: row.id,
      after: {
        state: 'open',
        mentionId,
        personIds,
        ...(asked.fieldId === null ? {} : { fieldId: asked.fieldId }),
        note: asked.note,
        level: mention.matterLevel,
        dueAt: invitation.dueAt.toISOString(),
      },
    });
    return invitationView(invitation);
  });
}

async function refuseMention(
  manager: EntityManager,
  mention: MentionToAnswer,
  canReply: (network: string, sourceId: string | null) => boolean,
): Promise<void> {
  if (!isOpen(mention)) {
    throw conflict('mention-not-open', `This mention is ${mention.state}: nobody is to answer it.`, {
      state: mention.state,
    });
  }
  const [running] = await readInvitations(manager, `i.mention_id = $1 and i.state in ('open', 'taken')`, [
    mention.id,
  ]);
  if (running) {
    throw conflict('invitation-running', 'Somebody has been asked already; withdraw that first.', {
      invitationId: running.id,
    });
  }
  if (!canReply(mention.network, mention.sourceId)) {
    throw conflict('network-cannot-reply', `Replies cannot be published on ${mention.network} from here.`, {
      network: mention.network,
    });
  }
  await refuseLevel(manager, mention);
}

/** Where somebody is still to answer. */
export function isOpen(mention: Pick<MentionToAnswer, 'state'>): boolean {
  return mention.state === 'new' || mention.state === 'in_progress';
}

/** Above the level of the policy colleagues do not answer, whoever asks them. */
export async function refuseLevel(manager: EntityManager, mention: MentionToAnswer): Promise<void> {
  const policy = await currentPolicy(manager);
  if (allowsLevel(policy, mention.matterLevel)) return;
  throw conflict(
    'level-above-policy',
    `Colleagues may answer up to level ${policy.levelMax}; this is at ${mention.matterLevel}.`,
    { level: mention.matterLevel, levelMax: policy.levelMax },
  );
}

function refuseUnclear(asked: Asked): void {
  if ((asked.personId === null) === (asked.fieldId === null)) {
    throw invalidField('personId', 'one-of-two', 'or fieldId is to be given, and only one of the two');
  }
  if (hasUnsafeCharacters(asked.note)) {
    throw invalidField(
      'note',
      'characters-not-allowed',
      'contains a control character or one that turns the direction of the text',
    );
  }
}

/** Who is asked: the person, or everybody who knows about the field and may be asked; never whoever asks. */
async function peopleAsked(
  manager: EntityManager,
  { personId, fieldId }: Asked,
  asker: InvitationPerson,
): Promise<string[]> {
  if (personId !== null) {
    const [colleague] = await readColleagues(manager, { ids: [personId] });
    if (!colleague || personId === asker.personId) {
      throw invalidField('personId', 'colleague-not-found', 'is nobody who can be invited');
    }
    if (!colleague.allowed) {
      throw invalidField(
        'personId',
        'colleague-not-allowed',
        'is in no department whose people may be asked',
      );
    }
    return [personId];
  }
  const [field]: unknown[] = await manager.query(
    'select id from field_of_expertise where id = $1 and retired_at is null',
    [fieldId],
  );
  if (!field) throw invalidField('fieldId', 'unknown-field', 'is no field that is offered');
  const people = (await readColleagues(manager, { fieldId })).filter(
    ({ id, allowed }) => allowed && id !== asker.personId,
  );
  if (people.length === 0) {
    throw invalidField('fieldId', 'nobody-in-field', 'has nobody who may be asked');
  }
  return people.map(({ id }) => id);
}

async function textOf(manager: EntityManager, mention: MentionToAnswer): Promise<string> {
  const [row]: { text: string }[] = await manager.query(
    'select text from mention where id = $1 and published_at = $2',
    [mention.id, mention.publishedAt],
  );
  return row?.text ?? '';
}
