import { z } from 'zod';
import { contentHashSchema, keyMessageSchema } from '#contract/answers';
import {
  cursorSchema,
  endpoint,
  idSchema,
  instantSchema,
  limitSchema,
  networkSchema,
  pageOf,
  realmSchema,
} from '#platform/contract';
import {
  MESSAGE_SET_KINDS,
  messageContentSchema,
  messageFigureSchema,
  messageHitSchema,
  messageSetDetailSchema,
  messageSetSchema,
  offeredMessageSchema,
  VERDICTS,
} from './contract-schemas.js';

export * from './contract-schemas.js';

const contentProblems = [
  'characters-not-allowed',
  'unknown-department',
  'message-key-duplicate',
  'message-elsewhere',
  'message-missing',
  'message-language-missing',
  'message-map-too-long',
  'message-proof-missing',
  'message-part-misplaced',
] as const;

const setParams = z.object({ setId: idSchema });
const versionParams = z.object({ setId: idSchema, number: z.coerce.number().int().min(1) });

export const listMessageSets = endpoint({
  method: 'GET',
  path: '/api/message-sets',
  summary: 'Message houses and message maps: of the organisation first, then of each topic',
  tag: 'messages',
  access: { anyOf: ['answers.read'] },
  query: z.object({
    topicId: idSchema.optional().describe('Only of this topic'),
    kind: z.enum(MESSAGE_SET_KINDS).optional(),
  }),
  response: z.object({ items: z.array(messageSetSchema) }),
});

export const readMessageSet = endpoint({
  method: 'GET',
  path: '/api/message-sets/{setId}',
  summary: 'A message house or map with all its versions, newest first',
  tag: 'messages',
  access: { anyOf: ['answers.read'] },
  params: setParams,
  response: messageSetDetailSchema,
  problems: ['message-set-not-found'],
});

export const createMessageSet = endpoint({
  method: 'POST',
  path: '/api/message-sets',
  summary: 'Start a message house or map: its first version as a draft',
  tag: 'messages',
  access: { anyOf: ['answers.write'] },
  body: z.object({
    kind: z.enum(MESSAGE_SET_KINDS),
    topicId: idSchema.nullable().describe('null: for the organisation'),
    content: messageContentSchema,
  }),
  response: messageSetDetailSchema,
  status: 201,
  problems: ['unknown-topic', 'message-house-exists', ...contentProblems],
});

export const saveMessageDraft = endpoint({
  method: 'PUT',
  path: '/api/message-sets/{setId}/draft',
  summary:
    'Save the draft; after an approval this starts the next version and leaves the approved one in force',
  tag: 'messages',
  access: { anyOf: ['answers.write'] },
  params: setParams,
  body: z.object({
    content: messageContentSchema,
    /** The revision one started from, when a draft exists. */
    revision: z.number().int().optional(),
  }),
  response: messageSetDetailSchema,
  problems: ['message-set-not-found', 'version-in-review', 'changed-meanwhile', ...contentProblems],
});

export const submitMessages = endpoint({
  method: 'POST',
  path: '/api/message-sets/{setId}/versions/{number}/submission',
  summary: 'Ask the departments for approval of the messages',
  tag: 'messages',
  access: { anyOf: ['answers.write'] },
  params: versionParams,
  response: messageSetDetailSchema,
  problems: ['message-set-not-found', 'transition-not-allowed', ...contentProblems],
});

export const withdrawMessages = endpoint({
  method: 'POST',
  path: '/api/message-sets/{setId}/versions/{number}/withdrawal',
  summary: 'Take messages in review back to draft; approvals given are void',
  tag: 'messages',
  access: { anyOf: ['answers.write'] },
  params: versionParams,
  response: messageSetDetailSchema,
  problems: ['message-set-not-found', 'transition-not-allowed', 'not-your-draft'],
});

export const decideMessages = endpoint({
  method: 'POST',
  path: '/api/message-sets/{setId}/versions/{number}/approvals',
  summary: 'Approve or refuse messages for one’s department; nobody approves their own words',
  tag: 'messages',
  access: { anyOf: ['answers.approve'] },
  params: versionParams,
  body: z
    .object({
      departmentId: idSchema,
      decision: z.enum(['approved', 'refused']),
      comment: z.string().trim().max(2000).optional(),
      contentHash: contentHashSchema
        .optional()
        .describe('Of the content that was read; if it has changed since, nothing is decided'),
    })
    .superRefine((body, context) => {
      if (body.decision === 'refused' && !body.comment)
        context.addIssue({
          code: 'custom',
          path: ['comment'],
          message: 'is required to refuse: say what to change',
          params: { code: 'required' },
        });
    }),
  response: messageSetDetailSchema,
  problems: [
    'message-set-not-found',
    'transition-not-allowed',
    'own-words',
    'not-your-department',
    'department-already-decided',
    'version-altered',
    'changed-since-shown',
    ...contentProblems,
  ],
});

export const retireMessages = endpoint({
  method: 'POST',
  path: '/api/message-sets/{setId}/retirement',
  summary: 'Take the messages in force out of use at once',
  tag: 'messages',
  access: { anyOf: ['answers.approve'] },
  params: setParams,
  body: z.object({ reason: z.string().trim().min(1).max(500) }),
  response: messageSetDetailSchema,
  problems: ['message-set-not-found', 'transition-not-allowed'],
});

export const listOfferedMessages = endpoint({
  method: 'GET',
  path: '/api/key-messages',
  summary: 'The messages in force, which an answer can carry',
  tag: 'messages',
  access: { anyOf: ['answers.read'] },
  response: z.object({ items: z.array(offeredMessageSchema) }),
});

export const FIGURE_DAYS = [1, 7, 30, 90] as const;
/** Topics whose messages an overview counts: each is read by itself. */
export const MOST_OVERVIEW_TOPICS = 12;

function checkSpan(
  { from, until }: { from?: string | undefined; until?: string | undefined },
  context: z.RefinementCtx,
): void {
  const issue = (field: string, code: string, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message, params: { code } });
  if (until !== undefined && from === undefined) issue('from', 'required', 'is required with `until`');
  else if (from !== undefined && until !== undefined && Date.parse(until) <= Date.parse(from))
    issue('until', 'not-after-from', 'is not after `from`');
}

export const readMessageFigures = endpoint({
  method: 'GET',
  path: '/api/key-messages/figures',
  summary: 'Penetration and pick-up of the messages of a topic, or of the organisation',
  tag: 'messages',
  access: { anyOf: ['answers.read'] },
  query: z
    .object({
      realm: realmSchema.default('live'),
      topicId: idSchema.optional().describe('Without it: the messages of the organisation'),
      days: z.coerce.number().int().min(1).max(90).default(30).describe('Up to now; `from` goes before it'),
      from: instantSchema.optional(),
      until: instantSchema.optional().describe('Exclusive; without it up to now'),
    })
    .superRefine(checkSpan),
  response: z.object({ items: z.array(messageFigureSchema) }),
});

export const readMessageOverview = endpoint({
  method: 'GET',
  path: '/api/key-messages/overview',
  summary: `Penetration and pick-up of all messages of a span: of the organisation, then of each topic that has any, at most ${MOST_OVERVIEW_TOPICS} topics, those in force last first`,
  tag: 'messages',
  access: { anyOf: ['answers.read'] },
  query: z
    .object({
      realm: realmSchema.default('live'),
      topicId: idSchema.optional().describe('Only the messages of this topic'),
      from: instantSchema,
      until: instantSchema.describe('Exclusive'),
    })
    .superRefine(checkSpan),
  response: z.object({
    items: z.array(
      z.object({
        /** null: the organisation. */
        topic: z.object({ id: idSchema, name: z.string() }).nullable(),
        figures: z.array(messageFigureSchema),
      }),
    ),
    /** Topics with messages that are not shown. */
    more: z.number().int(),
  }),
});

export const readMessageGaps = endpoint({
  method: 'GET',
  path: '/api/key-messages/gaps',
  summary:
    'Messages in force that no answer in force carries, answers in force that carry no message, and messages of answers that stand in no house',
  tag: 'messages',
  access: { anyOf: ['answers.read'] },
  response: z.object({
    withoutAnswer: z.array(offeredMessageSchema),
    withoutMessage: z.array(
      z.object({
        answerId: idSchema,
        question: z.object({ fr: z.string(), en: z.string() }),
        topicId: idSchema.nullable(),
      }),
    ),
    /** There are more than are listed. */
    withoutMessageTotal: z.number().int(),
    homeless: z.array(z.object({ key: z.string(), text: z.string(), answers: z.number().int() })),
  }),
});

const messageParams = z.object({ key: keyMessageSchema.shape.id });

export const listMessageHits = endpoint({
  method: 'GET',
  path: '/api/key-messages/{key}/hits',
  summary: 'The mentions that repeat a message, newest first, with the words that were recognised',
  tag: 'messages',
  access: { anyOf: ['mentions.read'] },
  params: messageParams,
  query: z.object({
    realm: realmSchema.default('live'),
    from: instantSchema.optional(),
    until: instantSchema.optional().describe('Exclusive'),
    cursor: cursorSchema.optional(),
    limit: limitSchema.max(100).default(20),
  }),
  response: pageOf(messageHitSchema),
  problems: ['message-not-found', 'cursor-invalid'],
});

export const judgeMessageHit = endpoint({
  method: 'PUT',
  path: '/api/key-messages/{key}/hits/{mentionId}',
  summary: 'Say whether a mention really repeats a message; `null` takes the word back',
  tag: 'messages',
  access: { anyOf: ['mentions.triage', 'answers.write'] },
  params: messageParams.extend({ mentionId: idSchema }),
  body: z.object({ verdict: z.enum(VERDICTS).nullable() }),
  response: messageHitSchema,
  problems: ['message-hit-not-found'],
});

export const listCarryingReplies = endpoint({
  method: 'GET',
  path: '/api/key-messages/{key}/replies',
  summary: 'The replies sent that carry a message, newest first',
  tag: 'messages',
  access: { anyOf: ['mentions.read'] },
  params: messageParams,
  query: z.object({
    realm: realmSchema.default('live'),
    from: instantSchema.optional(),
    until: instantSchema.optional().describe('Exclusive'),
    cursor: cursorSchema.optional(),
    limit: limitSchema.max(100).default(20),
  }),
  response: pageOf(
    z.object({
      replyId: idSchema,
      mentionId: idSchema,
      answerId: idSchema,
      network: networkSchema,
      text: z.string(),
      sentAt: instantSchema,
      by: z.string(),
    }),
  ),
  problems: ['message-not-found', 'cursor-invalid'],
});
