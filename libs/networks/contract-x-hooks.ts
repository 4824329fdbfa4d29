import { z } from 'zod';
import { endpoint, idSchema } from '#platform/contract';

const path = '/api/hooks/x/{sourceId}';
const params = z.object({ sourceId: idSchema });

export const verifyXHook = endpoint({
  method: 'GET',
  path,
  summary:
    'Asked by X, now and every day: whether whoever answers at this address knows the secret of the app',
  tag: 'hooks',
  access: 'public',
  params,
  query: z.object({
    /** Signed with the very secret that signs deliveries: nothing that could be the body of one is ever signed here. */
    crc_token: z.string().regex(/^[\w+/=-]{1,200}$/),
  }),
  response: z.object({ response_token: z.string() }),
  problems: ['hook-not-found'],
});

export const deliverXHook = endpoint({
  method: 'POST',
  path,
  summary: 'Deliver what happened around an account of X, signed by the app over the raw body',
  tag: 'hooks',
  access: 'public',
  params,
  body: z.object({
    /** The account that it is told for. */
    for_user_id: z.string().regex(/^[0-9]{1,19}$/),
    tweet_create_events: z.array(z.unknown()).max(1000).optional(),
    tweet_delete_events: z
      .array(z.object({ status: z.object({ id: z.string().regex(/^[0-9]{1,19}$/) }) }))
      .max(1000)
      .optional(),
  }),
  response: z.object({
    /** Sources that are read in a moment because of it. */
    nudged: z.number().int(),
    /** Posts taken back by their authors, whose texts are erased. */
    erased: z.number().int(),
  }),
  problems: ['hook-not-found', 'signature-missing', 'signature-wrong', 'delivery-unreadable'],
});
