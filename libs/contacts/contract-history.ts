import { z } from 'zod';
import {
  cursorSchema,
  endpoint,
  idSchema,
  instantSchema,
  limitSchema,
  networkSchema,
  pageOf,
} from '#platform/contract';

export const HISTORY_KINDS = ['mention', 'reply', 'escalation', 'decision'] as const;

export const historyEntrySchema = z
  .object({
    kind: z.enum(HISTORY_KINDS),
    id: idSchema,
    at: instantSchema,
    /** The post that it concerns. */
    mentionId: idSchema,
    network: networkSchema,
    /** The post, the reply or the question of the escalation; a decision's note. Cut after 500 characters. */
    text: z.string().nullable(),
    /** State of the mention, the reply or the escalation; the action that was decided on. */
    state: z.string(),
    reason: z.string().nullable(),
    by: z.string().nullable(),
  })
  .meta({ id: 'ContactHistoryEntry' });
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const readContactHistory = endpoint({
  method: 'GET',
  path: '/api/contacts/{contactId}/history',
  summary: 'Everything with all accounts of a contact: posts, replies, escalations, decisions; newest first',
  tag: 'contacts',
  access: { anyOf: ['contacts.read'] },
  params: z.object({ contactId: idSchema }),
  query: z.object({ cursor: cursorSchema.optional(), limit: limitSchema.default(30) }),
  response: pageOf(historyEntrySchema),
  problems: ['contact-not-found', 'cursor-invalid'],
});

export const readMentionContact = endpoint({
  method: 'GET',
  path: '/api/mentions/{mentionId}/contact',
  summary: 'Who posted a mention, as far as we know them: contact, earlier exchanges, what is open',
  tag: 'contacts',
  access: { anyOf: ['contacts.read'] },
  params: z.object({ mentionId: idSchema }),
  response: z.object({
    author: z
      .object({
        id: idSchema,
        network: networkSchema,
        handle: z.string().nullable(),
        name: z.string().nullable(),
      })
      .nullable(),
    contact: z
      .object({ id: idSchema, name: z.string(), organisation: z.string().nullable() })
      .nullable()
      .describe('Null: the account belongs to no contact'),
    /** Earlier posts of the same person, counted up to `ceiling`. */
    earlier: z.int(),
    /** Of all their posts those still new, in progress or escalated, this one left out. */
    open: z.int(),
    ceiling: z.int(),
    /** Proposals that wait for a decision on this account. */
    proposals: z.int(),
    /** For a greeting: the first name of the contact, where it looks like one. A proposal for a person to check. */
    firstName: z.string().nullable(),
  }),
  problems: ['mention-not-found'],
});
