import { z } from 'zod';
import type { ConnectForm } from '#contract/networks';
import { allowPrivateAddress, needsTerm, secret, serverAddress } from '../connect-settings.js';

const WATCHES = ['mentions', 'hashtag', 'account', 'list', 'local', 'public'] as const;

export const mastodonSettings = z
  .object({
    server: serverAddress,
    watch: z.enum(WATCHES),
    /** The hashtag, the account (`name@server`) or the id of the list. */
    term: z
      .string()
      .trim()
      .max(200)
      .transform((given) => given.replace(/^[#@]/, ''))
      .optional(),
    allowPrivateAddress,
  })
  .strict()
  .superRefine(needsTerm(['hashtag', 'account', 'list']));
export type MastodonSettings = z.infer<typeof mastodonSettings>;

export const mastodonCredentials = z.object({ accessToken: secret }).strict();

export const MASTODON_FORM: ConnectForm = {
  watches: [...WATCHES],
  everySeconds: 60,
  fields: [
    { name: 'server', kind: 'url', required: true, watches: null, usual: 'https://mastodon.social' },
    { name: 'term', kind: 'text', required: true, watches: ['hashtag', 'account', 'list'], usual: null },
    { name: 'accessToken', kind: 'secret', required: true, watches: null, usual: null },
    { name: 'allowPrivateAddress', kind: 'flag', required: false, watches: null, usual: null },
  ],
};
