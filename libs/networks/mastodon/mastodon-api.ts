import { SourceNeedsAttention, type SourceView } from '../connector.js';
import { askNetwork, type NetworkAnswer, type NetworkCall, saidBy } from '../network-request.js';
import { mastodonSettings } from './mastodon-settings.js';

export type MastodonCall = Pick<NetworkCall, 'query'>;

/** A request with the source's token to its server. */
export function askMastodon(
  source: SourceView,
  path: string,
  call: NetworkCall,
  signal: AbortSignal,
): Promise<NetworkAnswer> {
  const { server } = mastodonSettings.parse(source.settings);
  const authorization = `Bearer ${source.credentials['accessToken'] ?? ''}`;
  return askNetwork(
    source,
    new URL(path, server),
    { ...call, headers: { ...call.headers, authorization } },
    signal,
  );
}

/** For reading: what the server will not give needs a person. */
export function mustSucceed(answer: NetworkAnswer): NetworkAnswer {
  const { status, json } = answer;
  if (status < 300) return answer;
  const words = saidBy(json) || `the server answered ${status}`;
  if (status === 403) throw new SourceNeedsAttention('rights-missing', words);
  if (status === 404 || status === 410) throw new SourceNeedsAttention('not-at-network', words);
  throw new Error(words);
}

/** The `max_id` of `Link: <…>; rel="next"`: where the next, older page begins; null on the last. */
export function nextMaxId(headers: Headers): string | null {
  const next = (headers.get('link') ?? '').split(',').find((link) => /rel="?next"?/.test(link));
  const address = /<([^>]*)>/.exec(next ?? '')?.[1];
  return address && URL.canParse(address) ? new URL(address).searchParams.get('max_id') : null;
}
