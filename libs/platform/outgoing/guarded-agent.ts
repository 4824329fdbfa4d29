import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { checkedLookup, checkedUrl, type GuardedRequest } from './guarded-fetch.js';

/**
 * An agent for a library that makes its own requests with Node's `http` or `https`, under the rule of guardedFetch: the
 * very address that the socket connects to is asked for. It keeps no connection. Throws AddressRefused when the address
 * itself says that it may not be reached, which no resolver would be asked about.
 */
export function guardedAgent(url: string, mayReach: GuardedRequest['mayReach']): HttpAgent {
  const options = { lookup: checkedLookup(mayReach) };
  return checkedUrl(url, mayReach).protocol === 'https:' ? new HttpsAgent(options) : new HttpAgent(options);
}
