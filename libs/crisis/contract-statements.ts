import { z } from 'zod';
import { placeholderSchema, STRATEGIES } from '#contract/answers';
import { mentionSummarySchema } from '#contract/mentions';
import { seenWording } from '#contract/replies';
import { endpoint, idSchema, instantSchema, localeSchema, networkSchema } from '#platform/contract';
import { incidentParams } from './contract-incident.js';

const words = z.object({ fr: z.string(), en: z.string() });
const placeholders = z.record(z.string().max(40), z.string().max(500));

export const STATEMENT_STATES = [
  'awaiting_second',
  'queued',
  'sending',
  'sent',
  'uncertain',
  'refused',
  'cancelled',
] as const;

const statementSchema = z.object({
  answerId: idSchema,
  question: words,
  strategy: z.enum(STRATEGIES),
  /** Whether its strategy fits the cluster of the incident. */
  fitsCluster: z.boolean(),
  levelMin: z.number().int(),
  levelMax: z.number().int(),
  languages: z.array(localeSchema),
});

export const readStatements = endpoint({
  method: 'GET',
  path: '/api/incidents/{incidentId}/statements',
  summary:
    'Approved holding statements that fit, where they are ready and where they are missing, and those published',
  tag: 'incidents',
  access: { anyOf: ['incidents.read'] },
  params: incidentParams,
  response: z.object({
    dueAt: instantSchema.nullable(),
    firstSentAt: instantSchema.nullable(),
    ready: z.array(statementSchema),
    /** By language and network of the incident’s mentions that wait for an answer. */
    coverage: z.array(
      z.object({
        language: localeSchema,
        network: networkSchema,
        mentions: z.number().int(),
        answerIds: z.array(idSchema),
      }),
    ),
    /** Holding statements given to the outbox since the crisis was noticed. */
    published: z.array(
      z.object({
        answerId: idSchema,
        question: words,
        state: z.enum(STATEMENT_STATES),
        replies: z.number().int(),
        lastAt: instantSchema,
      }),
    ),
  }),
  problems: ['incident-not-found'],
});
export type Statements = z.infer<(typeof readStatements)['response']>;

export const previewStatement = endpoint({
  method: 'GET',
  path: '/api/incidents/{incidentId}/statements/{answerId}/preview',
  summary: 'What would be published under the mentions that weigh most, word for word; changes nothing',
  tag: 'incidents',
  access: { anyOf: ['replies.send'] },
  params: incidentParams.extend({ answerId: idSchema }),
  response: z.object({
    /** The blanks that its texts can have. */
    placeholders: z.array(placeholderSchema),
    items: z.array(
      z.object({
        mention: mentionSummarySchema,
        attached: z.boolean(),
        answerVariantId: idSchema.nullable(),
        placeholders,
        /** Names of the blanks of the text. */
        blanks: z.array(z.string()),
        /** The text with its blanks. */
        body: z.string().nullable(),
        language: localeSchema.nullable(),
        /** With the proposed values, exactly as it would be published. */
        text: z.string().nullable(),
        fits: z.boolean(),
        problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
      }),
    ),
  }),
  problems: ['incident-not-found', 'incident-closed', 'statement-not-ready'],
});
export type StatementPreview = z.infer<(typeof previewStatement)['response']>;

export const publishStatement = endpoint({
  method: 'POST',
  path: '/api/incidents/{incidentId}/statements/{answerId}',
  summary:
    'Give a holding statement to the outbox under the chosen mentions, a publication each; from level 3 each waits for a second person',
  tag: 'incidents',
  access: { anyOf: ['replies.send'] },
  params: incidentParams.extend({ answerId: idSchema }),
  body: z
    .object({
      items: z
        .array(
          z.object({
            mentionId: idSchema,
            answerVariantId: idSchema,
            placeholders: placeholders.default({}),
            wording: seenWording,
          }),
        )
        .min(1)
        .max(50),
    })
    .strict(),
  response: z.object({
    results: z.array(
      z.discriminatedUnion('outcome', [
        z.object({
          mentionId: idSchema,
          outcome: z.literal('queued'),
          replyId: idSchema,
          state: z.enum(STATEMENT_STATES),
        }),
        z.object({
          mentionId: idSchema,
          outcome: z.literal('refused'),
          code: z.string(),
          detail: z.string(),
          params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
        }),
      ]),
    ),
  }),
  problems: [
    'incident-not-found',
    'incident-closed',
    'statement-not-ready',
    'duplicate-mention',
    'mention-not-of-incident',
    'variant-not-of-statement',
  ],
});
