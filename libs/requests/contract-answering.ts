import { z } from 'zod';
import { suggestionSchema } from '#contract/answers';
import { replyStateSchema, seenWording } from '#contract/replies';
import { endpoint, idSchema, localeSchema } from '#platform/contract';

/** More mentions than this do not wait under one request, and are not answered in one go. */
export const MOST_MENTIONS = 200;

export const readyAnswerSchema = suggestionSchema
  .pick({
    answerId: true,
    versionNumber: true,
    variantId: true,
    question: true,
    language: true,
    network: true,
    body: true,
    placeholders: true,
    doNotSay: true,
    proofPoints: true,
  })
  .meta({ id: 'ReadyAnswer' });
export type ReadyAnswer = z.infer<typeof readyAnswerSchema>;

const previewedReplies = z.object({
  answer: readyAnswerSchema.pick({
    answerId: true,
    versionNumber: true,
    question: true,
    placeholders: true,
  }),
  items: z.array(
    z.object({
      mentionId: idSchema,
      answerVariantId: idSchema.nullable(),
      /** Proposed, such as the author's first name: for a person to check. */
      placeholders: z.record(z.string(), z.string()),
      /** Names of the blanks that this variant has. */
      blanks: z.array(z.string()),
      /** The variant with its blanks. */
      body: z.string().nullable(),
      language: localeSchema.nullable(),
      /** With the proposed values, exactly as it would be published. */
      text: z.string().nullable(),
      fits: z.boolean(),
      length: z.number().int().nullable(),
      limit: z.number().int().nullable(),
      problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
    }),
  ),
});
export type PreviewedReplies = z.infer<typeof previewedReplies>;

const refusedReply = z.object({
  mentionId: idSchema,
  outcome: z.literal('refused'),
  /** The code of the problem, as a single reply would have been refused with it. */
  code: z.string(),
  detail: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

const chosenReplies = z
  .object({
    items: z
      .array(
        z
          .object({
            mentionId: idSchema,
            answerVariantId: idSchema,
            placeholders: z.record(z.string().max(40), z.string().max(500)).default({}),
            wording: seenWording,
          })
          .strict(),
      )
      .min(1)
      .max(MOST_MENTIONS),
  })
  .strict();
export type ChosenReplies = z.infer<typeof chosenReplies>;

const sentReplies = z.object({
  results: z.array(
    z.discriminatedUnion('outcome', [
      z.object({
        mentionId: idSchema,
        outcome: z.literal('queued'),
        replyId: idSchema,
        state: replyStateSchema,
        text: z.string(),
      }),
      refusedReply,
    ]),
  ),
});
export type SentReplies = z.infer<typeof sentReplies>;

const ofRequest = z.object({ requestId: idSchema });
const ofAnswer = z.object({ answerId: idSchema });

export const previewAnswers = endpoint({
  method: 'GET',
  path: '/api/answer-requests/{requestId}/replies',
  summary: 'For each mention that waits: the variant that fits it, and exactly what would be published',
  tag: 'requests',
  access: { anyOf: ['replies.send'] },
  params: ofRequest,
  response: previewedReplies,
  problems: ['request-not-found', 'request-not-ready'],
});

export const answerAll = endpoint({
  method: 'POST',
  path: '/api/answer-requests/{requestId}/replies',
  summary:
    'Answer its mentions, each by a publication of its own that is checked by itself; repeating it is harmless',
  tag: 'requests',
  access: { anyOf: ['replies.send'] },
  params: ofRequest,
  body: chosenReplies,
  response: sentReplies,
  problems: [
    'request-not-found',
    'request-not-ready',
    'mention-not-gathered',
    'variant-not-of-request',
    'duplicate-mention',
  ],
});

export const previewAnswer = endpoint({
  method: 'POST',
  path: '/api/answers/{answerId}/replies/preview',
  summary:
    'For each of several mentions: the variant of one answer that fits it, and what would be published',
  tag: 'replies',
  access: { anyOf: ['replies.send'] },
  params: ofAnswer,
  body: z.object({ mentionIds: z.array(idSchema).min(1).max(MOST_MENTIONS) }).strict(),
  response: previewedReplies,
  problems: ['answer-not-found', 'answer-not-approved'],
});

export const answerSeveral = endpoint({
  method: 'POST',
  path: '/api/answers/{answerId}/replies',
  summary:
    'Answer several mentions with one approved answer, each by a publication of its own; repeating it is harmless',
  tag: 'replies',
  access: { anyOf: ['replies.send'] },
  params: ofAnswer,
  body: chosenReplies,
  response: sentReplies,
  problems: ['answer-not-found', 'answer-not-approved', 'variant-not-of-answer', 'duplicate-mention'],
});
