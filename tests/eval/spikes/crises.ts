import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { detectLanguage } from '#classification';
import { assess, compileLexicon, DEFAULT_LEXICON } from '#rules/classification';
import {
  advanceTopic,
  ANOMALY_THRESHOLD,
  DEFAULT_LEVEL_SETTINGS,
  fingerprintOf,
  MINUTE_MS,
  newTopicState,
  type TopicMention,
} from '#rules/levels';
import { mulberry32 } from './mulberry32.js';

const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;
/** Weeks of calm before the first post; the first is for learning and not counted. */
const CALM_WEEKS = 4;
/** Posts an hour of the calm, on average over the day. */
const CALM_PER_HOUR = 6;

/**
 * How soon a crisis is seen: `npm run eval -- crises --data DIR`. DIR holds a folder per event with
 * `volume-per-minute.csv` and `labeled.jsonl`. The volume goes to the detector, the labelled texts, assessed as mentions are,
 * to the evaluation of the level: minute after minute with the shipped settings. Before the first post lie four weeks of
 * calm, made with a fixed seed: six mild posts an hour on average, more by day than by night (the data itself holds none).
 */
export async function evaluateCrises(flags: string[]): Promise<void> {
  const { values } = parseArgs({ args: flags, options: { data: { type: 'string' } } });
  if (values.data === undefined) throw new Error('--data DIR is needed');
  const root = path.resolve(values.data);
  const folders = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const lexicon = compileLexicon(DEFAULT_LEXICON);
  const events: Record<string, unknown> = {};
  const calm = { weeks: 0, anomalies: 0, rises: 0 };
  for (const [place, { name }] of folders.sort((a, b) => (a.name < b.name ? -1 : 1)).entries()) {
    const volume = await readVolume(path.join(root, name, 'volume-per-minute.csv'));
    const texts = await readTexts(path.join(root, name, 'labeled.jsonl'));
    const first = Math.min(...volume.keys());
    const padded = calmBefore(first, place + 1);
    const mentions = [...padded, ...texts.map((text) => assessed(text, lexicon))];
    const counts = new Map(volume);
    for (const { at } of padded) {
      const minute = Math.floor(at / MINUTE_MS) * MINUTE_MS;
      counts.set(minute, (counts.get(minute) ?? 0) + 1);
    }
    const begin = first - CALM_WEEKS * WEEK_MS;
    const end = Math.min(Math.max(...volume.keys()), first + 5 * 24 * 60 * MINUTE_MS);
    const minutes = Array.from({ length: (end - begin) / MINUTE_MS + 1 }, (_, step) => {
      const at = begin + step * MINUTE_MS;
      return { at, mentions: counts.get(at) ?? 0 };
    });
    const run = advanceTopic(newTopicState(), minutes, mentions, DEFAULT_LEVEL_SETTINGS);
    const onset = Math.min(...texts.filter(({ related }) => related).map(({ at }) => at));
    const reached = (level: number) =>
      run.minutes.find((minute) => minute.at >= first && minute.level >= level)?.at;
    const after = (from: number, at: number | undefined) =>
      at === undefined ? null : Math.round((at + MINUTE_MS - from) / MINUTE_MS);
    const anomaly = run.minutes.find(
      (minute) => minute.at >= first && minute.anomaly >= ANOMALY_THRESHOLD,
    )?.at;
    events[name] = {
      minutesFromFirstPost: Object.fromEntries(
        [1, 2, 3, 4].map((level) => [level, after(first, reached(level))]),
      ),
      firstRelatedPostAfterMinutes: after(first, onset),
      minutesFromFirstRelatedPost: Object.fromEntries(
        [1, 2, 3, 4].map((level) => [level, after(onset, reached(level))]),
      ),
      anomalyMinutesFromFirstRelatedPost: after(onset, anomaly),
      highest: Math.max(...run.minutes.map(({ level }) => level)),
    };
    const counted = run.minutes.filter(({ at }) => at >= begin + WEEK_MS && at < first);
    calm.weeks += (first - begin - WEEK_MS) / WEEK_MS;
    calm.anomalies += counted.filter(
      ({ anomaly: now }, step) =>
        now >= ANOMALY_THRESHOLD && (counted[step - 1]?.anomaly ?? 0) < ANOMALY_THRESHOLD,
    ).length;
    calm.rises += run.moves.filter(
      ({ at, kind }) => kind === 'rose' && at >= begin + WEEK_MS && at < first,
    ).length;
  }
  console.log(
    JSON.stringify({
      eval: 'crises',
      events,
      calm: {
        weeks: calm.weeks,
        postsAnHour: CALM_PER_HOUR,
        falseAnomaliesPerWeek: Number((calm.anomalies / calm.weeks).toFixed(2)),
        falseLevelRisesPerWeek: Number((calm.rises / calm.weeks).toFixed(2)),
      },
    }),
  );
}

/** Posts of each minute, by its start in milliseconds since 1970. */
async function readVolume(file: string): Promise<Map<number, number>> {
  const lines = (await readFile(file, 'utf8')).trim().split(/\r?\n/).slice(1);
  return new Map(
    lines.map((line) => {
      const [second = '', posts = ''] = line.split(',');
      return [Math.floor(Number(second) / 60) * MINUTE_MS, Number(posts)] as const;
    }),
  );
}

interface LabelledText {
  id: string;
  at: number;
  text: string;
  related: boolean;
}

async function readTexts(file: string): Promise<LabelledText[]> {
  return (await readFile(file, 'utf8'))
    .trim()
    .split(/\r?\n/)
    .map((line) => {
      const row = JSON.parse(line) as {
        id: string;
        published_at_ms: number;
        text: string;
        informativeness: string;
      };
      return {
        id: row.id,
        at: row.published_at_ms,
        text: row.text,
        related: /^Related/.test(row.informativeness),
      };
    });
}

/** The labelled texts carry no author: each counts as somebody else's, and nobody as the press. */
function assessed({ id, at, text }: LabelledText, lexicon: ReturnType<typeof compileLexicon>): TopicMention {
  const { severity, sentiment } = assess({ text, hasMedia: false }, lexicon, detectLanguage);
  return {
    id,
    at,
    severity: Math.round(severity),
    author: null,
    network: 'x',
    voice: 'person',
    negative: sentiment === 'negative',
    salience: 0,
    fingerprint: fingerprintOf(text),
  };
}

function calmBefore(first: number, seed: number): TopicMention[] {
  const random = mulberry32(seed);
  const mentions: TopicMention[] = [];
  let at = first - CALM_WEEKS * WEEK_MS;
  // Arrivals of the busiest rate, thinned to the rate of the hour.
  const most = (CALM_PER_HOUR / 60) * 1.8;
  for (;;) {
    at += (-Math.log(1 - random()) / most) * MINUTE_MS;
    if (at >= first) return mentions;
    const rhythm = 1 + 0.8 * Math.sin((((at / 3_600_000) % 24) / 24 - 0.375) * 2 * Math.PI);
    if (random() * 1.8 > rhythm) continue;
    mentions.push({
      id: `calm-${mentions.length}`,
      at: Math.floor(at),
      severity: Math.floor(random() ** 3 * 22),
      author: `author ${Math.floor(random() * 400)}`,
      network: random() < 0.8 ? 'x' : 'facebook',
      voice: 'person',
      negative: random() < 0.3,
      salience: 0,
      fingerprint: null,
    });
  }
}
