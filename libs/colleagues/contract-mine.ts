import { z } from 'zod';
import {
  endpoint,
  idSchema,
  instantSchema,
  localeSchema,
  networkSchema,
  realmSchema,
} from '#platform/contract';
import { suggestionSchema } from '#contract/answers';
import { previewSchema, replyBody, replyProblems, replyStateSchema } from '#contract/replies';
import { fieldRefSchema, invitationStateSchema } from './contract-invitations.js';

export const myInvitationSchema = z
  .object({
    id: idSchema,
    realm: realmSchema,
    state: invitationStateSchema,
    /** Taken, or answered, by me. */
    mine: z.boolean(),
    /** Whether I have passed. */
    passed: z.boolean(),
    takenBy: z.string().nullable(),
    askedBy: z.string(),
    /** Why me: by name (null), or because I know about this. */
    field: fieldRefSchema.nullable(),
    note: z.string(),
    askedAt: instantSchema,
    dueAt: instantSchema,
    /** Somebody has a look before it leaves. */
    confirm: z.boolean(),
    post: z.object({
      network: networkSchema,
      url: z.string().nullable(),
      author: z.string().nullable(),
      /** Proposed for the greeting, to be checked; null: not known. */
      firstName: z.string().nullable(),
      text: z.string(),
      language: z.string(),
      publishedAt: instantSchema,
      erased: z.boolean(),
      /** How often its author changed the words: what is sent says which wording was seen. */
      wording: z.number().int(),
    }),
    /** The account of the organisation that publishes; null where it is not known. */
    account: z.string().nullable(),
    reply: z
      .object({
        state: replyStateSchema,
        text: z.string(),
        /** It leaves then at the earliest; until it has, it can be called back. */
        dueAt: instantSchema,
        url: z.string().nullable(),
        /** Why it did not go out. */
        problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'MyInvitation' });
export type MyInvitation = z.infer<typeof myInvitationSchema>;

const params = z.object({ invitationId: idSchema });
const access = { anyOf: ['invitations.answer'] } as const;
const over = ['invitation-not-found', 'invitation-over', 'taken-by-another'] as const;

export const listMyInvitations = endpoint({
  method: 'GET',
  path: '/api/my-invitations',
  summary: 'Invitations to answer that are addressed to me: those that wait, then the latest others',
  tag: 'colleagues',
  access,
  response: z.object({ items: z.array(myInvitationSchema) }),
});

export const readMyInvitation = endpoint({
  method: 'GET',
  path: '/api/my-invitations/{invitationId}',
  summary: 'One invitation to answer, with the post',
  tag: 'colleagues',
  access,
  params,
  response: myInvitationSchema,
  problems: ['invitation-not-found'],
});

export const takeInvitation = endpoint({
  method: 'POST',
  path: '/api/my-invitations/{invitationId}/taking',
  summary: 'Say that I answer; of two at once the first has it',
  tag: 'colleagues',
  access,
  params,
  response: myInvitationSchema,
  problems: over,
});

export const passInvitation = endpoint({
  method: 'POST',
  path: '/api/my-invitations/{invitationId}/passing',
  summary: 'Say that I do not answer; others who were asked still can',
  tag: 'colleagues',
  access,
  params,
  body: z.object({ reason: z.string().trim().max(500).default('') }).strict(),
  response: myInvitationSchema,
  problems: over,
});

export const suggestForInvitation = endpoint({
  method: 'GET',
  path: '/api/my-invitations/{invitationId}/suggestions',
  summary: 'Approved answers for the post that may be used at its level, best first, or found by a search',
  tag: 'colleagues',
  access,
  params,
  query: z.object({
    search: z.string().trim().max(200).optional(),
    language: localeSchema.optional(),
  }),
  response: z.object({
    items: z.array(suggestionSchema),
    /** No answer fits well enough to be suggested: the items are only the nearest. */
    noneFits: z.boolean(),
  }),
  problems: over,
});

export const previewInvited = endpoint({
  method: 'POST',
  path: '/api/my-invitations/{invitationId}/preview',
  summary: 'Exactly what would be published, with its length by the network’s own rule',
  tag: 'colleagues',
  access,
  params,
  body: replyBody.strict(),
  response: previewSchema,
  problems: [...over, ...replyProblems],
});

export const answerInvitation = endpoint({
  method: 'POST',
  path: '/api/my-invitations/{invitationId}/reply',
  summary: 'Answer with an approved variant; the header Idempotency-Key makes a repeated request harmless',
  tag: 'colleagues',
  access,
  params,
  body: replyBody.strict(),
  response: myInvitationSchema,
  status: 201,
  problems: [
    ...over,
    ...replyProblems,
    'idempotency-key-reused',
    'level-above-policy',
    'colleague-not-allowed',
  ],
});

export const callInvitedBack = endpoint({
  method: 'POST',
  path: '/api/my-invitations/{invitationId}/call-back',
  summary: 'Call my answer back before it has left; the post waits for me again',
  tag: 'colleagues',
  access,
  params,
  response: myInvitationSchema,
  problems: ['invitation-not-found', 'transition-not-allowed'],
});
