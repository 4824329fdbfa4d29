import webPush from 'web-push';
import { isPublicAddress } from '#platform/outgoing';
import type { Outcome } from './delivery-life-cycle.js';
import { type Links, type Message, messageTitle, paragraphs } from './message.js';
import type { PushKeys } from './push-keys.js';
import { post } from './send-webhook.js';

export interface PushTarget {
  endpoint: string;
  p256dh: string;
  auth: string;
}

/** Seconds for which a push service keeps a message for a browser that is away. */
const KEEP_SECONDS = 86_400;

export interface PushOptions {
  keys: PushKeys;
  /** Whom the push service may turn to: `mailto:` or `https:` (RFC 8292, 2.1). */
  contact: string;
  mayReach?: (address: string) => boolean;
}

/** Web push (RFC 8030, encrypted after RFC 8291). The key of the message replaces an earlier copy of it in the browser. */
export async function sendPush(
  target: PushTarget,
  message: Message,
  links: Links,
  { keys, contact, mayReach = isPublicAddress }: PushOptions,
): Promise<Outcome> {
  const loud = message.items.some(({ level }) => level >= 3);
  let request;
  try {
    request = webPush.generateRequestDetails(
      { endpoint: target.endpoint, keys: { p256dh: target.p256dh, auth: target.auth } },
      JSON.stringify(pushForm(message, links)),
      {
        vapidDetails: { subject: contact, ...keys },
        TTL: KEEP_SECONDS,
        urgency: loud ? 'high' : 'normal',
        topic: message.key.replaceAll('-', ''),
      },
    );
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error), code: 'push-refused' };
  }
  const headers = Object.fromEntries(
    Object.entries(request.headers as Record<string, string | number>)
      .filter(([name]) => name.toLowerCase() !== 'content-length')
      .map(([name, value]) => [name, String(value)]),
  );
  return post(request.endpoint, request.body ?? '', { headers, mayReach });
}

/** What the service worker of the console shows. */
function pushForm(message: Message, links: Links) {
  const parts = paragraphs(message, links);
  const [first] = parts;
  return {
    title: messageTitle(message),
    body: parts.length === 1 ? first?.detail : parts.map(({ title }) => title).join('\n'),
    path: message.items.length === 1 ? message.items[0]?.link : '/notifications',
    tag: message.key,
    lang: message.locale,
  };
}
