import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MOST_VOICE_TOPICS, type StakeholderVoice } from '#contract/stakeholders';
import { readStakeholderView } from './stakeholder-record.js';

const WEEK_MS = 7 * 86_400_000;
/** 1970 began on a Thursday; the first Monday was the 5th. */
const FIRST_MONDAY_MS = 4 * 86_400_000;

interface Cell {
  week: Date;
  /** Null: no topic; `all`: whatever topics, each mention once. */
  topicId: string | null;
  name: string | null;
  mentions: number;
  negative: number;
}

/** What a stakeholder said over time. */
@Injectable()
export class VoiceService {
  constructor(private readonly dataSource: DataSource) {}

  async read(stakeholderId: string, weeks: number, now = new Date()): Promise<StakeholderVoice> {
    await readStakeholderView(this.dataSource.manager, stakeholderId);
    const starts = weeksUntil(now, weeks);
    const cells: Cell[] = await this.dataSource.query(VOICE, [stakeholderId, new Date(starts[0] ?? 0), now]);
    return {
      weeks: starts.map((start) => new Date(start).toISOString()),
      ...foldVoice(starts, cells),
      until: now.toISOString(),
    };
  }
}

/** Mondays 00:00 UTC, the oldest first; the last one is that of the week which holds the moment. */
export function weeksUntil(now: Date, weeks: number): number[] {
  const last = Math.floor((now.getTime() - FIRST_MONDAY_MS) / WEEK_MS) * WEEK_MS + FIRST_MONDAY_MS;
  return Array.from({ length: weeks }, (_, place) => last - (weeks - 1 - place) * WEEK_MS);
}

function foldVoice(
  starts: readonly number[],
  cells: readonly Cell[],
): Pick<StakeholderVoice, 'lines' | 'total' | 'negative'> {
  const empty = () => starts.map(() => 0);
  const line = () => ({ mentions: empty(), negative: empty() });
  const lines = new Map<string | null, { name: string | null; mentions: number[]; negative: number[] }>();
  const total = line();
  for (const { week, topicId, name, mentions, negative } of cells) {
    const place = starts.indexOf(week.getTime());
    if (place < 0) continue;
    const key = topicId;
    if (key !== EVERY) lines.set(key, lines.get(key) ?? { name, ...line() });
    const into = key === EVERY ? total : lines.get(key);
    if (!into) continue;
    into.mentions[place] = mentions;
    into.negative[place] = negative;
  }
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  return {
    lines: [...lines]
      .sort(([, a], [, b]) => sum(b.mentions) - sum(a.mentions) || ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
      .slice(0, MOST_VOICE_TOPICS)
      .map(([topicId, { name, mentions, negative }]) => ({
        topic: topicId === null ? null : { id: topicId, name: name ?? '' },
        mentions,
        negative,
      })),
    total: total.mentions,
    negative: total.negative,
  };
}

const EVERY = 'all';

/** Through the index of mentions by author: what the accounts of one stakeholder posted in some weeks. */
const VOICE = `
  with said as materialized (
    select m.id, m.published_at, date_trunc('week', m.published_at, 'UTC') as week, m.sentiment = 'negative' as negative
    from stakeholder_author sa join mention m on m.author_id = sa.author_id
    where sa.stakeholder_id = $1 and m.published_at >= $2 and m.published_at <= $3 and m.assessed_at is not null
  )
  select week, '${EVERY}' as "topicId", null as name, count(*)::integer as mentions,
    (count(*) filter (where negative))::integer as negative
  from said group by week
  union all
  select said.week, t.id::text, t.name, count(*)::integer, (count(*) filter (where said.negative))::integer
  from said
  left join mention_topic mt on mt.mention_id = said.id and mt.published_at = said.published_at
  left join topic t on t.id = mt.topic_id
  group by said.week, t.id, t.name`;
