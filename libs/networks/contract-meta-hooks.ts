import { z } from 'zod';
import { endpoint, idSchema } from '#platform/contract';

const path = '/api/hooks/meta/{sourceId}';
const params = z.object({ sourceId: idSchema });

export const verifyMetaHook = endpoint({
  method: 'GET',
  path,
  summary: 'Asked by Meta before it delivers: whether deliveries are wanted at this address',
  tag: 'hooks',
  access: 'public',
  params,
  query: z.object({
    'hub.mode': z.literal('subscribe'),
    'hub.verify_token': z.string().max(200),
    /** Given back as it came: nothing that a browser could take for a page. */
    'hub.challenge': z.string().regex(/^[\w-]{1,200}$/),
  }),
  response: z.string(),
  problems: ['hook-not-found', 'verify-token-wrong'],
});

export const deliverMetaHook = endpoint({
  method: 'POST',
  path,
  summary:
    'Deliver what happened on a Page of Facebook or an Instagram account, signed by the app over the raw body',
  tag: 'hooks',
  access: 'public',
  params,
  body: z.object({
    /** `page` or `instagram`. */
    object: z.string().max(60),
    entry: z.array(z.unknown()).max(1000),
  }),
  response: z.object({
    stored: z.number().int(),
    /** Posts that were here already. */
    known: z.number().int(),
    /** Posts taken back by their authors, whose texts are erased. */
    erased: z.number().int(),
    refused: z.number().int(),
  }),
  problems: [
    'hook-not-found',
    'signature-missing',
    'signature-wrong',
    'delivery-unreadable',
    'delivery-too-soon',
  ],
});
