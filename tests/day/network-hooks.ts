import { createHmac } from 'node:crypto';
import { bodySignature } from '#platform/outgoing';
import { MEDIA_ID } from '../simulators/instagram-server.js';
import type { DayNetwork } from './day-plan.js';

/** What is said at a network, as it tells of it. */
export interface Told {
  /** As the network names it. */
  id: string;
  text: string;
  at: Date;
}

/** How a network tells the server of something: what it writes, how it signs, and what it asks before. */
export interface Hook {
  network: DayNetwork;
  /** Below `/api/hooks/`, before the number of the source. */
  path: '' | 'meta/' | 'x/';
  secret: string;
  /** Whether it delivers again what was not answered. */
  insists: boolean;
  sign(body: string, secret: string): Record<string, string>;
  introduction(): { query: Record<string, string> | null; expected: string };
  said(told: Told): object;
  /** Null where the network does not tell of it. */
  edited(told: Told): object | null;
  takenBack(id: string): object | null;
}

export const WEBHOOK_SECRET = 'what two systems share';
const APP_SECRET = 'secret-of-the-app';
const X_SECRET = 'secret-of-app';
const PAGE = '104000001';
const ACCOUNT = '17841400000000001';

const meta = {
  path: 'meta/',
  secret: APP_SECRET,
  insists: true,
  sign: (body: string, secret: string) => ({
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  }),
  introduction: () => ({
    query: {
      'hub.mode': 'subscribe',
      'hub.challenge': '1158201444',
      'hub.verify_token': 'verify-lumen',
    },
    expected: '1158201444',
  }),
} as const;

function ofMeta(object: string, id: string, field: string, value: object): object {
  return { object, entry: [{ id, time: seconds(new Date()), changes: [{ field, value }] }] };
}

const facebook: Hook = {
  ...meta,
  network: 'facebook',
  said: (told) => onPage('add', told),
  edited: (told) => onPage('edited', told),
  takenBack: (id) => ofMeta('page', PAGE, 'feed', { item: 'status', verb: 'remove', post_id: id }),
};

function onPage(verb: string, { id, text, at }: Told): object {
  return ofMeta('page', PAGE, 'feed', {
    item: 'status',
    verb,
    post_id: id,
    message: text,
    created_time: seconds(at),
    from: { id: '7700112233', name: 'Ana' },
  });
}

const instagram: Hook = {
  ...meta,
  network: 'instagram',
  said: ({ id, text }) =>
    ofMeta('instagram', ACCOUNT, 'comments', {
      ...{ id, text, from: { id: '6600112233', username: 'ana' }, media: { id: MEDIA_ID } },
    }),
  edited: () => null,
  takenBack: () => null,
};

const x: Hook = {
  network: 'x',
  path: 'x/',
  secret: X_SECRET,
  insists: false,
  sign: (body, secret) => ({ 'x-twitter-webhooks-signature': signedByX(body, secret) }),
  introduction: () => ({
    query: { crc_token: 'token_of-the-day' },
    expected: JSON.stringify({ response_token: signedByX('token_of-the-day', X_SECRET) }),
  }),
  said: ({ id, text }) => ({ for_user_id: '2244994945', tweet_create_events: [{ id_str: id, text }] }),
  edited: () => null,
  // Of its own posts only, X tells.
  takenBack: () => null,
};

function signedByX(text: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(text).digest('base64')}`;
}

const webhook: Hook = {
  network: 'webhook',
  path: '',
  secret: WEBHOOK_SECRET,
  insists: true,
  sign: (body, secret) => {
    const timestamp = String(seconds(new Date()));
    return {
      'passerelle-timestamp': timestamp,
      'passerelle-signature': bodySignature(secret, timestamp, body),
    };
  },
  introduction: () => ({ query: null, expected: '' }),
  said: ({ id, text, at }) => ({ posts: [{ id, text, publishedAt: at.toISOString() }] }),
  edited: ({ id, text, at }) => ({
    posts: [{ id, text, publishedAt: at.toISOString(), editedAt: new Date().toISOString() }],
  }),
  takenBack: (id) => ({ deleted: [id] }),
};

export const HOOKS: Partial<Record<DayNetwork, Hook>> = { facebook, instagram, x, webhook };

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
