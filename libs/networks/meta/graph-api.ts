import { createHmac } from 'node:crypto';
import type { SourceView } from '../connector.js';
import { askNetwork, type NetworkCall } from '../network-request.js';
import { graphFailure, GraphRefused } from './graph-failure.js';
import { readAgainAt, usageOf } from './graph-usage.js';
import { graphSettings } from './meta-settings.js';

export interface GraphCall extends Pick<NetworkCall, 'method' | 'query' | 'body'> {
  /** Below the version. */
  path: string;
  /** Asked in the name of the app instead of the Page. */
  asApp?: boolean;
}

export interface GraphAnswer {
  json: unknown;
  /** The limits are nearly used up: nothing is to be read before. */
  pauseUntil: Date | null;
}

/**
 * One request to the Graph API. Each carries the proof that whoever asks knows the app secret, so that a stolen token
 * alone opens nothing. Throws what `graphFailure` makes of an error, and what `askNetwork` throws.
 */
export async function askGraph(
  source: SourceView,
  { path, asApp = false, ...call }: GraphCall,
  signal: AbortSignal,
): Promise<GraphAnswer> {
  const { server, version, appId } = graphSettings.parse(source.settings);
  const { accessToken = '', appSecret = '' } = source.credentials;
  const secrets = [accessToken, appSecret];
  const token = asApp ? `${appId}|${appSecret}` : accessToken;
  const proof = asApp ? {} : { appsecret_proof: appSecretProof(accessToken, appSecret) };
  const answer = await askNetwork(
    source,
    new URL(`/${version}/${path}`, server),
    {
      ...call,
      query: { ...call.query, ...proof },
      headers: { authorization: `Bearer ${token}` },
      failure: (failed) => {
        noteUsage(source, failed.headers);
        return graphFailure(failed, secrets);
      },
    },
    signal,
  );
  const usage = noteUsage(source, answer.headers);
  if (answer.status >= 400) throw new GraphRefused(0, 0, `the server answered ${answer.status}`);
  const failure = graphFailure(answer, secrets);
  if (failure) throw failure;
  return { json: answer.json, pauseUntil: readAgainAt(usage, new Date()) };
}

/** HMAC-SHA256 of the token under the app secret, in hexadecimal. */
export function appSecretProof(accessToken: string, appSecret: string): string {
  return createHmac('sha256', appSecret).update(accessToken).digest('hex');
}

/** Meta tells percents of several limits; what is left of the nearest one is kept for people. */
function noteUsage(source: SourceView, headers: Headers) {
  const usage = usageOf(headers);
  if (usage) {
    const remaining = Math.max(0, Math.floor(100 - usage.percent));
    source.noteQuota({ limit: 100, remaining, resetsAt: null });
  }
  return usage;
}
