import { z } from 'zod';
import { cursorSchema, endpoint, idSchema, instantSchema, limitSchema, pageOf } from '#platform/contract';
import {
  LONGEST_PLAN,
  stakeholderNoteSchema,
  stakeholderSummarySchema,
  toldSchema,
} from './contract-schemas.js';
import { TOLD_HOW } from './rules.js';

const READ = { anyOf: ['stakeholders.read'] } as const;
const ONE = z.object({ stakeholderId: idSchema });

/** Weeks that can be looked at, today's included. */
export const MOST_WEEKS = 26;
/** Topics told apart; the rest are one line. */
export const MOST_VOICE_TOPICS = 6;

export const voiceSchema = z
  .object({
    /** Beginning of each week (Monday, UTC), the oldest first. */
    weeks: z.array(instantSchema),
    /** The loudest topics first; `topic` null: what belongs to no topic. */
    lines: z.array(
      z.object({
        topic: z.object({ id: idSchema, name: z.string() }).nullable(),
        /** A mention of several topics stands in each of them. */
        mentions: z.array(z.int()),
        negative: z.array(z.int()),
      }),
    ),
    /** Of any topic, each mention once. */
    total: z.array(z.int()),
    negative: z.array(z.int()),
    until: instantSchema,
  })
  .meta({ id: 'StakeholderVoice' });
export type StakeholderVoice = z.infer<typeof voiceSchema>;

export const readVoice = endpoint({
  method: 'GET',
  path: '/api/stakeholders/{stakeholderId}/voice',
  summary: 'What a stakeholder said, week by week and by topic',
  tag: 'stakeholders',
  access: READ,
  params: ONE,
  query: z.object({ weeks: z.coerce.number().int().min(1).max(MOST_WEEKS).default(12) }),
  response: voiceSchema,
  problems: ['stakeholder-not-found'],
});

export const listTold = endpoint({
  method: 'GET',
  path: '/api/stakeholders/{stakeholderId}/told',
  summary: 'What a stakeholder was told, when, by whom and how; the latest first',
  tag: 'stakeholders',
  access: READ,
  params: ONE,
  query: z.object({ cursor: cursorSchema.optional(), limit: limitSchema.default(30) }),
  response: pageOf(toldSchema),
  problems: ['stakeholder-not-found', 'cursor-invalid'],
});

export const listStakeholderNotes = endpoint({
  method: 'GET',
  path: '/api/stakeholders/{stakeholderId}/notes',
  summary:
    'Notes on a stakeholder, by hand and from workshops, the latest first; each as it stands, with what stood before',
  tag: 'stakeholders',
  access: READ,
  params: ONE,
  query: z.object({ cursor: cursorSchema.optional(), limit: limitSchema.default(10) }),
  response: pageOf(stakeholderNoteSchema),
  problems: ['stakeholder-not-found', 'cursor-invalid'],
});

const noteText = z.string().trim().min(1).max(LONGEST_PLAN);

export const addStakeholderNote = endpoint({
  method: 'POST',
  path: '/api/stakeholders/{stakeholderId}/notes',
  summary: 'Write a note on a stakeholder',
  tag: 'stakeholders',
  access: { anyOf: ['stakeholders.write'] },
  params: ONE,
  body: z.object({ text: noteText }),
  response: z.object({ id: idSchema }),
  status: 201,
  problems: ['stakeholder-not-found', 'stakeholder-archived'],
});

export const correctStakeholderNote = endpoint({
  method: 'POST',
  path: '/api/stakeholders/{stakeholderId}/notes/{noteId}/versions',
  summary: 'Correct a note that was written by hand: a new version, the earlier ones are kept',
  tag: 'stakeholders',
  access: { anyOf: ['stakeholders.write'] },
  params: ONE.extend({ noteId: idSchema }),
  body: z.object({ text: noteText, version: z.int().describe('The version that was read') }),
  response: z.null(),
  status: 204,
  problems: [
    'stakeholder-not-found',
    'stakeholder-archived',
    'note-not-found',
    'note-from-workshop',
    'note-corrected-meanwhile',
  ],
});

export const noteTold = endpoint({
  method: 'POST',
  path: '/api/stakeholders/{stakeholderId}/told',
  summary: 'Note that a stakeholder was told something; such a line is never rewritten',
  tag: 'stakeholders',
  access: { anyOf: ['stakeholders.write', 'incidents.take_part'] },
  params: ONE,
  body: z.object({
    how: z.enum(TOLD_HOW),
    what: z.string().trim().min(1).max(LONGEST_PLAN),
    at: instantSchema.nullable().default(null).describe('Null: just now'),
    incidentId: idSchema.nullable().default(null),
    /** Null: what was agreed before stays. */
    nextContactAt: instantSchema.nullable().default(null),
  }),
  response: toldSchema,
  status: 201,
  problems: ['stakeholder-not-found', 'incident-not-found', 'moment-ahead', 'stakeholder-of-other-realm'],
});

export const listIncidentStakeholders = endpoint({
  method: 'GET',
  path: '/api/incidents/{incidentId}/stakeholders',
  summary: 'Who must be told of an incident first, who has been, who has spoken and who is silent',
  tag: 'stakeholders',
  access: { anyOf: ['incidents.read'] },
  params: z.object({ incidentId: idSchema }),
  response: z.object({
    /** What they said counts from here on: some days before it was declared. */
    from: instantSchema,
    until: instantSchema,
    topicId: idSchema,
    items: z.array(
      stakeholderSummarySchema.extend({
        /** Posts of theirs on the topic, counted up to 1,000. */
        posts: z.int(),
        negative: z.int(),
        lastSpokeAt: instantSchema.nullable(),
        /** The first time that they were told of this incident, and all in all. */
        told: toldSchema.omit({ incident: true }).nullable(),
        toldTimes: z.int(),
      }),
    ),
  }),
  problems: ['incident-not-found'],
});
