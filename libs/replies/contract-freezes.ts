import { z } from 'zod';
import { endpoint, idSchema, instantSchema, realmSchema } from '#platform/contract';

export const personRef = z.object({ id: idSchema, name: z.string() });
export const reasonSchema = z.string().trim().min(1).max(500);

export const publicationFreezeSchema = z
  .object({
    id: idSchema,
    realm: realmSchema,
    /** null: everything of the realm. */
    topic: z.object({ id: idSchema, name: z.string() }).nullable(),
    reason: z.string(),
    by: personRef.nullable(),
    frozenAt: instantSchema,
    released: z
      .object({ at: instantSchema, by: personRef.nullable(), reason: z.string().nullable() })
      .nullable(),
    /** Replies that it holds now. */
    held: z.number().int(),
    /** Replies that were already on their way when it was made, and may still appear. */
    leaving: z.number().int(),
  })
  .meta({ id: 'PublicationFreeze' });
export type PublicationFreezeView = z.infer<typeof publicationFreezeSchema>;

export const listFreezes = endpoint({
  method: 'GET',
  path: '/api/publication-freezes',
  summary: 'Freezes of publications: those that hold, then those released lately',
  tag: 'replies',
  access: { anyOf: ['mentions.read'] },
  query: z.object({ realm: realmSchema.optional() }),
  response: z.object({ items: z.array(publicationFreezeSchema) }),
});

export const freezeReplies = endpoint({
  method: 'POST',
  path: '/api/publication-freezes',
  summary: 'Hold all replies of a realm, or of a topic in it; holding statements still leave',
  tag: 'replies',
  access: { anyOf: ['replies.govern'] },
  body: z
    .object({ realm: realmSchema, topicId: idSchema.nullable().default(null), reason: reasonSchema })
    .strict(),
  response: publicationFreezeSchema,
  status: 201,
  problems: ['unknown-topic'],
});

export const releaseFreeze = endpoint({
  method: 'POST',
  path: '/api/publication-freezes/{freezeId}/release',
  summary: 'End a freeze; what it held leaves after all its checks',
  tag: 'replies',
  access: { anyOf: ['replies.govern'] },
  params: z.object({ freezeId: idSchema }),
  body: z.object({ reason: reasonSchema.optional() }).strict(),
  response: publicationFreezeSchema,
  problems: ['freeze-not-found', 'already-released'],
});
