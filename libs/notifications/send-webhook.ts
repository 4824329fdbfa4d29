import { AddressRefused, anyAddress, bodySignature, guardedFetch, isPublicAddress } from '#platform/outgoing';
import type { ChannelKind } from './channel-kinds.js';
import { channelForm } from './chat-form.js';
import { DELIVERY_PATIENCE_MS, type Outcome } from './delivery-life-cycle.js';
import type { Links, Message } from './message.js';

/** A channel of the workspace, with its secrets opened. */
export interface OpenChannel {
  kind: ChannelKind;
  address: string;
  /** Signs the body; generic webhooks only. */
  secret: string | null;
  allowPrivateAddress: boolean;
}

/** Posts a message to a channel; never throws. */
export async function sendToChannel(
  channel: OpenChannel,
  message: Message,
  links: Links,
  now = new Date(),
): Promise<Outcome> {
  const body = JSON.stringify(channelForm(channel.kind, message, links));
  return post(channel.address, body, {
    mayReach: channel.allowPrivateAddress ? anyAddress : isPublicAddress,
    headers: {
      'content-type': 'application/json',
      ...(channel.secret === null ? {} : signedHeaders(channel.secret, message, body, now)),
    },
  });
}

/**
 * What the receiver checks: HMAC-SHA256, in hexadecimal, of `timestamp.body` under the shared secret, and that the
 * timestamp (seconds) is of now. The idempotency key is the same at every attempt for one message.
 */
export function signedHeaders(
  secret: string,
  message: Message,
  body: string,
  now: Date,
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return {
    'passerelle-delivery': message.deliveryId,
    'passerelle-timestamp': timestamp,
    'passerelle-signature': bodySignature(secret, timestamp, body),
    'idempotency-key': message.key,
  };
}

interface PostOptions {
  headers: Record<string, string>;
  mayReach: (address: string) => boolean;
}

/** A POST whose answer is read as an outcome: 2xx arrived, 408, 425, 429 and 5xx again later, the rest for good. */
export async function post(url: string, body: string | Buffer, options: PostOptions): Promise<Outcome> {
  try {
    const answer = await guardedFetch(url, {
      method: 'POST',
      body,
      ...options,
      timeoutMs: DELIVERY_PATIENCE_MS,
      maxBytes: 100_000,
    });
    const { status } = answer;
    if (status >= 200 && status < 300) return { sent: true };
    const said = answer.body.slice(0, 200).trim();
    const detail = `answered ${status}${said ? `: ${said}` : ''}`;
    if (status < 500 && status !== 408 && status !== 425 && status !== 429) {
      return { refused: detail, code: status === 404 || status === 410 ? 'address-gone' : 'webhook-refused' };
    }
    return { failed: detail, code: 'webhook-failed', retryAt: retryAfter(answer.headers) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return error instanceof AddressRefused
      ? { refused: detail, code: 'address-refused' }
      : { failed: detail, code: 'webhook-unreachable' };
  }
}

const LONGEST_WAIT_SECONDS = 3600;

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3), at most an hour ahead. */
function retryAfter(headers: Headers): Date | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  if (!Number.isFinite(seconds)) return undefined;
  return new Date(Date.now() + Math.min(Math.max(seconds, 0), LONGEST_WAIT_SECONDS) * 1000);
}
