import { z } from 'zod';
import type { FoundAgain, SourceView } from '../connector.js';
import { askGraph } from './graph-api.js';
import { GraphRefused } from './graph-failure.js';
import { keptWords } from './kept-words.js';
import { readAccess } from './page-access.js';

/** Ids that Meta looks up in one request. */
const MOST_IDS = 50;

/**
 * Which of these posts Meta does not have any more, and what `field` of the others says: Meta does not say when that was
 * changed. One missing post fails the whole request, so a request that fails is
 * asked again in halves. Meta says the same of a post that we may not see: nothing is believed to be gone while the token
 * lacks one of the rights.
 */
export async function lookUpPosts(
  source: SourceView,
  ids: readonly string[],
  { rights, field }: { rights: readonly string[]; field: string },
  signal: AbortSignal,
): Promise<FoundAgain> {
  let checked = false;
  const found: FoundAgain = { gone: [], wordings: [] };
  const waiting: (readonly string[])[] = [];
  for (let from = 0; from < ids.length; from += MOST_IDS) waiting.push(ids.slice(from, from + MOST_IDS));
  for (let some = waiting.shift(); some; some = waiting.shift()) {
    const at = new Date();
    const answer = await answerFor(source, some, field, signal);
    if (!(answer instanceof GraphRefused)) {
      found.wordings.push(...wordingsOf(answer, field, at));
      continue;
    }
    if (!checked) await readAccess(source, rights, signal);
    checked = true;
    const [only] = some;
    if (some.length > 1) waiting.push(...halvesOf(some));
    else if (only !== undefined && answer.missing) found.gone.push(only);
  }
  return found;
}

/** A post without words says nothing here. */
function wordingsOf(answer: Answer, field: string, at: Date): FoundAgain['wordings'] {
  return Object.entries(answer).flatMap(([externalId, post]) => {
    const words = post?.[field];
    if (typeof words !== 'string' || words.trim() === '') return [];
    return [{ externalId, text: keptWords(words), at, told: false }];
  });
}

type Answer = Readonly<Record<string, Record<string, unknown> | null>>;
const postSchema = z.record(z.string(), z.unknown());

/** Each of these posts by its id, when Meta has them all. */
async function answerFor(
  source: SourceView,
  ids: readonly string[],
  field: string,
  signal: AbortSignal,
): Promise<Answer | GraphRefused> {
  const [only = ''] = ids;
  const one = ids.length === 1;
  try {
    const { json } = await askGraph(
      source,
      one
        ? { path: encodeURIComponent(only), query: { fields: `id,${field}` } }
        : { path: '', query: { ids: ids.join(','), fields: `id,${field}` } },
      signal,
    );
    if (one) return { [only]: postSchema.parse(json) };
    const there = z.record(z.string(), postSchema.nullable()).parse(json);
    // What is left out without a word is asked for by itself.
    const whole = ids.every((id) => Object.hasOwn(there, id));
    return whole ? there : new GraphRefused(0, 0, 'some are left out');
  } catch (error) {
    if (error instanceof GraphRefused) return error;
    throw error;
  }
}

function halvesOf(ids: readonly string[]): (readonly string[])[] {
  const half = Math.ceil(ids.length / 2);
  return [ids.slice(0, half), ids.slice(half)];
}
