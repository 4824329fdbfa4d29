import { networkSchema, type Realm } from '#platform/contract';

/** One post as a connector or an import hands it over. */
export interface IncomingMention {
  realm: Realm;
  network: string;
  /** The network's own id of the post: with `network`, what makes it the same post however often it comes. */
  externalId: string;
  sourceId?: string | null;
  importId?: string | null;
  url?: string | null;
  author?: {
    handle?: string | null;
    name?: string | null;
    followers?: number | null;
    url?: string | null;
    /** How the account describes itself; the beginning is kept. */
    bio?: string | null;
  };
  text: string;
  publishedAt: Date;
  /** When its author changed the text last, where the network tells. */
  editedAt?: Date | null;
  /** External id of the post that this one answers. */
  inReplyTo?: string | null;
  /** What the network calls the thread; posts of one network with the same key are one conversation. */
  conversationKey?: string | null;
  /** Posted by the organisation itself: kept as context, never work. */
  own?: boolean;
  hasMedia?: boolean;
  /** What else the network told, as JSON. `language`: what the network declares the language to be. */
  extra?: Record<string, unknown> | null;
}

/** A mention with every field present and fit to be stored. */
export interface CheckedMention {
  realm: Realm;
  network: string;
  externalId: string;
  sourceId: string | null;
  importId: string | null;
  url: string | null;
  authorHandle: string | null;
  authorName: string | null;
  authorFollowers: number | null;
  authorUrl: string | null;
  authorBio: string | null;
  text: string;
  publishedAt: Date;
  editedAt: Date | null;
  inReplyTo: string | null;
  conversationKey: string | null;
  own: boolean;
  hasMedia: boolean;
  extra: Record<string, unknown> | null;
}

export type MentionCheck =
  { ok: true; mention: CheckedMention } | { ok: false; field: string; reason: string };

export const LONGEST_TEXT = 10_000;
export const LONGEST_EXTERNAL_ID = 300;
const LONGEST_URL = 2000;
const LONGEST_NAME = 300;
const LONGEST_BIO = 2000;
/** Bytes of `extra` as JSON. */
const LONGEST_EXTRA = 20_000;
const MOST_FOLLOWERS = 2_147_483_647;
const OLDEST = new Date('2000-01-01T00:00:00Z');
/** Clocks differ; a post from further ahead than this has a wrong date. */
const AHEAD_MS = 24 * 60 * 60_000;

/** Makes a mention fit to be stored, or says which field is at fault and why. */
export function checkMention(incoming: IncomingMention, now: Date): MentionCheck {
  try {
    return { ok: true, mention: checked(incoming, now) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, field: error.field, reason: error.message };
    throw error;
  }
}

/** A text as it would be stored; null where it is empty or unfit. */
export function checkText(text: string): string | null {
  try {
    return optional('text', text, LONGEST_TEXT);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

class Refusal extends Error {
  constructor(
    readonly field: string,
    reason: string,
  ) {
    super(reason);
  }
}

function checked(incoming: IncomingMention, now: Date): CheckedMention {
  const { realm, network } = incoming;
  if (realm !== 'live' && realm !== 'training') throw new Refusal('realm', 'is neither live nor training');
  const named = networkSchema.safeParse(network);
  if (!named.success)
    throw new Refusal('network', named.error.issues[0]?.message ?? 'is not the name of a network');
  if ((realm === 'training') !== (network === 'training')) {
    throw new Refusal('network', 'the training network and the training realm only go together');
  }
  const author = incoming.author ?? {};
  return {
    realm,
    network,
    externalId: required('externalId', incoming.externalId, LONGEST_EXTERNAL_ID),
    sourceId: id('sourceId', incoming.sourceId),
    importId: id('importId', incoming.importId),
    url: link('url', incoming.url),
    authorHandle: optional('author.handle', author.handle, LONGEST_NAME),
    authorName: optional('author.name', author.name, LONGEST_NAME),
    authorFollowers: followers(author.followers),
    authorUrl: link('author.url', author.url),
    authorBio: beginning('author.bio', author.bio, LONGEST_BIO),
    text: required('text', incoming.text, LONGEST_TEXT),
    publishedAt: published(incoming.publishedAt, now),
    editedAt: edited(incoming.editedAt, now),
    inReplyTo: optional('inReplyTo', incoming.inReplyTo, LONGEST_EXTERNAL_ID),
    conversationKey: optional('conversationKey', incoming.conversationKey, LONGEST_EXTERNAL_ID),
    own: flag('own', incoming.own),
    hasMedia: flag('hasMedia', incoming.hasMedia),
    extra: extra(incoming.extra),
  };
}

function required(field: string, value: unknown, longest: number): string {
  const text = optional(field, value, longest);
  if (text === null) throw new Refusal(field, 'is required');
  return text;
}

function optional(field: string, value: unknown, longest: number): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw new Refusal(field, 'is not a text');
  const text = value.trim();
  if (text === '') return null;
  if (text.length > longest)
    throw new Refusal(field, `is longer than ${longest.toLocaleString('en')} characters`);
  if (text.includes('\0')) throw new Refusal(field, 'holds a NUL character');
  // Half of a surrogate pair cannot be written as UTF-8; the database would give back another text than it was given.
  return text.replace(LONE_SURROGATE, '\ufffd');
}

/** What only describes the author never makes a post unfit: what is too long is cut. */
function beginning(field: string, value: unknown, longest: number): string | null {
  return optional(field, typeof value === 'string' ? value.trim().slice(0, longest) : value, longest);
}

const LONE_SURROGATE = /\p{Surrogate}/gu;

function id(field: string, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string' || !/^[1-9]\d{0,17}$/.test(value)) throw new Refusal(field, 'is not an id');
  return value;
}

/** A link is shown to be clicked on, so nothing but the web may stand in it. */
function link(field: string, value: unknown): string | null {
  const text = optional(field, value, LONGEST_URL);
  if (text === null) return null;
  if (!/^https?:\/\/[^\s]+$/i.test(text) || !URL.canParse(text))
    throw new Refusal(field, 'is not a web address (http or https)');
  return text;
}

function followers(value: unknown): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw new Refusal('author.followers', 'is not a whole number from 0');
  }
  return Math.min(value, MOST_FOLLOWERS);
}

function published(value: unknown, now: Date): Date {
  if (value === undefined || value === null) throw new Refusal('publishedAt', 'is required');
  if (!(value instanceof Date) || Number.isNaN(value.getTime()))
    throw new Refusal('publishedAt', 'is not a date and time');
  if (value < OLDEST) throw new Refusal('publishedAt', 'is before the year 2000');
  if (value.getTime() > now.getTime() + AHEAD_MS)
    throw new Refusal('publishedAt', 'is more than a day ahead');
  return value;
}

/** A change that is still to come is one of now, so that a wrong clock does not hide the changes after it. */
function edited(value: unknown, now: Date): Date | null {
  if (value === undefined || value === null) return null;
  if (!(value instanceof Date) || Number.isNaN(value.getTime()))
    throw new Refusal('editedAt', 'is not a date and time');
  return value > now ? now : value;
}

function flag(field: string, value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value !== 'boolean') throw new Refusal(field, 'is neither true nor false');
  return value;
}

function extra(value: unknown): Record<string, unknown> | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object' || Array.isArray(value)) throw new Refusal('extra', 'is not an object');
  let json: string;
  try {
    json = JSON.stringify(value);
  } catch {
    throw new Refusal('extra', 'cannot be written as JSON');
  }
  if (Buffer.byteLength(json) > LONGEST_EXTRA)
    throw new Refusal('extra', `is longer than ${LONGEST_EXTRA.toLocaleString('en')} bytes`);
  if (/\\u0000/.test(json)) throw new Refusal('extra', 'holds a NUL character');
  return JSON.parse(json.replace(/\\ud[89a-f][0-9a-f]{2}/gi, '\\ufffd')) as Record<string, unknown>;
}
