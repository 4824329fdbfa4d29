import { foldText } from './text-fold.js';

/**
 * A handle or an author's name in the form in which they are compared: folded, without the first `@`, without
 * quotation marks, single spaces.
 */
export function normaliseHandle(name: string): string {
  return foldText(name)
    .replace(/["“”„«»\s]+/g, ' ')
    .replace(/^[@ ]+/, '')
    .trimEnd();
}

/**
 * The names by which a normalised handle is found: itself and, for a handle with a server (`acme@mastodon.example`),
 * its part before the server.
 */
export function namesOfHandle(handle: string): string[] {
  const server = handle.indexOf('@');
  return server > 0 ? [handle, handle.slice(0, server)] : [handle];
}
