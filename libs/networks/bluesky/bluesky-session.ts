import { z } from 'zod';
import { SourceNeedsAttention, type SourceView } from '../connector.js';
import { askNetwork, type NetworkAnswer, type NetworkCall, saidBy } from '../network-request.js';
import { blueskySettings } from './bluesky-settings.js';

const sessionSchema = z.object({
  accessJwt: z.string(),
  refreshJwt: z.string(),
  did: z.string(),
  handle: z.string(),
});
type Session = z.infer<typeof sessionSchema>;

/**
 * A request with the session of the source. Sessions last for hours and are kept, because a server lets nobody sign in
 * more than a few hundred times a day; one that has run out is refreshed, or made anew from the app password.
 */
export async function askBluesky(
  source: SourceView,
  method: string,
  call: NetworkCall,
  signal: AbortSignal,
): Promise<NetworkAnswer> {
  if (!source.credentials['accessJwt']) await renew(source, signal);
  const first = await asked(source, method, call, signal);
  if (first) return first;
  await renew(source, signal);
  const second = await asked(source, method, call, signal);
  if (second) return second;
  throw new SourceNeedsAttention(
    'token-refused',
    'the server does not accept the session that it has just given',
  );
}

/** Whom the server takes us for: the lasting id and the handle. */
export async function ownAccount(
  source: SourceView,
  signal: AbortSignal,
): Promise<{ did: string; handle: string }> {
  if (!source.credentials['did']) await renew(source, signal);
  return { did: source.credentials['did'] ?? '', handle: source.credentials['handle'] ?? '' };
}

/** Null when the session has run out: the request was certainly not carried out. */
async function asked(
  source: SourceView,
  method: string,
  call: NetworkCall,
  signal: AbortSignal,
): Promise<NetworkAnswer | null> {
  const authorization = `Bearer ${source.credentials['accessJwt'] ?? ''}`;
  try {
    const answer = await askNetwork(source, xrpc(source, method), withToken(call, authorization), signal);
    const code = (answer.json as { error?: unknown } | null)?.error;
    return answer.status === 400 && (code === 'ExpiredToken' || code === 'InvalidToken') ? null : answer;
  } catch (error) {
    if (error instanceof SourceNeedsAttention && error.code === 'token-refused') return null;
    throw error;
  }
}

async function renew(source: SourceView, signal: AbortSignal): Promise<void> {
  const session = (await refreshed(source, signal)) ?? (await signedIn(source, signal));
  await source.keepCredentials(session);
}

async function refreshed(source: SourceView, signal: AbortSignal): Promise<Session | null> {
  const token = source.credentials['refreshJwt'];
  if (!token) return null;
  try {
    const call = withToken({ method: 'POST' as const }, `Bearer ${token}`);
    const answer = await askNetwork(
      quiet(source),
      xrpc(source, 'com.atproto.server.refreshSession'),
      call,
      signal,
    );
    return answer.status < 300 ? sessionSchema.parse(answer.json) : null;
  } catch (error) {
    if (error instanceof SourceNeedsAttention && error.code === 'token-refused') return null;
    throw error;
  }
}

async function signedIn(source: SourceView, signal: AbortSignal): Promise<Session> {
  const { identifier, appPassword } = source.credentials;
  const body = { identifier, password: appPassword };
  const url = xrpc(source, 'com.atproto.server.createSession');
  const answer = await askNetwork(quiet(source), url, { method: 'POST', body }, signal);
  if (answer.status < 300) return sessionSchema.parse(answer.json);
  const words = saidBy(answer.json) || `the server answered ${answer.status}`;
  throw new SourceNeedsAttention(answer.status === 404 ? 'not-at-network' : 'token-refused', words);
}

function withToken<T extends NetworkCall>(call: T, authorization: string): T {
  return { ...call, headers: { ...call.headers, authorization } };
}

/** Signing in has limits of its own, which say nothing of how much may be read. */
function quiet(source: SourceView): SourceView {
  return { ...source, noteQuota: () => undefined };
}

function xrpc(source: SourceView, method: string): URL {
  return new URL(`/xrpc/${method}`, blueskySettings.parse(source.settings).server);
}
