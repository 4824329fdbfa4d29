import { z } from 'zod';
import { idSchema, instantSchema, realmSchema } from '#platform/contract';
import { mentionSummarySchema } from '#contract/mentions';
import { salienceSchema } from '#contract/stakeholders';
import { escalationAttachmentSchema, escalationCommentSchema } from './contract-talk-items.js';
import { ASK_STATES, ASKED_BECAUSE, DECISION_KINDS, ESCALATION_STATES, SUBJECT_TYPES } from './rules.js';

const level = z.number().int().min(0).max(4);
const person = z.object({ id: idSchema, name: z.string() });

export const escalationOutcomeSchema = z
  .object({
    kind: z.enum(DECISION_KINDS),
    note: z.string().nullable(),
    reason: z.string().nullable(),
    answerId: idSchema.nullable(),
    draftAnswerId: idSchema.nullable(),
    by: person.nullable(),
    confirmedBy: person.nullable(),
    at: instantSchema.nullable(),
  })
  .meta({ id: 'EscalationOutcome' });
export type EscalationOutcome = z.infer<typeof escalationOutcomeSchema>;

export const escalationAskSchema = z
  .object({
    id: idSchema,
    departmentId: idSchema.nullable(),
    state: z.enum(ASK_STATES),
    owner: person.nullable(),
    round: z.number().int(),
    /** 0 in the first round; from 1 on the crisis lead is asked as well. */
    loudness: z.number().int(),
    /** When it goes on by itself: the next step, or the end of the time to decide; null once it is settled. */
    nextAt: instantSchema.nullable(),
    snoozedUntil: instantSchema.nullable(),
    acknowledgedAt: instantSchema.nullable(),
    decision: escalationOutcomeSchema.nullable(),
    /** Whether the person who reads may act on it. */
    mayAct: z.boolean(),
    canHandBack: z.boolean(),
  })
  .meta({ id: 'EscalationAsk' });
export type EscalationAsk = z.infer<typeof escalationAskSchema>;

export const escalationSummarySchema = z
  .object({
    id: idSchema,
    subjectType: z.enum(SUBJECT_TYPES),
    subjectId: idSchema,
    realm: realmSchema,
    level,
    topicId: idSchema.nullable(),
    question: z.string(),
    why: z.string(),
    state: z.enum(ESCALATION_STATES),
    policy: z.object({ id: idSchema, name: z.string() }).nullable(),
    mode: z.enum(['parallel', 'in_turn']),
    rule: z.enum(['all', 'any', 'n_of']),
    needed: z.number().int(),
    openedBy: person.nullable(),
    openedAt: instantSchema,
    acknowledgedAt: instantSchema.nullable(),
    decidedAt: instantSchema.nullable(),
    closedAt: instantSchema.nullable(),
    closeReason: z.string().nullable(),
    mergedInto: idSchema.nullable(),
    reopened: z.number().int(),
    outcome: escalationOutcomeSchema.nullable(),
    effect: z.enum(['none', 'pending', 'done', 'refused']),
    asks: z.array(escalationAskSchema),
    mentions: z.number().int(),
    /** The first mention's words, or nothing. */
    excerpt: z.string(),
    network: z.string().nullable(),
    authorName: z.string().nullable(),
  })
  .meta({ id: 'Escalation' });
export type EscalationSummary = z.infer<typeof escalationSummarySchema>;

const stakeholder = z.object({ id: idSchema, name: z.string(), salience: salienceSchema });

export const escalationLogSchema = z
  .object({
    id: idSchema,
    at: instantSchema,
    kind: z.string(),
    departmentId: idSchema.nullable(),
    by: person.nullable(),
    people: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        because: z.enum(ASKED_BECAUSE),
        /** Of an owner: whose, as salient as it was then. */
        stakeholder: stakeholder.nullable(),
      }),
    ),
    /** By whose salience the policy was chosen, or whose owner could not be asked. */
    stakeholder: stakeholder.partial({ salience: true }).nullable(),
    round: z.number().int().nullable(),
    step: z.number().int().nullable(),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .meta({ id: 'EscalationLogEntry' });
export type EscalationLogEntry = z.infer<typeof escalationLogSchema>;

export const escalationDetailSchema = escalationSummarySchema
  .extend({
    mentionSummaries: z.array(mentionSummarySchema),
    log: z.array(escalationLogSchema),
    comments: z.array(escalationCommentSchema),
    attachments: z.array(escalationAttachmentSchema),
    /** Decisions on similar matters before: of the same topic or words, newest first. */
    earlier: z.array(
      z.object({
        id: idSchema,
        question: z.string(),
        excerpt: z.string(),
        outcome: escalationOutcomeSchema,
        answerQuestion: z.object({ fr: z.string(), en: z.string() }).nullable(),
      }),
    ),
    /** Other undecided escalations that may be about the same. */
    duplicates: z.array(z.object({ id: idSchema, question: z.string(), excerpt: z.string() })),
  })
  .meta({ id: 'EscalationDetail' });
export type EscalationDetail = z.infer<typeof escalationDetailSchema>;
