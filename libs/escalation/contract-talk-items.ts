import { z } from 'zod';
import { idSchema, instantSchema } from '#platform/contract';

const person = z.object({ id: idSchema, name: z.string() });

export const escalationCommentSchema = z
  .object({
    id: idSchema,
    by: person,
    at: instantSchema,
    text: z.string(),
    mentioned: z.array(person),
    /** Only this department sees it. */
    privateTo: idSchema.nullable(),
  })
  .meta({ id: 'EscalationComment' });
export type EscalationComment = z.infer<typeof escalationCommentSchema>;

export const escalationAttachmentSchema = z
  .object({
    id: idSchema,
    by: person,
    at: instantSchema,
    name: z.string(),
    mediaType: z.string(),
    bytes: z.number().int(),
    privateTo: idSchema.nullable(),
  })
  .meta({ id: 'EscalationAttachment' });
export type EscalationAttachment = z.infer<typeof escalationAttachmentSchema>;
