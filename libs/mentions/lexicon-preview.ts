import type { EntityManager } from 'typeorm';
import {
  activeEntries,
  assess,
  type Assessment,
  detectLanguage,
  measuredModels,
  refuseUnfitEntry,
} from '#classification';
import type { previewLexicon } from '#contract/mentions';
import type { InputOf, ResponseOf } from '#platform/contract';
import { decodeCursor, encodeCursor } from '#platform/database';
import { invalidField, notFound } from '#platform/problem';
import { compileLexicon, type LexiconEntry } from '#rules/classification';

type Body = InputOf<typeof previewLexicon>['body'];

interface PastMention {
  id: string;
  place: string;
  text: string;
  publishedAt: Date;
  authorHandle: string | null;
  authorName: string | null;
  authorFollowers: number | null;
  hasMedia: boolean;
}

/**
 * Judges a page of past mentions under the present lexicon and under the one that would be, the latest first, and
 * tells those whose level, harm or intent differs. Both are judged anew, so what a person corrected or an earlier
 * lexicon said does not show as a change.
 */
export async function previewOf(
  manager: EntityManager,
  body: Body,
): Promise<ResponseOf<typeof previewLexicon>> {
  if (body.draft) refuseUnfitEntry(body.draft);
  const entries = await activeEntries(manager);
  const present = compileLexicon(entries);
  const future = compileLexicon(await changedEntries(manager, entries, body));
  const mentions = await pastMentions(manager, body);
  const model = measuredModels();
  const changed = mentions.flatMap((mention) => {
    const subject = {
      text: mention.text,
      hasMedia: mention.hasMedia,
      author: {
        followers: mention.authorFollowers ?? undefined,
        handle: mention.authorHandle ?? undefined,
        name: mention.authorName ?? undefined,
      },
    };
    const before = assess(subject, present, detectLanguage, { model });
    const after = assess(subject, future, detectLanguage, { model });
    if (before.level === after.level && before.harm === after.harm && before.intent === after.intent)
      return [];
    return [
      {
        mentionId: mention.id,
        text: mention.text.slice(0, TEXT_SHOWN),
        publishedAt: mention.publishedAt.toISOString(),
        before: judged(before),
        after: judged(after),
      },
    ];
  });
  const last = mentions.at(-1);
  return {
    looked: mentions.length,
    changed,
    next: last && mentions.length === body.limit ? encodeCursor([last.place, last.id]) : null,
  };
}

const TEXT_SHOWN = 400;

async function changedEntries(
  manager: EntityManager,
  entries: readonly LexiconEntry[],
  { entryId, draft }: Body,
): Promise<LexiconEntry[]> {
  let kept = [...entries];
  if (entryId !== null) {
    const [old]: { language: string; category: string; term: string }[] = await manager.query(
      `select language, category, term from lexicon_entry where id = $1`,
      [entryId],
    );
    if (!old) throw notFound('lexicon-entry-not-found', 'There is no such term.');
    kept = kept.filter(
      (entry) =>
        entry.language !== old.language || entry.category !== old.category || entry.term !== old.term,
    );
  }
  // The category was checked to be one of the lexicon's.
  if (draft) kept.push(draft as LexiconEntry);
  return kept;
}

async function pastMentions(manager: EntityManager, { cursor, limit }: Body): Promise<PastMention[]> {
  const [place, id] = cursor === undefined ? [null, null] : (decodeCursor(cursor, 2) ?? []);
  const ours =
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(String(place)) && /^\d{1,19}$/.test(String(id));
  if (cursor !== undefined && !ours) {
    throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list');
  }
  return manager.query(
    `select m.id, to_char(m.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place, m.text,
       m.published_at as "publishedAt", m.author_handle as "authorHandle", m.author_name as "authorName",
       m.author_followers as "authorFollowers", m.has_media as "hasMedia"
     from mention m
     where m.realm = 'live' and m.assessed_at is not null and not m.own
       and ($1::timestamptz is null or (m.published_at, m.id) < ($1::timestamptz, $2::bigint))
     order by m.published_at desc, m.id desc limit $3`,
    [place ?? null, id ?? null, limit],
  );
}

function judged({ level, harm, intent, severity }: Assessment) {
  return { level, harm, intent, severity };
}
