import { z } from 'zod';
import { idSchema, instantSchema, networkSchema, realmSchema } from '#platform/contract';
import {
  ATTACHED_HOW,
  MOST_OF_AXIS,
  QUADRANTS,
  RULE_KINDS,
  SALIENCE_CLASSES,
  STAKEHOLDER_CATEGORIES,
  STAKEHOLDER_KINDS,
  TOLD_HOW,
} from './rules.js';

/** Stakeholders in use, of one realm. A map of more than these tells nobody anything. */
export const MOST_STAKEHOLDERS = 300;
export const LONGEST_NAME = 120;
export const LONGEST_NOTE = 500;
export const LONGEST_PLAN = 4000;
/** Terms of one rule. */
export const MOST_TERMS = 500;

const axis = z.number().int().min(0).max(MOST_OF_AXIS);
export const placeSchema = z.object({ power: axis, interest: axis });
export const salienceSchema = z.enum(SALIENCE_CLASSES);
const personSchema = z.object({ id: idSchema, name: z.string() });

/** Fields that a person writes. */
export const stakeholderFieldsSchema = z.object({
  kind: z.enum(STAKEHOLDER_KINDS),
  category: z.enum(STAKEHOLDER_CATEGORIES),
  name: z.string().trim().min(1).max(LONGEST_NAME),
  hasPower: z.boolean().default(false),
  powerNote: z.string().trim().max(LONGEST_NOTE).default(''),
  hasLegitimacy: z.boolean().default(false),
  legitimacyNote: z.string().trim().max(LONGEST_NOTE).default(''),
  hasUrgency: z.boolean().default(false),
  urgencyNote: z.string().trim().max(LONGEST_NOTE).default(''),
  ownerId: idSchema.nullable().default(null),
  plan: z.string().trim().max(LONGEST_PLAN).default(''),
  nextContactAt: instantSchema.nullable().default(null),
});
export type StakeholderFields = z.output<typeof stakeholderFieldsSchema>;

export const stakeholderSummarySchema = z
  .object({
    id: idSchema,
    realm: realmSchema,
    kind: z.enum(STAKEHOLDER_KINDS),
    category: z.enum(STAKEHOLDER_CATEGORIES),
    name: z.string(),
    /** On the map, 0-10. */
    power: axis,
    interest: axis,
    quadrant: z.enum(QUADRANTS).describe('Field of the map of power and interest (Mendelow)'),
    salience: salienceSchema.describe('Class by power, legitimacy, urgency (Mitchell, Agle, Wood 1997)'),
    hasPower: z.boolean(),
    hasLegitimacy: z.boolean(),
    hasUrgency: z.boolean(),
    owner: personSchema.nullable(),
    nextContactAt: instantSchema.nullable(),
    archivedAt: instantSchema.nullable(),
    version: z.int(),
    /** Accounts that speak for it. */
    authors: z.int(),
  })
  .meta({ id: 'StakeholderSummary' });
export type StakeholderSummary = z.infer<typeof stakeholderSummarySchema>;

export const stakeholderSchema = stakeholderSummarySchema
  .extend({
    powerNote: z.string(),
    legitimacyNote: z.string(),
    urgencyNote: z.string(),
    plan: z.string(),
    createdAt: instantSchema,
    changedAt: instantSchema,
  })
  .meta({ id: 'Stakeholder' });
export type StakeholderView = z.infer<typeof stakeholderSchema>;

export const stakeholderMoveSchema = z
  .object({
    id: idSchema,
    at: instantSchema,
    by: z.string().nullable(),
    from: placeSchema.nullable().describe('Null: it was put on the map'),
    to: placeSchema,
    why: z.string(),
  })
  .meta({ id: 'StakeholderMove' });
export type StakeholderMoveView = z.infer<typeof stakeholderMoveSchema>;

export const accountSchema = z.object({
  id: idSchema,
  network: networkSchema,
  handle: z.string().nullable(),
  name: z.string().nullable(),
  url: z.string().nullable(),
  /** Posts of theirs, counted up to 1,000. */
  mentions: z.int(),
});
export type StakeholderAccount = z.infer<typeof accountSchema>;

export const PROPOSED_BECAUSE = [
  'same_contact',
  'same_organisation',
  'named_alike',
  'bio_names_it',
  'seems_press',
] as const;
export const reasonSchema = z.object({
  /** `account`, `domain`, `bio`: by a rule. `hand`: as a person wrote. The rest: why it was proposed. */
  code: z.enum(['account', 'domain', 'bio', 'hand', ...PROPOSED_BECAUSE]),
  value: z.string(),
});
export type AttachReason = z.infer<typeof reasonSchema>;

export const attachedAuthorSchema = accountSchema
  .extend({
    how: z.enum(ATTACHED_HOW),
    reasons: z.array(reasonSchema),
    by: z.string().nullable(),
    at: instantSchema,
  })
  .meta({ id: 'AttachedAuthor' });
export type AttachedAuthorView = z.infer<typeof attachedAuthorSchema>;

export const proposedAuthorSchema = accountSchema
  .extend({ reasons: z.array(reasonSchema).min(1) })
  .meta({ id: 'ProposedAuthor' });
export type ProposedAuthorView = z.infer<typeof proposedAuthorSchema>;

export const ruleSchema = z
  .object({
    id: idSchema,
    stakeholder: z.object({ id: idSchema, name: z.string() }),
    kind: z.enum(RULE_KINDS),
    terms: z.array(z.string()),
    note: z.string(),
    by: z.string(),
    createdAt: instantSchema,
    /** Accounts that it attached, and that are attached still. */
    attached: z.int(),
    /** Accounts known before the rule are still being gone through. */
    underWay: z.boolean(),
  })
  .meta({ id: 'StakeholderRule' });
export type StakeholderRuleView = z.infer<typeof ruleSchema>;

export const stakeholderNoteSchema = z
  .object({
    id: idSchema,
    text: z.string(),
    /** The name that they had in the workshop; null: anonymous. */
    saidBy: z.string().nullable(),
    /** Null: written by hand. */
    workshop: z.object({ id: idSchema, title: z.string() }).nullable(),
    /** Who wrote it first, or brought it here. */
    by: z.string(),
    at: instantSchema,
    version: z.int(),
    /** Who wrote the version that stands, where that is not the first. */
    corrected: z.object({ by: z.string(), at: instantSchema }).nullable(),
    /** What stood there before, the latest first. */
    earlier: z.array(z.object({ text: z.string(), by: z.string(), at: instantSchema })),
  })
  .meta({ id: 'StakeholderNote' });
export type StakeholderNoteView = z.infer<typeof stakeholderNoteSchema>;

export const toldSchema = z
  .object({
    id: idSchema,
    at: instantSchema,
    by: z.string(),
    how: z.enum(TOLD_HOW),
    what: z.string(),
    incident: z.object({ id: idSchema, title: z.string() }).nullable(),
  })
  .meta({ id: 'StakeholderTold' });
export type StakeholderToldView = z.infer<typeof toldSchema>;
