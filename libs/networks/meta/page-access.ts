import { z } from 'zod';
import { SourceNeedsAttention, type SourceView } from '../connector.js';
import { askGraph } from './graph-api.js';
import { GraphRefused } from './graph-failure.js';
import { graphSettings } from './meta-settings.js';

const seconds = z.number().int().min(0).optional().catch(undefined);
const tokenSchema = z.object({
  data: z.object({
    is_valid: z.boolean(),
    app_id: z.coerce.string().optional(),
    type: z.string().optional(),
    /** Seconds since 1970; 0: never. */
    expires_at: seconds,
    data_access_expires_at: seconds,
    scopes: z.array(z.string()).catch([]),
    error: z.object({ message: z.string().optional() }).optional().catch(undefined),
  }),
});

export interface PageAccess {
  /** Until when the token is good, and may read what people wrote; null: for good. */
  until: Date | null;
  /** Otherwise the token is that of a person, who may act for several Pages. */
  ofPage: boolean;
}

/**
 * What Meta says of the token of a source. Throws SourceNeedsAttention where it is not that of a Page with these rights;
 * that of a person is enough where `anybody` is asked for.
 */
export async function readAccess(
  source: SourceView,
  rights: readonly string[],
  signal: AbortSignal,
  { anybody = false } = {},
): Promise<PageAccess> {
  const { accessToken = '' } = source.credentials;
  const { json } = await askGraph(
    source,
    { path: 'debug_token', query: { input_token: accessToken }, asApp: true },
    signal,
  ).catch((error: unknown) => {
    // Said of the app itself: its number and its secret do not go together.
    if (error instanceof GraphRefused) throw new SourceNeedsAttention('token-refused', error.message);
    throw error;
  });
  const { data } = tokenSchema.parse(json);
  if (!data.is_valid) {
    throw new SourceNeedsAttention('token-refused', data.error?.message ?? 'the access token is not valid');
  }
  if (data.app_id !== undefined && data.app_id !== graphSettings.parse(source.settings).appId) {
    throw new SourceNeedsAttention('token-refused', 'the access token belongs to another app');
  }
  const ofPage = data.type === undefined || data.type.toUpperCase() === 'PAGE';
  if (!ofPage && !anybody) {
    throw new SourceNeedsAttention('token-refused', 'the access token is that of a person, not of a Page');
  }
  const missing = rights.filter((right) => !data.scopes.includes(right));
  if (missing.length > 0) {
    throw new SourceNeedsAttention('rights-missing', `the access token lacks ${missing.join(', ')}`);
  }
  const ends = [data.expires_at, data.data_access_expires_at].filter((one) => one !== undefined && one > 0);
  return { until: ends.length > 0 ? new Date(Math.min(...(ends as number[])) * 1000) : null, ofPage };
}

/** The id of the Page or Instagram account, as the live check found it. */
export function accountId({ credentials }: SourceView): string {
  const id = credentials['accountId'] ?? '';
  if (!isGraphId(id)) throw new SourceNeedsAttention('token-refused', 'the access has not been checked yet');
  return id;
}

/** Ids of posts and comments, as they may stand in a path. */
export function isGraphId(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,40}(_\d{1,40}){0,2}$/.test(value);
}
