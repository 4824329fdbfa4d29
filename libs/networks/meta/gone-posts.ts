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
  let checked = false;
  const gone: string[] = [];
  const waiting: (readonly string[])[] = [];
  for (let from = 0; from < ids.length; from += MOST_IDS) waiting.push(ids.slice(from, from + MOST_IDS));
  for (let some = waiting.shift(); some; some = waiting.shift()) {
    const refused = await refusalOf(source, some, signal);
    if (refused === null) continue;
    if (!checked) await readAccess(source, rights, signal);
    checked = true;
    const [only] = some;
    if (some.length > 1) waiting.push(...halvesOf(some));
    else if (only !== undefined && refused.missing) gone.push(only);
  }
  return gone;
}

/** Null when Meta has all of these. */
async function refusalOf(
  source: SourceView,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<GraphRefused | null> {
  const [only = ''] = ids;
  const one = ids.length === 1;
  try {
    const { json } = await askGraph(
      source,
      one
        ? { path: encodeURIComponent(only), query: { fields: 'id' } }
        : { path: '', query: { ids: ids.join(','), fields: 'id' } },
      signal,
    );
    const there = z.record(z.string(), z.unknown()).parse(json);
    // What is left out without a word is asked for by itself.
    return one || ids.every((id) => Object.hasOwn(there, id))
      ? null
      : new GraphRefused(0, 0, 'some are left out');
  } catch (error) {
    if (error instanceof GraphRefused) return error;
    throw error;
  }
}

function halvesOf(ids: readonly string[]): (readonly string[])[] {
  const half = Math.ceil(ids.length / 2);
  return [ids.slice(0, half), ids.slice(half)];
}
