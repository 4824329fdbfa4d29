import { createHmac } from 'node:crypto';
import { FaultyServer, type NetworkReply, type NetworkRequest } from './faulty-server.js';

const TOKEN = 'EAAG-token-of-lumen';
const APP_SECRET = 'secret-of-the-app';
const APP_ID = '777000777';

/** What Facebook and Instagram share: tokens with their proofs, usage, look-ups by ids. Pages are small. */
export abstract class MetaServer extends FaultyServer {
  token = TOKEN;
  /** What Meta answers for a token that is not good any more. */
  tokenSubcode = 467;
  tokenType = 'PAGE';
  /** Seconds since 1970; 0: for good. */
  expiresAt = 0;
  dataAccessExpiresAt = 0;
  /** Percent of the limits that are used up, and minutes for which nothing is answered. */
  used = 12;
  waitMinutes = 0;
  /** What the Page delivers, by the number of the app. */
  subscribed: Record<string, string[]> = {};
  /** What is answered to whoever wants to change that. */
  subscribing: NetworkReply | null = null;
  abstract scopes: string[];

  get settings(): Record<string, unknown> {
    return {
      server: this.url,
      version: 'v23.0',
      appId: APP_ID,
      verifyToken: 'verify-lumen',
      allowPrivateAddress: true,
    };
  }
  /** As the live check leaves them. */
  get credentials(): Record<string, string> {
    return { accessToken: TOKEN, appSecret: APP_SECRET, accountId: this.accountId };
  }
  protected abstract readonly accountId: string;

  protected answer(request: NetworkRequest): NetworkReply {
    return { ...this.checked(request), headers: this.usage() };
  }

  private checked(request: NetworkRequest): NetworkReply {
    const { url, headers } = request;
    const path = url.pathname.replace(/^\/v\d+\.\d\/?/, '');
    if (path === 'debug_token') return this.debug(url, headers.authorization);
    if (headers.authorization !== `Bearer ${this.token}`) {
      return failed(190, this.tokenSubcode, `Error validating access token: ${headers.authorization}`);
    }
    const proof = createHmac('sha256', APP_SECRET).update(this.token).digest('hex');
    if (url.searchParams.get('appsecret_proof') !== proof) {
      return failed(100, 0, 'Invalid appsecret_proof provided in the API argument');
    }
    const ids = url.searchParams.get('ids')?.split(',');
    if (path === '' && ids) {
      const lost = ids.filter((id) => !this.has(id));
      if (lost.length > 0)
        return failed(803, 0, `Some of the aliases you requested do not exist: ${lost.join(',')}`);
      return { json: Object.fromEntries(ids.map((id) => [id, { id, ...this.words(id) }])) };
    }
    return path === 'me/subscribed_apps' ? this.subscription(request) : this.done(path, request);
  }

  /** Whether there is a post or comment with this id. */
  protected abstract has(id: string): boolean;
  /** What it says, in the field that holds that. */
  protected abstract words(id: string): Record<string, string>;
  protected abstract done(path: string, request: NetworkRequest): NetworkReply;

  private debug(url: URL, authorization: string | undefined): NetworkReply {
    if (authorization !== `Bearer ${APP_ID}|${APP_SECRET}`) {
      return failed(101, 0, 'Error validating application.');
    }
    const valid = url.searchParams.get('input_token') === this.token;
    return {
      json: {
        data: {
          app_id: APP_ID,
          type: this.tokenType,
          application: 'Passerelle',
          is_valid: valid,
          expires_at: this.expiresAt,
          data_access_expires_at: this.dataAccessExpiresAt,
          scopes: this.scopes,
          ...(valid ? {} : { error: { code: 190, message: 'The token is not valid', subcode: 467 } }),
        },
      },
    };
  }

  private subscription({ method, body }: NetworkRequest): NetworkReply {
    if (this.subscribing) return this.subscribing;
    if (method === 'POST') {
      this.subscribed[APP_ID] = (body as { subscribed_fields: string }).subscribed_fields.split(',');
      return { json: { success: true } };
    }
    const apps = Object.entries(this.subscribed);
    return { json: { data: apps.map(([id, fields]) => ({ id, name: 'App', subscribed_fields: fields })) } };
  }

  private usage(): Record<string, string> {
    const share = { call_count: this.used, total_time: 3, total_cputime: 1 };
    return {
      'x-app-usage': JSON.stringify({ call_count: 2, total_time: 1, total_cputime: 0 }),
      'x-business-use-case-usage': JSON.stringify({
        [this.accountId]: [{ type: 'pages', ...share, estimated_time_to_regain_access: this.waitMinutes }],
      }),
    };
  }
}

const PAGE = 3;

/** A page of a list, newest first, with the mark of the next one. */
export function listed<T extends { id: string }>(
  url: URL,
  items: readonly T[],
  shown: (item: T) => unknown,
  shuffled = false,
): NetworkReply {
  const after = url.searchParams.get('after');
  const place = after === null ? 0 : items.findIndex(({ id }) => `after-${id}` === after) + 1;
  if (after !== null && place === 0) return failed(100, 0, '(#100) Invalid cursors values');
  const page = items.slice(place, place + PAGE);
  const last = page.at(-1);
  const data = page.map(shown);
  if (!last) return { json: { data: [] } };
  const more = items.length > place + PAGE;
  return {
    json: {
      data: shuffled ? data.reverse() : data,
      paging: {
        cursors: { before: `before-${page[0]?.id}`, after: `after-${last.id}` },
        ...(more ? { next: `${url.origin}${url.pathname}?after=after-${last.id}` } : {}),
      },
    },
  };
}

export function failed(code: number, subcode: number, message: string, status = 400): NetworkReply {
  const error = { message, type: 'OAuthException', code, error_subcode: subcode, fbtrace_id: 'A1' };
  return { status, json: { error } };
}

export function missing(id: string): NetworkReply {
  return failed(
    100,
    33,
    `Unsupported get request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions`,
  );
}
