import { z } from 'zod';
import { cursorSchema, endpoint, idSchema, instantSchema, limitSchema, pageOf } from '#platform/contract';

export const auditEntrySchema = z
  .object({
    /** Position in the chain, from 1, without gaps. */
    position: z.string(),
    at: instantSchema,
    actorId: idSchema.nullable(),
    /** Name at that moment; `null` actor is the system itself. */
    actorName: z.string(),
    /** e.g. `mention.no_reply`, `answer.approved`, `reply.sent`, `person.signed_in`. */
    action: z.string(),
    subjectType: z.string(),
    subjectId: z.string(),
    reason: z.string().nullable(),
    before: z.unknown(),
    after: z.unknown(),
    /** SHA-256, hexadecimal, over the hash before and the canonical text of the entry. */
    hash: z.string(),
    previousHash: z.string(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof auditEntrySchema>;

const filter = z.object({
  actorId: idSchema.optional(),
  action: z.string().max(80).optional().describe('Exact action, or its beginning followed by `*`'),
  subjectType: z.string().max(40).optional(),
  subjectId: z.string().max(80).optional(),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
});

export const listAudit = endpoint({
  method: 'GET',
  path: '/api/audit',
  summary: 'The record of decisions, newest first',
  tag: 'audit',
  access: { anyOf: ['audit.read'] },
  query: filter.extend({ cursor: cursorSchema.optional(), limit: limitSchema.default(50) }),
  response: pageOf(auditEntrySchema),
});

export const listAuditActions = endpoint({
  method: 'GET',
  path: '/api/audit/actions',
  summary: 'The actions and kinds of subject that occur, for the filter',
  tag: 'audit',
  access: { anyOf: ['audit.read'] },
  response: z.object({ actions: z.array(z.string()), subjectTypes: z.array(z.string()) }),
});

export const verifyAudit = endpoint({
  method: 'POST',
  path: '/api/audit/verify',
  summary: 'Recompute the whole chain and say whether it holds',
  tag: 'audit',
  access: { anyOf: ['audit.read'] },
  response: z.object({
    intact: z.boolean(),
    entries: z.number().int(),
    lastHash: z.string().nullable(),
    /** First position that does not follow from the one before. */
    brokenAt: z.string().nullable(),
    brokenWhy: z.enum(['gap', 'link', 'content']).nullable(),
    milliseconds: z.number(),
  }),
});

export const exportAudit = endpoint({
  method: 'GET',
  path: '/api/audit/export',
  summary: 'The entries as JSON Lines with their hashes and canonical texts (the proof)',
  tag: 'audit',
  access: { anyOf: ['audit.read'] },
  query: filter,
  response: z.string().describe('application/x-ndjson'),
});
