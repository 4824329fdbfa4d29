import { z } from 'zod';
import type { ConnectForm } from '#contract/networks';
import { allowPrivateAddress, needsTerm, secret, serverAddress, topicIds } from '../connect-settings.js';

const WATCHES = ['mentions', 'topics', 'search', 'hashtag', 'account', 'list'] as const;
const WITH_TERM = ['search', 'hashtag', 'account', 'list'];
/** The filtered stream knows no lists. */
const HEARD = WATCHES.filter((watch) => watch !== 'list');
const LIST_ADDRESS = /^(?:https?:\/\/)?(?:www\.)?(?:x|twitter)\.com\/i\/lists\//i;

const USUAL_SERVER = 'https://api.x.com';

export const xSettings = z
  .object({
    /** Where the API is reached: X itself, or what stands in for it. */
    server: serverAddress.default(USUAL_SERVER),
    watch: z.enum(WATCHES),
    /** The search in the language of X, the hashtag, the account, or the number of a list. */
    term: z
      .string()
      .trim()
      .max(500)
      .transform((given) => given.replace(/^[#@]/, '').replace(LIST_ADDRESS, ''))
      .optional(),
    /** The ids of the topics that are followed, with commas between; all that are active where it is empty. */
    topics: topicIds.optional(),
    /** X grants more and longer rules. */
    enterprise: z.boolean().optional(),
    /** Also listened to, by the filtered stream. */
    live: z.boolean().default(false),
    allowPrivateAddress,
  })
  .strict()
  .superRefine(needsTerm(WITH_TERM))
  .superRefine(({ watch, term }, context) => {
    const named = watch === 'hashtag' || watch === 'account';
    if (named && term && !/^[\p{L}\p{M}\p{N}_]+$/u.test(term)) {
      context.addIssue({ code: 'custom', path: ['term'], message: 'is not a single name' });
    }
    if (watch === 'list' && term && !/^\d{1,19}$/.test(term)) {
      context.addIssue({ code: 'custom', path: ['term'], message: 'is not the number of a list' });
    }
  });
export type XSettings = z.infer<typeof xSettings>;

/** OAuth 1.0a: the application and our account in it. Such tokens hold until somebody revokes them. */
export const xCredentials = z
  .object({ apiKey: secret, apiSecret: secret, accessToken: secret, accessSecret: secret })
  .strict();

export const X_FORM: ConnectForm = {
  watches: [...WATCHES],
  everySeconds: 120,
  fields: [
    { name: 'term', kind: 'text', required: true, watches: WITH_TERM, usual: null },
    { name: 'topics', kind: 'topics', required: false, watches: ['topics'], usual: null, adjustable: true },
    { name: 'enterprise', kind: 'flag', required: false, watches: ['topics'], usual: null, adjustable: true },
    { name: 'apiKey', kind: 'secret', required: true, watches: null, usual: null },
    { name: 'apiSecret', kind: 'secret', required: true, watches: null, usual: null },
    { name: 'accessToken', kind: 'secret', required: true, watches: null, usual: null },
    { name: 'accessSecret', kind: 'secret', required: true, watches: null, usual: null },
    { name: 'server', kind: 'url', required: true, watches: null, usual: USUAL_SERVER },
    { name: 'live', kind: 'flag', required: false, watches: HEARD, usual: null, adjustable: true },
    { name: 'allowPrivateAddress', kind: 'flag', required: false, watches: null, usual: null },
  ],
};

/** What is watched, as a query of the recent search; null for the mentions and for a list, which are asked for otherwise, and for topics. */
export function searchQuery({ watch, term = '' }: Pick<XSettings, 'watch' | 'term'>): string | null {
  switch (watch) {
    case 'mentions':
    case 'topics':
    case 'list':
      return null;
    case 'hashtag':
      return `#${term} -is:retweet`;
    case 'account':
      return `from:${term} -is:retweet`;
    case 'search':
      // A repost is no new post; whoever asks for reposts by name gets them.
      return /\bis:retweet\b/.test(term) ? term : `(${term}) -is:retweet`;
  }
}
