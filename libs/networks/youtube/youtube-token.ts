import { z } from 'zod';
import { SourceNeedsAttention, type SourceView } from '../connector.js';
import { askNetwork, saidBy } from '../network-request.js';
import { tokenAddress, youtubeSettings } from './youtube-settings.js';

/** A token that ends while a request is under way would be refused. */
const MARGIN_MS = 60_000;
/** One of them is needed to read comments as an account, and to answer. */
const SCOPES = [
  'https://www.googleapis.com/auth/youtube.force-ssl',
  'https://www.googleapis.com/auth/youtubepartner',
];

const tokenSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().catch(3600),
  scope: z.string().optional().catch(undefined),
});

/** Whether the source knows our account; otherwise it has an API key, which may read only. */
export function actsAsAccount({ credentials }: Pick<SourceView, 'credentials'>): boolean {
  return Boolean(credentials['refreshToken']);
}

/** What opens a request. Access tokens hold for an hour and are kept, sealed. */
export async function accessHeaders(
  source: SourceView,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  if (!actsAsAccount(source)) return { 'x-goog-api-key': source.credentials['apiKey'] ?? '' };
  const until = Date.parse(source.credentials['accessUntil'] ?? '');
  if (!source.credentials['accessToken'] || !(until - MARGIN_MS > Date.now()))
    await renewAccess(source, signal);
  return { authorization: `Bearer ${source.credentials['accessToken'] ?? ''}` };
}

/** A new access token for the refresh token; costs no units. Throws SourceNeedsAttention when Google gives none. */
export async function renewAccess(source: SourceView, signal: AbortSignal): Promise<void> {
  const { clientId = '', clientSecret = '', refreshToken = '' } = source.credentials;
  const { status, json } = await askNetwork(
    source,
    tokenAddress(youtubeSettings.parse(source.settings)),
    {
      method: 'POST',
      form: {
        grant_type: 'refresh_token',
        client_id: clientId,
        client_secret: clientSecret,
        refresh_token: refreshToken,
      },
    },
    signal,
  );
  if (status >= 300) throw refused(json, status);
  const { access_token: accessToken, expires_in: seconds, scope } = tokenSchema.parse(json);
  if (scope !== undefined && !scope.split(' ').some((one) => SCOPES.includes(one))) {
    throw new SourceNeedsAttention('rights-missing', 'the refresh token was given without youtube.force-ssl');
  }
  await source.keepCredentials({
    accessToken,
    accessUntil: new Date(Date.now() + seconds * 1000).toISOString(),
  });
}

function refused(json: unknown, status: number): SourceNeedsAttention {
  const code = (json as { error?: unknown } | null)?.error;
  const words = saidBy(json) || `Google answered ${status}`;
  return new SourceNeedsAttention(
    'token-refused',
    code === 'invalid_grant'
      ? `the refresh token was revoked or has run out: ${words}`
      : `Google gives no access token: ${words}`,
  );
}
