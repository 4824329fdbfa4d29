import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ANOMALY_THRESHOLD, newSpikeState, readSpike } from '#rules/levels';
import { NabScorer, type NabScore } from './nab-score.js';
import { type CountSeries, readSeriesFolder } from './read-series.js';
import { windowedGaussian } from './windowed-gaussian.js';

/**
 * The spike detector on labelled series: `npm run eval -- spikes --data DIR [--scores FILE]`. DIR holds series as CSV and
 * windows.json, as the Numenta Anomaly Benchmark has them. Writes the score of every point to FILE.
 */
export async function evaluateSpikes(flags: string[]): Promise<void> {
  const { values } = parseArgs({
    args: flags,
    options: { data: { type: 'string' }, scores: { type: 'string', default: '.cache/spike-scores.csv' } },
  });
  if (values.data === undefined) throw new Error('--data DIR is needed');
  const series = await readSeriesFolder(path.resolve(values.data));
  const ours = new NabScorer();
  const gaussian = new NabScorer();
  const perSeries: Record<string, unknown> = {};
  const lines = ['series,timestamp,value,anomaly'];
  let points = 0;
  let seconds = 0;
  for (const one of series) {
    const started = performance.now();
    const anomalies = detect(one);
    seconds += (performance.now() - started) / 1000;
    points += one.length;
    ours.add(one, anomalies);
    gaussian.add(one, windowedGaussian(one.counts));
    const alone = new NabScorer();
    alone.add(one, anomalies);
    perSeries[one.name] = rounded(alone.at(ANOMALY_THRESHOLD));
    anomalies.forEach((anomaly, place) => {
      const time = new Date(one.times[place] ?? 0).toISOString().slice(0, 19).replace('T', ' ');
      lines.push(`${one.name},${time},${one.counts[place]},${anomaly}`);
    });
  }
  const file = path.resolve(values.scores);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${lines.join('\n')}\n`);
  console.log(
    JSON.stringify({
      eval: 'spikes',
      series: series.length,
      points,
      profile: 'standard',
      nab: rounded(ours.best()),
      nabAtShippedThreshold: rounded(ours.at(ANOMALY_THRESHOLD)),
      perSeriesAtShippedThreshold: perSeries,
      windowedGaussian: rounded(gaussian.best()),
      windowedGaussianAtOne: rounded(gaussian.at(1)),
      pointsPerSecond: Math.round(points / seconds),
      scores: path.relative(process.cwd(), file),
    }),
  );
}

/** The scores of a series, point after point as they would have come in. */
function detect(series: CountSeries): number[] {
  const state = newSpikeState(series.step);
  return series.counts.map((count, place) => readSpike(state, series.times[place] ?? 0, count).anomaly);
}

function rounded({ score, threshold, falseAlarms, windowsFound }: NabScore) {
  return { score: Number(score.toFixed(2)), threshold, falseAlarms, windowsFound };
}
