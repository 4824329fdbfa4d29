import { z } from 'zod';
import { placeholderSchema } from '#contract/answers';
import { replyProblems, replySchema } from '#contract/replies';
import { endpoint, idSchema, localeSchema, networkSchema } from '#platform/contract';
import { POST_OBSTACLES } from '#rules/replies';
import { incidentParams } from './contract-incident.js';

const placeholders = z.record(z.string().max(40), z.string().max(500));
const statementParams = incidentParams.extend({ answerId: idSchema });

const accountSchema = z.object({
  sourceId: idSchema,
  network: networkSchema,
  /** As its network knows it, or the name of the source. */
  account: z.string(),
});

export const readPosts = endpoint({
  method: 'GET',
  path: '/api/incidents/{incidentId}/posts',
  summary: 'Holding statements published, or waiting, as posts of their own, newest first',
  tag: 'incidents',
  access: { anyOf: ['incidents.read'] },
  params: incidentParams,
  response: z.object({ items: z.array(replySchema) }),
  problems: ['incident-not-found'],
});

export const previewPosts = endpoint({
  method: 'POST',
  path: '/api/incidents/{incidentId}/statements/{answerId}/posts/preview',
  summary: 'What would stand on each account, word for word and with its length there; changes nothing',
  tag: 'incidents',
  access: { anyOf: ['replies.send'] },
  params: statementParams,
  body: z.object({ language: localeSchema, placeholders: placeholders.default({}) }).strict(),
  response: z.object({
    languages: z.array(localeSchema),
    /** The blanks that the texts in this language have. */
    placeholders: z.array(placeholderSchema),
    items: z.array(
      accountSchema.extend({
        /** Why nothing can be published from there. */
        obstacle: z.enum(POST_OBSTACLES).nullable(),
        answerVariantId: idSchema.nullable(),
        text: z.string().nullable(),
        length: z.number().int().nullable(),
        limit: z.number().int().nullable(),
        fits: z.boolean(),
        problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
      }),
    ),
  }),
  problems: ['incident-not-found', 'incident-closed', 'statement-not-ready'],
});
export type PostsPreview = z.infer<(typeof previewPosts)['response']>;

export const proposePosts = endpoint({
  method: 'POST',
  path: '/api/incidents/{incidentId}/statements/{answerId}/posts',
  summary:
    'Propose a holding statement as a post of its own on the chosen accounts, all or none; each leaves once a second person has confirmed it',
  tag: 'incidents',
  access: { anyOf: ['replies.send'] },
  params: statementParams,
  body: z
    .object({
      items: z
        .array(z.object({ sourceId: idSchema, answerVariantId: idSchema }).strict())
        .min(1)
        .max(30),
      placeholders: placeholders.default({}),
    })
    .strict(),
  response: z.object({ items: z.array(replySchema) }),
  status: 201,
  problems: [
    'incident-not-found',
    'incident-closed',
    'statement-not-ready',
    'variant-not-of-statement',
    'duplicate-account',
    'not-an-account',
    'account-cannot-post',
    'network-cannot-post',
    'post-under-way',
    'posted-already',
    ...replyProblems.filter((code) => !code.startsWith('mention-') && code !== 'reply-under-way'),
  ],
});
