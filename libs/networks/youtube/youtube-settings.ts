import { z } from 'zod';
import type { ConnectForm } from '#contract/networks';
import { allowPrivateAddress, secret, serverAddress } from '../connect-settings.js';

const WATCHES = ['channel', 'video'] as const;

const USUAL_SERVER = 'https://youtube.googleapis.com';
const TOKEN_ADDRESS = 'https://oauth2.googleapis.com/token';

/** What Google gives every project, and a tenth of it kept for a day with many answers. */
const USUAL_QUOTA = 10_000;
const USUAL_RESERVE = 1000;

/** As it is typed, or as it is kept. */
const units = z.coerce
  .string()
  .trim()
  .regex(/^\d{1,9}$/, { error: 'is not a whole number' })
  .transform(Number);

export const youtubeSettings = z
  .object({
    /** Where the API is reached: Google itself, or what stands in for it. */
    server: serverAddress.default(USUAL_SERVER),
    watch: z.enum(WATCHES),
    /** The channel (`@handle` or its id; ours where it is left out), or the video (its address or id). */
    term: z.string().trim().max(300).optional(),
    /** Units that the project may spend in a day, and how many of them reading leaves to answering. */
    dailyQuota: units.pipe(z.number().min(100)).default(USUAL_QUOTA),
    reserve: units.default(USUAL_RESERVE),
    allowPrivateAddress,
  })
  .strict()
  .transform((given) => ({
    ...given,
    term: given.watch === 'video' && given.term ? (videoIdOf(given.term) ?? given.term) : given.term,
  }))
  .superRefine(({ watch, term, dailyQuota, reserve }, context) => {
    const refuse = (field: string, problem: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message, params: { problem } });
    if (watch === 'video' && !term) refuse('term', 'required', 'is needed');
    if (watch === 'video' && term && !isVideoId(term)) {
      refuse('term', 'not-a-video', 'is not the address or the id of a video');
    }
    if (watch === 'channel' && term && !isChannelId(term) && !isHandle(term)) {
      refuse('term', 'not-a-channel', 'is not the handle or the id of a channel');
    }
    if (reserve >= dailyQuota) refuse('reserve', 'reserve-too-large', 'leaves nothing to read with');
  });
export type YouTubeSettings = z.infer<typeof youtubeSettings>;

/** An API key may read only; our account, by OAuth 2.0, may answer too. */
export const youtubeCredentials = z
  .object({
    apiKey: secret.optional(),
    clientId: secret.optional(),
    clientSecret: secret.optional(),
    refreshToken: secret.optional(),
  })
  .strict()
  .superRefine((given, context) => {
    const parts = ['clientId', 'clientSecret', 'refreshToken'] as const;
    const missing = parts.filter((part) => !given[part]);
    if (missing.length === parts.length && given.apiKey) return;
    for (const part of missing) {
      context.addIssue({
        code: 'custom',
        path: [part],
        message: 'is needed',
        params: { problem: 'required' },
      });
    }
  })
  .transform((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));

export const YOUTUBE_FORM: ConnectForm = {
  watches: [...WATCHES],
  everySeconds: 120,
  fields: [
    { name: 'term', kind: 'text', required: false, watches: ['channel'], usual: null },
    { name: 'term', kind: 'text', required: true, watches: ['video'], usual: null },
    { name: 'clientId', kind: 'secret', required: false, watches: null, usual: null },
    { name: 'clientSecret', kind: 'secret', required: false, watches: null, usual: null },
    { name: 'refreshToken', kind: 'secret', required: false, watches: null, usual: null },
    { name: 'apiKey', kind: 'secret', required: false, watches: null, usual: null },
    {
      name: 'dailyQuota',
      kind: 'text',
      required: true,
      watches: null,
      usual: String(USUAL_QUOTA),
      adjustable: true,
    },
    {
      name: 'reserve',
      kind: 'text',
      required: true,
      watches: null,
      usual: String(USUAL_RESERVE),
      adjustable: true,
    },
    { name: 'server', kind: 'url', required: true, watches: null, usual: USUAL_SERVER },
    { name: 'allowPrivateAddress', kind: 'flag', required: false, watches: null, usual: null },
  ],
};

/** What stands in for Google gives the tokens too. */
export function tokenAddress({ server }: Pick<YouTubeSettings, 'server'>): URL {
  return server === USUAL_SERVER ? new URL(TOKEN_ADDRESS) : new URL('/token', server);
}

export function isChannelId(text: string): boolean {
  return /^UC[\w-]{22}$/.test(text);
}

function isHandle(text: string): boolean {
  return /^@[\p{L}\p{N}._·-]{2,40}$/u.test(text);
}

function isVideoId(text: string): boolean {
  return /^[\w-]{11}$/.test(text);
}

/** The id in `watch?v=…`, `youtu.be/…`, `/shorts/…` and `/live/…`; null when none is there. */
function videoIdOf(text: string): string | null {
  if (isVideoId(text)) return text;
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const { hostname, pathname, searchParams } = new URL(address);
  if (!/(^|\.)(youtube\.com|youtu\.be)$/i.test(hostname)) return null;
  const last = pathname.split('/').filter(Boolean).at(-1) ?? '';
  const id = searchParams.get('v') ?? last;
  return isVideoId(id) ? id : null;
}
