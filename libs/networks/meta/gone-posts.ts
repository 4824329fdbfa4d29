import { z } from 'zod';
import type { SourceView } from '../connector.js';
import { askGraph } from './graph-api.js';
import { GraphRefused } from './graph-failure.js';
import { readAccess } from './page-access.js';

/** Ids that Meta looks up in one request. */
const MOST_IDS = 50;

/**
 * Which of these posts Meta does not have any more. One missing post fails the whole request, so a request that fails is
 * asked again in halves. Meta says the same of a post that we may not see: nothing is believed to be gone while the token
 * lacks one of the rights.
 */
export async function gonePosts(
  source: SourceView,
  ids: readonly string[],
  rights: readonly string[],
  signal: AbortSignal,
): Promise<string[]> {
  const gone: string[] = [];
  for (let from = 0; from < ids.length; from += MOST_IDS) {
    gone.push(...(await missingOf(source, ids.slice(from, from + MOST_IDS), signal)));
  }
  if (gone.length > 0) await readAccess(source, rights, signal);
  return gone;
}

async function missingOf(source: SourceView, ids: readonly string[], signal: AbortSignal): Promise<string[]> {
  const [only] = ids;
  if (only === undefined) return [];
  try {
    if (ids.length === 1) {
      await askGraph(source, { path: encodeURIComponent(only), query: { fields: 'id' } }, signal);
      return [];
    }
    const { json } = await askGraph(
      source,
      { path: '', query: { ids: ids.join(','), fields: 'id' } },
      signal,
    );
    const there = z.record(z.string(), z.unknown()).parse(json);
    // What is left out without a word is asked for by itself.
    return await each(
      source,
      ids.filter((id) => !Object.hasOwn(there, id)).map((id) => [id]),
      signal,
    );
  } catch (error) {
    if (!(error instanceof GraphRefused) || !error.missing) throw error;
    if (ids.length === 1) return [only];
    const half = Math.ceil(ids.length / 2);
    return each(source, [ids.slice(0, half), ids.slice(half)], signal);
  }
}

async function each(
  source: SourceView,
  parts: readonly (readonly string[])[],
  signal: AbortSignal,
): Promise<string[]> {
  const missing: string[] = [];
  for (const part of parts) missing.push(...(await missingOf(source, part, signal)));
  return missing;
}
