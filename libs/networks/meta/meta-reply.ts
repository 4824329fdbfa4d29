import { type PublishedPost, ReplyRefused } from '../connector.js';
import { beforePublishing } from '../network-request.js';
import { GraphRefused } from './graph-failure.js';

type Found = PublishedPost | 'none' | 'unknown';

interface Asking {
  /** Looks whether the reply is there. Throws GraphRefused as Meta does. */
  look: () => Promise<Found>;
  /** Throws SourceNeedsAttention when the token lacks a right that answering needs. */
  rights: () => Promise<unknown>;
}

interface Publishing extends Asking {
  /** Posts it. Throws GraphRefused when Meta certainly did not take it. */
  post: () => Promise<PublishedPost>;
}

/**
 * Publishes once, as far as that is in our hands: Meta knows no key of a reply, so it is read back before anything is
 * posted, and what is there already is not posted again.
 */
export async function publishOnce({ look, post, rights }: Publishing): Promise<PublishedPost> {
  const there = await lookIfAllowed({ look, rights }).catch((error: unknown) => {
    throw beforePublishing(isMissing(error) ? refusalOf(error) : error);
  });
  if (typeof there === 'object') return there;
  try {
    return await post();
  } catch (error) {
    if (!(error instanceof GraphRefused)) throw error;
    if (error.code === DUPLICATE) return repeated(error, look);
    // A token that lacks a right answers nothing at all; else it is this one post that may not be answered.
    if (error.rights) await rights().catch((lacking: unknown) => Promise.reject(beforePublishing(lacking)));
    throw refusalOf(error);
  }
}

/** Reads a reply back. Of a post that is not there any more nobody can say what stood below it. */
export async function findOnce(asking: Asking): Promise<Found> {
  return lookIfAllowed(asking).catch((error: unknown) => {
    if (isMissing(error)) return 'unknown' as const;
    throw error;
  });
}

/** Below the posts of others Meta may not let us look, with all rights that there are. */
async function lookIfAllowed({ look, rights }: Asking): Promise<Found> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof GraphRefused) || !error.rights) throw error;
    await rights();
    return 'unknown';
  }
}

/** Meta refuses the same words twice in a row: this very reply, or the same words somewhere else. */
const DUPLICATE = 506;

async function repeated(error: GraphRefused, look: Asking['look']): Promise<PublishedPost> {
  const there = await look().catch(() => 'unknown' as const);
  if (typeof there === 'object') return there;
  if (there === 'unknown') throw new Error(error.message, { cause: error });
  throw new ReplyRefused('duplicate-text', error.message);
}

export function refusalOf(error: GraphRefused): ReplyRefused {
  const { message } = error;
  if (error.missing) return new ReplyRefused('post-deleted', message);
  if (/too long|characters/i.test(message)) return new ReplyRefused('network-text-too-long', message);
  if (/block/i.test(message)) return new ReplyRefused('author-blocked', message);
  return new ReplyRefused('network-refused', message);
}

function isMissing(error: unknown): error is GraphRefused {
  return error instanceof GraphRefused && error.missing;
}
