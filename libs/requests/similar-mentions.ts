import type { EntityManager } from 'typeorm';
import type { Realm } from '#platform/contract';
import {
  type Background,
  backgroundOf,
  featuresOf,
  SHOWN_FROM,
  similarity,
  tellingWords,
} from './similarity.js';

/** Mentions older than this are not looked at: whoever wrote them no longer waits for a word. */
export const LOOKED_BACK_DAYS = 7;
/** Recent mentions that say which words are common. */
const BACKGROUND_SIZE = 400;
/** Words that a similar mention is looked up by; it has to have two of them. */
const LOOKED_UP_WORDS = 8;
/** The newest of those found are compared; no more than this many. */
const MOST_CANDIDATES = 400;

export interface Similar {
  mentionId: string;
  similarity: number;
}

export interface AskingMention {
  id: string;
  realm: Realm;
  text: string;
}

/** Which words are common among the newest mentions of a realm. */
export async function readBackground(manager: EntityManager, realm: Realm): Promise<Background> {
  const rows: { text: string }[] = await manager.query(
    `select m.text from unnest($2::text[]) as s(state)
     cross join lateral (
       select m.text from mention m
       where m.realm = $1 and m.state = s.state and m.assessed_at is not null and not m.own
       order by m.published_at desc, m.id desc limit ${BACKGROUND_SIZE / 2}
     ) m`,
    [realm, ['new', 'in_progress', 'answered', 'no_reply']],
  );
  return backgroundOf(rows.slice(0, BACKGROUND_SIZE).map(({ text }) => featuresOf(text)));
}

/** Open mentions of the same realm that ask the same, most similar first. */
export async function findSimilar(
  manager: EntityManager,
  mention: AskingMention,
  now: Date,
  limit: number,
): Promise<Similar[]> {
  const background = await readBackground(manager, mention.realm);
  const words = tellingWords(mention.text, background, LOOKED_UP_WORDS);
  if (words.length === 0) return [];
  const { sql, values } = candidatesSql(mention, words, now);
  const candidates: { id: string; text: string }[] = await manager.query(sql, values);
  const features = featuresOf(mention.text);
  return candidates
    .map(({ id, text }) => ({
      mentionId: id,
      similarity: similarity(features, featuresOf(text), background),
    }))
    .filter((one) => one.similarity >= SHOWN_FROM)
    .sort((a, b) => b.similarity - a.similarity || Number(b.mentionId) - Number(a.mentionId))
    .slice(0, limit);
}

/**
 * The newest open mentions that have two of the words, by the index of the full text; apart, so that its plan can be
 * looked at. Mentions that wait under a request already are left out.
 */
export function candidatesSql(
  mention: Pick<AskingMention, 'id' | 'realm'>,
  words: readonly string[],
  now: Date,
): { sql: string; values: unknown[] } {
  const since = new Date(now.getTime() - LOOKED_BACK_DAYS * 86_400_000);
  const values: unknown[] = [mention.realm, mention.id, since];
  const stems = words.map((word) => {
    const at = `$${values.push(word)}`;
    return `(${CONFIGURATIONS.map((configuration) => `to_tsquery('${configuration}', ${at})`).join(' || ')})`;
  });
  const pairs = stems.flatMap((one, index) => stems.slice(index + 1).map((other) => `(${one} && ${other})`));
  const query = pairs.length > 0 ? pairs.join(' || ') : stems.join('');
  const sql = `
    select m.id, m.text from mention m
    where m.search @@ (${query}) and m.published_at >= $3 and m.realm = $1 and m.id <> $2
      and m.state in ('new', 'in_progress', 'escalated') and m.assessed_at is not null and not m.own
      and not exists (
        select from answer_request_mention rm
        where rm.mention_id = m.id and rm.standing = 'attached'
          and rm.request_state in ('open', 'drafted', 'in_review', 'ready'))
    order by m.published_at desc, m.id desc limit ${MOST_CANDIDATES}`;
  return { sql, values };
}

/** A text is indexed in the configuration of its own language, so a word is looked for in each. */
const CONFIGURATIONS = ['passerelle_fr', 'passerelle_en', 'passerelle_plain'];
