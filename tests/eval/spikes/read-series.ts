import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LabelledSeries } from './nab-score.js';

export interface CountSeries extends LabelledSeries {
  /** Start of each step, milliseconds since 1970. */
  times: number[];
  counts: number[];
  /** Minutes between two points, the most frequent distance. */
  step: number;
}

/** Reads `*.csv` (timestamp,value) and `windows.json` of a folder in the layout of the benchmark. */
export async function readSeriesFolder(folder: string): Promise<CountSeries[]> {
  const windows = JSON.parse(await readFile(path.join(folder, 'windows.json'), 'utf8')) as Record<
    string,
    [string, string][]
  >;
  const files = (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort();
  return Promise.all(
    files.map(async (file) => {
      const name = file.slice(0, -'.csv'.length);
      const key = Object.keys(windows).find((one) => path.basename(one, '.csv') === name);
      if (key === undefined) throw new Error(`windows.json says nothing of ${file}`);
      const lines = (await readFile(path.join(folder, file), 'utf8')).trim().split(/\r?\n/).slice(1);
      const times = lines.map((line) => instant(line.split(',')[0] ?? ''));
      const placeOf = new Map(times.map((time, place) => [time, place]));
      const place = (text: string) => {
        const found = placeOf.get(instant(text));
        if (found === undefined) throw new Error(`${file} has no point at ${text}`);
        return found;
      };
      return {
        name,
        length: lines.length,
        times,
        counts: lines.map((line) => Number(line.split(',')[1])),
        windows: (windows[key] ?? []).map(([first, last]) => ({ first: place(first), last: place(last) })),
        step: usualStep(times),
      };
    }),
  );
}

/** The time of a line in UTC, to the second. */
function instant(text: string): number {
  const time = Date.parse(`${text.trim().replace(' ', 'T').slice(0, 19)}Z`);
  if (Number.isNaN(time)) throw new Error(`${text} is not a date and time`);
  return time;
}

function usualStep(times: readonly number[]): number {
  const tally = new Map<number, number>();
  times.forEach((time, place) => {
    const before = times[place - 1];
    if (before !== undefined) tally.set(time - before, (tally.get(time - before) ?? 0) + 1);
  });
  const [usual] = [...tally].sort((a, b) => b[1] - a[1])[0] ?? [60_000];
  return Math.min(60, usual / 60_000);
}
