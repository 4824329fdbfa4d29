import type { EntityManager } from 'typeorm';
import { setImmediate as turn } from 'node:timers/promises';
import type { LevelPreview } from '#contract/levels';
import type { CrisisLevel } from '#rules/classification';
import { MINUTE_MS } from './advance-topic.js';
import { CALM, moveLevel } from './level-movement.js';
import type { LevelSettings } from './level-settings.js';
import { topicOf } from './level-view.js';
import { currentSettings } from './settings-store.js';
import { readTopicMentions } from './topic-mentions.js';
import { scoreTopic, type TopicVolume } from './topic-score.js';
import type { TopicMention } from './topic-voices.js';

const DAYS = 30;
const STEP_MS = 10 * MINUTE_MS;
const MOST_MOVES = 200;
const OF_TEN_MINUTES = 12;

/**
 * What the levels of a topic would have been under other settings, beside what those in force give, over the past 30
 * days. Looked at every ten minutes, with the 12 newest mentions of each and the severe ones; levels by hand are left out.
 */
export async function previewSettings(
  manager: EntityManager,
  topicId: string,
  realm: 'live' | 'training',
  settings: LevelSettings,
  now: Date,
): Promise<LevelPreview> {
  await topicOf(manager, topicId);
  const { settings: inForce } = await currentSettings(manager);
  const to = new Date(Math.floor(now.getTime() / STEP_MS) * STEP_MS);
  const from = new Date(to.getTime() - DAYS * 1440 * MINUTE_MS);
  const longest = Math.max(settings.recentMinutes, inForce.recentMinutes);
  const mentions = await readTopicMentions(
    manager,
    { topicId, realm },
    new Date(from.getTime() - longest * MINUTE_MS),
    to,
    OF_TEN_MINUTES,
  );
  const volumes = await readVolumes(manager, topicId, realm, from, to);
  const asIs = await replay(mentions, volumes, from, to, inForce);
  const asAsked = await replay(mentions, volumes, from, to, settings);
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    minutesAtLevel: { now: asIs.minutes, then: asAsked.minutes },
    moves: asAsked.moves.slice(0, MOST_MOVES),
    complete: asAsked.moves.length <= MOST_MOVES,
  };
}

/** By ten minutes: the highest velocity, and the half-hour's mentions against the usual. */
async function readVolumes(
  manager: EntityManager,
  topicId: string,
  realm: string,
  from: Date,
  to: Date,
): Promise<Map<number, TopicVolume>> {
  const rows: { start: Date; velocity: number; observed: number; expected: number }[] = await manager.query(
    `select date_bin(interval '10 minutes', minute, $3::timestamptz) as start, max(velocity) as velocity,
       sum(mentions)::integer * 3 as observed, avg(expected) * 30 as expected
     from topic_minute where topic_id = $1 and realm = $2 and minute >= $3 and minute < $4 group by 1`,
    [topicId, realm, from, to],
  );
  return new Map(rows.map(({ start, ...volume }) => [start.getTime() + STEP_MS, volume]));
}

async function replay(
  mentions: readonly TopicMention[],
  volumes: ReadonlyMap<number, TopicVolume>,
  from: Date,
  to: Date,
  settings: LevelSettings,
): Promise<{ minutes: number[]; moves: LevelPreview['moves'] }> {
  const ordered = [...mentions].sort((a, b) => a.at - b.at);
  const minutes = [0, 0, 0, 0, 0];
  const moves: { at: string; from: CrisisLevel; to: CrisisLevel; score: number }[] = [];
  let state = CALM;
  let [first, end, steps] = [0, 0, 0];
  for (let at = from.getTime() + STEP_MS; at <= to.getTime(); at += STEP_MS) {
    while (end < ordered.length && (ordered[end]?.at ?? 0) <= at) end += 1;
    while (first < end && (ordered[first]?.at ?? 0) <= at - settings.recentMinutes * MINUTE_MS) first += 1;
    const volume = volumes.get(at) ?? { velocity: 0, observed: 0, expected: 0 };
    const { score } = scoreTopic(ordered.slice(first, end), volume, at, settings);
    const next = moveLevel(state, score, at, settings);
    if (next.level !== state.level)
      moves.push({ at: new Date(at).toISOString(), from: state.level, to: next.level, score });
    state = next;
    minutes[state.level] = (minutes[state.level] ?? 0) + STEP_MS / MINUTE_MS;
    // Others are served meanwhile.
    if (++steps % 100 === 0) await turn();
  }
  return { minutes, moves };
}
