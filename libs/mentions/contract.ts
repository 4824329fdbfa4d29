import { z } from 'zod';
import {
  cursorSchema,
  endpoint,
  idSchema,
  instantSchema,
  limitSchema,
  listOf,
  networkSchema,
  pageOf,
  realmSchema,
} from '#platform/contract';
import { assessmentSchema, levelSchema } from '#contract/classification';

export const MENTION_STATES = ['new', 'in_progress', 'answered', 'escalated', 'no_reply'] as const;
export const mentionStateSchema = z.enum(MENTION_STATES);
export type MentionState = z.infer<typeof mentionStateSchema>;

/** Why a mention gets no reply; `other` asks for a note. */
export const NO_REPLY_REASONS = [
  'nothing_asked',
  'thanks_enough',
  'troll',
  'rager',
  'satire',
  'duplicate',
  'spam',
  'not_about_us',
  'other',
] as const;
export const noReplyReasonSchema = z.enum(NO_REPLY_REASONS);

/** States of an answer request whose answer is still to come or to be used; libs/requests has the others. */
export const WAITING_REQUEST_STATES = ['open', 'drafted', 'in_review', 'ready'] as const;

/** The answer asked for from a mention: it waits for it, or is only proposed to. */
const askedAnswerSchema = z.object({
  id: idSchema,
  state: z.enum(WAITING_REQUEST_STATES),
  standing: z.enum(['attached', 'proposed']),
});

const authorSchema = z.object({
  handle: z.string().nullable(),
  name: z.string().nullable(),
  followers: z.number().int().nullable(),
  url: z.string().nullable(),
});

const levelNumber = z.coerce.number().int().min(0).max(4);

export const mentionSummarySchema = z
  .object({
    id: idSchema,
    realm: realmSchema,
    network: networkSchema,
    sourceId: idSchema.nullable(),
    externalId: z.string(),
    url: z.string().nullable(),
    author: authorSchema,
    text: z.string(),
    publishedAt: instantSchema,
    receivedAt: instantSchema,
    state: mentionStateSchema,
    level: levelSchema,
    severity: z.number().int(),
    language: z.string(),
    languageKnown: z.boolean(),
    sentiment: z.string(),
    intent: z.string(),
    harm: z.string(),
    /** The reason that weighed most, for the list. */
    mainReason: assessmentSchema.shape.reasons.element.nullable(),
    topicIds: z.array(idSchema),
    assignee: z.object({ id: idSchema, name: z.string() }).nullable(),
    hasMedia: z.boolean(),
    /** The answer that was asked for from here, or from a similar mention; null: none is being waited for. */
    request: askedAnswerSchema.nullable(),
    /** Rises with each change; decisions may carry the version they were taken on. */
    version: z.number().int(),
  })
  .meta({ id: 'Mention' });
export type MentionSummary = z.infer<typeof mentionSummarySchema>;

/** A post around a mention: a mention itself, or context such as one's own posts and published replies. */
export const conversationPostSchema = z
  .object({
    mentionId: idSchema.nullable(),
    replyId: idSchema.nullable(),
    externalId: z.string().nullable(),
    author: authorSchema,
    /** Posted by the organisation. */
    own: z.boolean(),
    text: z.string(),
    /** A published reply that was taken down from its network. */
    removedAt: instantSchema.nullable(),
    publishedAt: instantSchema,
    state: mentionStateSchema.nullable(),
  })
  .meta({ id: 'ConversationPost' });

export const decisionSchema = z
  .object({
    id: idSchema,
    at: instantSchema,
    by: z.object({ id: idSchema, name: z.string() }).nullable(),
    action: z.string(),
    reason: z.string().nullable(),
    note: z.string().nullable(),
    from: z.object({ state: mentionStateSchema, assigneeId: idSchema.nullable() }),
    to: z.object({ state: mentionStateSchema, assigneeId: idSchema.nullable() }),
    undone: z.boolean(),
  })
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof decisionSchema>;

export const presenceSchema = z
  .object({
    personId: idSchema,
    name: z.string(),
    activity: z.enum(['viewing', 'answering']),
  })
  .meta({ id: 'Presence' });
export type Presence = z.infer<typeof presenceSchema>;

export const mentionDetailSchema = mentionSummarySchema
  .extend({
    assessment: assessmentSchema,
    conversation: z.array(conversationPostSchema),
    decisions: z.array(decisionSchema),
    presence: z.array(presenceSchema),
    escalation: z.object({ departmentIds: z.array(idSchema), note: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'MentionDetail' });
export type MentionDetail = z.infer<typeof mentionDetailSchema>;

/** The filters of the inbox; a saved view keeps exactly these. */
export const mentionFilterSchema = z.object({
  realm: realmSchema.optional(),
  state: listOf(mentionStateSchema).optional(),
  level: listOf(levelNumber).optional(),
  topicId: listOf(idSchema).optional(),
  network: listOf(networkSchema).optional(),
  language: listOf(z.string().regex(/^[a-z]{2,3}$/)).optional(),
  intent: listOf(z.string().max(40)).optional(),
  harm: listOf(z.string().max(40)).optional(),
  sentiment: listOf(z.enum(['negative', 'neutral', 'positive'])).optional(),
  voice: listOf(z.string().max(40)).optional().describe('Kind of author, or `unknown`'),
  author: z
    .string()
    .trim()
    .max(200)
    .optional()
    .describe('Handle of the author, or the name where there is none'),
  assignee: z
    .union([z.literal('me'), z.literal('none'), idSchema])
    .optional()
    .describe('`me`, `none`, or the id of a person'),
  importId: idSchema.optional(),
  request: z
    .enum(['ready', 'asked'])
    .optional()
    .describe('`ready`: the answer that was asked for may be used; `asked`: it is being written or approved'),
  search: z.string().trim().max(200).optional().describe('Words in the text or of the author'),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
});
export type MentionFilter = z.infer<typeof mentionFilterSchema>;

export const listMentions = endpoint({
  method: 'GET',
  path: '/api/mentions',
  summary: 'Mentions, filtered, keyset-paged; those whose asked answer is ready come first',
  tag: 'mentions',
  access: { anyOf: ['mentions.read'] },
  query: mentionFilterSchema.extend({
    sort: z
      .enum(['newest', 'oldest', 'urgent'])
      .default('newest')
      .describe('`urgent`: highest level first, then the newest'),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(50),
  }),
  response: pageOf(mentionSummarySchema),
  problems: ['cursor-invalid'],
});

export const countMentions = endpoint({
  method: 'GET',
  path: '/api/mentions/counts',
  summary: 'How many mentions stand in each state under a filter (counted up to 1,000)',
  tag: 'mentions',
  access: { anyOf: ['mentions.read'] },
  query: mentionFilterSchema,
  response: z.object({
    byState: z.record(mentionStateSchema, z.number().int()),
    /** A count of `ceiling` means that many or more. */
    ceiling: z.number().int(),
    /** Stored but not yet classified, over the whole workspace. */
    awaitingAssessment: z.number().int(),
  }),
});

export const readMention = endpoint({
  method: 'GET',
  path: '/api/mentions/{mentionId}',
  summary: 'A mention with its assessment, conversation, decisions and who is looking at it',
  tag: 'mentions',
  access: { anyOf: ['mentions.read'] },
  params: z.object({ mentionId: idSchema }),
  response: mentionDetailSchema,
  problems: ['mention-not-found'],
});

/** `take` assigns to oneself and starts; `reopen` puts back to new. A reply is not decided here: it is published. */
export const DECISION_ACTIONS = ['take', 'assign', 'unassign', 'no_reply', 'escalate', 'reopen'] as const;

const decisionBody = z
  .object({
    action: z.enum(DECISION_ACTIONS),
    assigneeId: idSchema.optional(),
    reason: noReplyReasonSchema.optional(),
    note: z.string().trim().max(2000).optional(),
    departmentIds: z.array(idSchema).max(20).optional(),
  })
  .superRefine((body, context) => {
    const missing = (field: string, detail: string) =>
      context.addIssue({ code: 'custom', path: [field], message: detail, params: { code: 'required' } });
    if (body.action === 'assign' && body.assigneeId === undefined)
      missing('assigneeId', 'is required to assign');
    if (body.action === 'no_reply' && body.reason === undefined)
      missing('reason', 'is required for no reply');
    if (body.action === 'no_reply' && body.reason === 'other' && !body.note)
      missing('note', 'is required when the reason is “other”');
    if (body.action === 'escalate' && !body.note)
      missing('note', 'is required to escalate: say what is asked');
  });

const decisionOutcome = z.object({
  mention: mentionSummarySchema,
  decisionId: idSchema,
  /** Until when the decision can be undone. */
  undoUntil: instantSchema,
});

const triageProblems = [
  'mention-not-found',
  'mention-already-answered',
  'mention-changed-meanwhile',
  'transition-not-allowed',
  'unknown-person',
  'unknown-department',
] as const;

export const decideMention = endpoint({
  method: 'POST',
  path: '/api/mentions/{mentionId}/decisions',
  summary: 'Take, assign, decide on no reply, escalate or reopen',
  tag: 'mentions',
  access: { anyOf: ['mentions.triage'] },
  params: z.object({ mentionId: idSchema }),
  body: decisionBody.safeExtend({ version: z.number().int().optional() }),
  response: decisionOutcome,
  status: 201,
  problems: triageProblems,
});

export const decideMentions = endpoint({
  method: 'POST',
  path: '/api/mentions/decisions',
  summary: 'One decision on up to 500 mentions; each succeeds or fails on its own and says why',
  tag: 'mentions',
  access: { anyOf: ['mentions.triage'] },
  body: decisionBody.safeExtend({ mentionIds: z.array(idSchema).min(1).max(500) }),
  response: z.object({
    decided: z.array(decisionOutcome),
    refused: z.array(z.object({ mentionId: idSchema, code: z.string(), detail: z.string() })),
  }),
  problems: ['unknown-person', 'unknown-department'],
});

export const undoDecisions = endpoint({
  method: 'POST',
  path: '/api/decisions/undo',
  summary: 'Undo decisions of one’s own while nothing happened since',
  tag: 'mentions',
  access: { anyOf: ['mentions.triage'] },
  body: z.object({ decisionIds: z.array(idSchema).min(1).max(500) }),
  response: z.object({
    mentions: z.array(mentionSummarySchema),
    refused: z.array(z.object({ decisionId: idSchema, code: z.string(), detail: z.string() })),
  }),
});

export const correctAssessment = endpoint({
  method: 'PUT',
  path: '/api/mentions/{mentionId}/assessment',
  summary: 'Overrule the automatic judgement; kept to measure the classifier',
  tag: 'mentions',
  access: { anyOf: ['mentions.triage'] },
  params: z.object({ mentionId: idSchema }),
  body: z.object({
    level: levelSchema.optional(),
    harm: z.string().max(40).optional(),
    intent: z.string().max(40).optional(),
    sentiment: z.enum(['negative', 'neutral', 'positive']).optional(),
    /** ISO 639-1 code. */
    language: z
      .string()
      .regex(/^[a-z]{2}$/)
      .optional(),
    reason: z.string().trim().min(1).max(500),
  }),
  response: mentionDetailSchema,
  problems: ['mention-not-found', 'unknown-category', 'nothing-to-correct'],
});

/** What a person can overrule, and what the classifier is measured by. */
export const CORRECTED_FIELDS = ['level', 'harm', 'intent', 'sentiment', 'language'] as const;
export const correctedFieldSchema = z.enum(CORRECTED_FIELDS);
export type CorrectedField = z.infer<typeof correctedFieldSchema>;

export const readConfusion = endpoint({
  method: 'GET',
  path: '/api/corrections/confusion',
  summary: 'What the classifier said against what people say, over the mentions that were corrected',
  tag: 'classification',
  access: { anyOf: ['lexicon.read'] },
  query: z.object({ since: instantSchema.optional() }),
  response: z.object({
    /** Corrected mentions that are counted; those of drills are not. */
    mentions: z.number().int(),
    fields: z.array(
      z.object({
        field: correctedFieldSchema,
        /** Mentions whose automatic value the person left as it was. */
        kept: z.number().int(),
        cells: z.array(z.object({ automatic: z.string(), person: z.string(), mentions: z.number().int() })),
      }),
    ),
  }),
});

export const listCorrections = endpoint({
  method: 'GET',
  path: '/api/corrections',
  summary: 'The corrected mentions that a cell of the confusion table counts, the latest first',
  tag: 'classification',
  access: { anyOf: ['lexicon.read'] },
  query: z.object({
    field: correctedFieldSchema,
    automatic: z.string().max(40),
    person: z.string().max(40),
    since: instantSchema.optional(),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(20),
  }),
  response: pageOf(
    z.object({
      mentionId: idSchema,
      text: z.string(),
      at: instantSchema,
      by: z.string(),
      reason: z.string(),
    }),
  ),
  problems: ['cursor-invalid'],
});

const judgedSchema = z.object({
  level: levelSchema,
  harm: z.string(),
  intent: z.string(),
  severity: z.number().int(),
});

export const previewLexicon = endpoint({
  method: 'POST',
  path: '/api/classification/preview',
  summary: 'What a change of the lexicon would change in past mentions: one page of them; stores nothing',
  tag: 'classification',
  access: { anyOf: ['lexicon.read'] },
  body: z.object({
    /** The term that would be changed or removed; null for a new one. */
    entryId: idSchema.nullable(),
    /** How the term would read; null where it would be removed. */
    draft: z
      .object({
        language: z.enum(['fr', 'en']),
        category: z.string().min(1).max(60),
        term: z.string().trim().min(1).max(120),
        weight: z.number().min(-10).max(10),
      })
      .nullable(),
    cursor: cursorSchema.optional(),
    /** Mentions to look at in this call. */
    limit: z.number().int().min(1).max(1000).default(500),
  }),
  response: z.object({
    /** Mentions that were judged both ways; 0 at the end. */
    looked: z.number().int(),
    changed: z.array(
      z.object({
        mentionId: idSchema,
        text: z.string(),
        publishedAt: instantSchema,
        before: judgedSchema,
        after: judgedSchema,
      }),
    ),
    next: cursorSchema.nullable(),
  }),
  problems: ['lexicon-entry-not-found', 'lexicon-term-invalid', 'unknown-category', 'cursor-invalid'],
});

export const exportCorrections = endpoint({
  method: 'GET',
  path: '/api/corrections/export',
  summary: 'Every corrected mention as a labelled example, one JSON object a line',
  tag: 'classification',
  access: { anyOf: ['lexicon.write'] },
  query: z.object({ since: instantSchema.optional() }),
  response: z.string().describe('application/x-ndjson'),
});

export const announcePresence = endpoint({
  method: 'PUT',
  path: '/api/mentions/{mentionId}/presence',
  summary: 'Say that one is looking at a mention, answering it, or has left; repeat every 15 s',
  tag: 'mentions',
  access: { anyOf: ['mentions.read'] },
  params: z.object({ mentionId: idSchema }),
  body: z.object({ activity: z.enum(['viewing', 'answering', 'left']) }),
  response: z.object({ presence: z.array(presenceSchema) }),
  problems: ['mention-not-found'],
});

export const savedViewSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    shared: z.boolean(),
    own: z.boolean(),
    filter: mentionFilterSchema,
    sort: z.enum(['newest', 'oldest', 'urgent']),
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof savedViewSchema>;

export const listViews = endpoint({
  method: 'GET',
  path: '/api/views',
  summary: 'Saved views of the inbox: one’s own and the shared ones',
  tag: 'mentions',
  access: { anyOf: ['mentions.read'] },
  response: z.object({ items: z.array(savedViewSchema) }),
});

export const saveView = endpoint({
  method: 'POST',
  path: '/api/views',
  summary: 'Save a view; the same name again replaces one’s own',
  tag: 'mentions',
  access: { anyOf: ['mentions.read'] },
  body: z.object({
    name: z.string().trim().min(1).max(60),
    shared: z.boolean().default(false),
    filter: mentionFilterSchema,
    sort: z.enum(['newest', 'oldest', 'urgent']).default('newest'),
  }),
  response: savedViewSchema,
  status: 201,
});

export const removeView = endpoint({
  method: 'DELETE',
  path: '/api/views/{viewId}',
  summary: 'Remove one’s own view',
  tag: 'mentions',
  access: { anyOf: ['mentions.read'] },
  params: z.object({ viewId: idSchema }),
  response: z.null(),
  status: 204,
  problems: ['view-not-found'],
});
