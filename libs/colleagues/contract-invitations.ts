import { z } from 'zod';
import { endpoint, idSchema, instantSchema, realmSchema } from '#platform/contract';
import { replyStateSchema, seenWording } from '#contract/replies';
import { INVITATION_STATES } from './invitation-life-cycle.js';
import { DUE_MINUTES_MAX, DUE_MINUTES_MIN } from './invitation-policy.js';

const personRef = z.object({ id: idSchema, name: z.string() });
const reasonSchema = z.string().trim().min(1).max(500);
export const invitationStateSchema = z.enum(INVITATION_STATES);
export const fieldRefSchema = z.object({
  id: idSchema,
  name: z.object({ fr: z.string(), en: z.string() }),
});

export const answerInvitationSchema = z
  .object({
    id: idSchema,
    mentionId: idSchema,
    realm: realmSchema,
    state: invitationStateSchema,
    /** Asked by name, or by field: one of the two. */
    person: personRef.nullable(),
    field: fieldRefSchema.nullable(),
    /** How many were asked, and how many of them have passed. */
    asked: z.number().int(),
    passed: z.number().int(),
    takenBy: personRef.nullable(),
    note: z.string(),
    askedBy: personRef,
    askedAt: instantSchema,
    dueAt: instantSchema,
    stateAt: instantSchema,
    /** Why it was declined, or came back. */
    endReason: z.string().nullable(),
    /** What was picked; `awaitsLook`: whoever may invite lets it leave, or refuses it. */
    reply: z
      .object({
        id: idSchema,
        state: replyStateSchema,
        text: z.string(),
        question: z.string(),
        awaitsLook: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'AnswerInvitation' });
export type AnswerInvitationView = z.infer<typeof answerInvitationSchema>;

export const readInvitationOf = endpoint({
  method: 'GET',
  path: '/api/mentions/{mentionId}/answer-invitation',
  summary: 'The latest invitation to answer a mention, and whether the policy allows one now',
  tag: 'colleagues',
  access: { anyOf: ['mentions.read'] },
  params: z.object({ mentionId: idSchema }),
  response: z.object({
    invitation: answerInvitationSchema.nullable(),
    /** Level of the mention, or of the incident that it belongs to. */
    level: z.number().int(),
    levelMax: z.number().int(),
  }),
  problems: ['mention-not-found'],
});

export const inviteColleague = endpoint({
  method: 'POST',
  path: '/api/mentions/{mentionId}/answer-invitation',
  summary: 'Invite a colleague, by name or by field of expertise, to answer a mention from the library',
  tag: 'colleagues',
  access: { anyOf: ['colleagues.invite'] },
  params: z.object({ mentionId: idSchema }),
  body: z
    .object({
      personId: idSchema.nullable().default(null),
      fieldId: idSchema.nullable().default(null),
      note: z.string().trim().max(1000).default(''),
      /** Left out: as usual for the level. */
      dueMinutes: z.number().int().min(DUE_MINUTES_MIN).max(DUE_MINUTES_MAX).optional(),
    })
    .strict(),
  response: answerInvitationSchema,
  status: 201,
  problems: [
    'mention-not-found',
    'mention-not-open',
    'invitation-running',
    'level-above-policy',
    'network-cannot-reply',
    'one-of-two',
    'colleague-not-found',
    'colleague-not-allowed',
    'unknown-field',
    'nobody-in-field',
    'characters-not-allowed',
  ],
});

export const withdrawInvitation = endpoint({
  method: 'POST',
  path: '/api/answer-invitations/{invitationId}/withdrawal',
  summary: 'Withdraw an invitation that nobody has answered yet',
  tag: 'colleagues',
  access: { anyOf: ['colleagues.invite'] },
  params: z.object({ invitationId: idSchema }),
  response: answerInvitationSchema,
  problems: ['invitation-not-found', 'transition-not-allowed'],
});

export const lookAtInvited = endpoint({
  method: 'POST',
  path: '/api/answer-invitations/{invitationId}/look',
  summary: 'Let the answer that a colleague picked leave, or refuse it with a reason',
  tag: 'colleagues',
  access: { anyOf: ['colleagues.invite'] },
  params: z.object({ invitationId: idSchema }),
  body: z.discriminatedUnion('decision', [
    z.object({ decision: z.literal('confirmed'), wording: seenWording }).strict(),
    z.object({ decision: z.literal('refused'), reason: reasonSchema }).strict(),
  ]),
  response: answerInvitationSchema,
  problems: [
    'invitation-not-found',
    'transition-not-allowed',
    'own-reply',
    'not-allowed-here',
    'mention-edited',
  ],
});
