import { createHmac, timingSafeEqual } from 'node:crypto';
import { ACTION_KINDS, type ActionKind } from './notice-kinds.js';

/** What a signed link is for: one kind of action on one subject, until it expires. It gives nobody a right. */
export interface SignedAction {
  kind: ActionKind;
  subjectId: string;
  expiresAt: Date;
}

/** How long the link of a message can be used. */
export const ACTION_LINK_DAYS = 7;

/**
 * `payload.signature`, both in base64url: the action as JSON, and its HMAC-SHA256 (RFC 2104).
 * @param key 32 bytes that serve no other purpose
 */
export function signAction(key: Buffer, { kind, subjectId, expiresAt }: SignedAction): string {
  const payload = Buffer.from(JSON.stringify([kind, subjectId, expiresAt.getTime()])).toString('base64url');
  return `${payload}.${signature(key, payload).toString('base64url')}`;
}

/** The action of a token that this workspace signed and that has not expired; null for any other text. */
export function readAction(key: Buffer, token: string, now: Date): SignedAction | null {
  const [payload, signed, ...rest] = token.split('.');
  if (!payload || !signed || rest.length > 0) return null;
  const given = Buffer.from(signed, 'base64url');
  const wanted = signature(key, payload);
  // Base64url of other spelling decodes to the same bytes: only the spelling that was signed is taken.
  if (given.toString('base64url') !== signed) return null;
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  const [kind, subjectId, expires] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [
    ActionKind,
    string,
    number,
  ];
  if (!ACTION_KINDS.includes(kind) || expires <= now.getTime()) return null;
  return { kind, subjectId, expiresAt: new Date(expires) };
}

function signature(key: Buffer, payload: string): Buffer {
  return createHmac('sha256', key).update(payload).digest();
}
