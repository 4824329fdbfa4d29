import { z } from 'zod';
import type { ConnectForm } from '#contract/networks';
import { allowPrivateAddress, needsTerm, secret, serverAddress } from '../connect-settings.js';

const WATCHES = ['mentions', 'search', 'account', 'list'] as const;
export const BLUESKY_SERVER = 'https://bsky.social';
export const JETSTREAM_SERVER = 'https://jetstream2.us-east.bsky.network';

export const blueskySettings = z
  .object({
    server: serverAddress.default(BLUESKY_SERVER),
    watch: z.enum(WATCHES),
    /** The words of the search, the handle of the account, or the at:// address of the list. */
    term: z.string().trim().max(500).optional(),
    /** Also listened to, by the stream of all posts. */
    live: z.boolean().default(false),
    jetstream: serverAddress.default(JETSTREAM_SERVER),
    allowPrivateAddress,
  })
  .strict()
  .superRefine(needsTerm(['search', 'account', 'list']))
  .superRefine(({ watch, term }, context) => {
    if (watch === 'list' && term && !/^at:\/\/[^/]+\/app\.bsky\.graph\.list\/[^/]+$/.test(term)) {
      const message = 'is not the address of a list (at://…/app.bsky.graph.list/…)';
      context.addIssue({ code: 'custom', path: ['term'], message });
    }
  });
export type BlueskySettings = z.infer<typeof blueskySettings>;

export const blueskyCredentials = z
  .object({
    /** Handle or e-mail address. */
    identifier: secret.transform((given) => given.replace(/^@/, '')),
    appPassword: secret,
  })
  .strict();

export const BLUESKY_FORM: ConnectForm = {
  watches: [...WATCHES],
  everySeconds: 60,
  fields: [
    { name: 'identifier', kind: 'text', required: true, watches: null, usual: null },
    { name: 'appPassword', kind: 'secret', required: true, watches: null, usual: null },
    { name: 'term', kind: 'text', required: true, watches: ['search', 'account', 'list'], usual: null },
    { name: 'server', kind: 'url', required: true, watches: null, usual: BLUESKY_SERVER },
    { name: 'live', kind: 'flag', required: false, watches: null, usual: null, adjustable: true },
    {
      name: 'jetstream',
      kind: 'url',
      required: true,
      watches: null,
      usual: JETSTREAM_SERVER,
      adjustable: true,
    },
    { name: 'allowPrivateAddress', kind: 'flag', required: false, watches: null, usual: null },
  ],
};
