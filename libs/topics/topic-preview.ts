import type { DataSource } from 'typeorm';
import type { previewTopic } from '#contract/topics';
import type { Realm, ResponseOf } from '#platform/contract';
import { matchTopicQuery } from './query-match.js';
import { printTopicQuery } from './query-print.js';
import { type MatchableMention, topicDocument } from './topic-document.js';
import type { TopicQuery } from './topic-query.js';

/** A preview looks at no more mentions than this, the newest first, and says so. */
export const PREVIEW_LIMIT = 50_000;
const PAGE = 2000;
const SAMPLES = 10;
export const WEEK_MS = 7 * 24 * 60 * 60_000;

export type TopicPreview = ResponseOf<typeof previewTopic>;

interface PreviewRow extends MatchableMention {
  id: string;
  publishedAt: Date;
  level: number;
}

/** Tries a query on the mentions of the seven days before `now`, read newest first in pages; stores nothing. */
export async function previewQuery(
  dataSource: DataSource,
  query: TopicQuery,
  { realm, now, limit = PREVIEW_LIMIT }: { realm?: Realm; now: Date; limit?: number },
): Promise<TopicPreview> {
  const since = new Date(now.getTime() - WEEK_MS);
  const perDay = new Map(daysFrom(since, now).map((day) => [day, 0]));
  const byLanguage = new Map<string, number>();
  const samples: TopicPreview['samples'] = [];
  let [matched, looked, complete] = [0, 0, false];
  let last: PreviewRow | undefined;

  while (looked < limit) {
    const size = Math.min(PAGE, limit - looked);
    const page: PreviewRow[] = await dataSource.query(PAGE_OF_WEEK, [
      since,
      now,
      realm ?? null,
      last?.publishedAt ?? FAR_FUTURE,
      last?.id ?? '0',
      size + 1,
    ]);
    complete = page.length <= size;
    for (const row of page.slice(0, size)) {
      looked += 1;
      if (!matchTopicQuery(query, topicDocument(row))) continue;
      matched += 1;
      const day = row.publishedAt.toISOString().slice(0, 10);
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
      byLanguage.set(row.language, (byLanguage.get(row.language) ?? 0) + 1);
      if (samples.length < SAMPLES) samples.push(sampleOf(row));
    }
    last = page[size - 1];
    if (complete) break;
  }

  return {
    matched,
    looked,
    complete,
    perDay: [...perDay].map(([day, count]) => ({ day, matched: count })),
    byLanguage: [...byLanguage]
      .map(([language, count]) => ({ language, matched: count }))
      .sort((a, b) => b.matched - a.matched || (a.language < b.language ? -1 : 1)),
    samples,
    canonical: printTopicQuery(query),
  };
}

const FAR_FUTURE = new Date('9999-01-01T00:00:00Z');

const PAGE_OF_WEEK = `
  select id, published_at as "publishedAt", text, author_handle as "authorHandle", author_name as "authorName",
    language, language_known as "languageKnown", network, level
  from mention
  where assessed_at is not null and not own and published_at > $1 and published_at <= $2
    and ($3::text is null or realm = $3) and (published_at, id) < ($4, $5)
  order by published_at desc, id desc limit $6`;

function sampleOf(row: PreviewRow): TopicPreview['samples'][number] {
  return {
    id: row.id,
    network: row.network,
    authorName: row.authorName ?? row.authorHandle,
    text: row.text,
    publishedAt: row.publishedAt.toISOString(),
    level: row.level,
  };
}

/** Every day (UTC) that the span touches, oldest first. */
function daysFrom(since: Date, until: Date): string[] {
  const days: string[] = [];
  const last = until.toISOString().slice(0, 10);
  for (let at = Date.parse(since.toISOString().slice(0, 10)); ; at += 24 * 60 * 60_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    days.push(day);
    if (day >= last) return days;
  }
}
