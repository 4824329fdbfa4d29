import { z } from 'zod';
import { endpoint, instantSchema } from '#platform/contract';
import { personRef } from './contract-freezes.js';

export const replyRulesSchema = z
  .object({
    /** A second person confirms replies to mentions from this level on; null: the level asks for nobody. */
    secondFromLevel: z.number().int().min(0).max(4).nullable(),
    /** And replies with an answer of high sensitivity. */
    secondAtHighSensitivity: z.boolean(),
    by: personRef.nullable(),
    at: instantSchema,
  })
  .meta({ id: 'ReplyRules' });
export type ReplyRules = z.infer<typeof replyRulesSchema>;

export const readReplyRules = endpoint({
  method: 'GET',
  path: '/api/reply-rules',
  summary: 'When a reply needs a second person',
  tag: 'replies',
  access: { anyOf: ['mentions.read'] },
  response: replyRulesSchema,
});

export const changeReplyRules = endpoint({
  method: 'PUT',
  path: '/api/reply-rules',
  summary: 'Change when a reply needs a second person; holds from now on, also for replies that wait',
  tag: 'replies',
  access: { anyOf: ['replies.govern'] },
  body: replyRulesSchema.omit({ by: true, at: true }).strict(),
  response: replyRulesSchema,
});
