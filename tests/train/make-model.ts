import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TextFeatures } from '../../libs/classification/model/text-features.js';
import {
  readTable,
  type TableHeader,
  type WeightTable,
} from '../../libs/classification/model/weight-table.js';
import { fitBorder, fitPlatt, fitSlope } from './calibrate.js';
import { type LinearSettings, trainLinear, type TrainingText } from './linear-model.js';
import { packTable } from './pack-table.js';

export interface ModelPlan extends LinearSettings {
  /** Name of the file of weights. */
  name: string;
  bits: number;
  /** Rises when the training changes. */
  revision: number;
}

/** Trains, packs, calibrates on held-out texts and writes one file of weights; prints how it did on those texts. */
export function makeModel(
  plan: ModelPlan,
  training: readonly TrainingText[],
  heldOut: readonly TrainingText[],
  folder: string,
): void {
  const started = performance.now();
  const learned = trainLinear(training, plan);
  const outputs = learned.weights.length === 1 ? [plan.classes[0]!] : [...plan.classes];
  const plain: Omit<TableHeader, 'steps'> = {
    outputs,
    bits: plan.bits,
    bias: outputs.map(() => 0),
    slope: 1,
    version: `${plan.name}-${plan.revision}`,
  };
  const scores = scored(readTable(packTable(learned, plain).bytes), heldOut);
  const labels = heldOut.map(({ label }) => plan.classes.indexOf(label));
  const about = { ...plain };
  let threshold = 0.5;
  if (outputs.length === 1) {
    const { slope, bias } = fitPlatt(
      scores.map((row) => row[0]!),
      labels.map((label) => label === 0),
    );
    threshold = fitBorder(scores.map((row) => 1 / (1 + Math.exp(-slope * (row[0]! + bias)))));
    Object.assign(about, { slope, bias: [bias], threshold });
  } else {
    about.slope = fitSlope(scores, labels);
  }
  const { bytes, kept } = packTable(learned, about);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${plan.name}.bin`), bytes);
  const beyond = (row: Float64Array, least: number) =>
    1 / (1 + Math.exp(-about.slope * (row[0]! + (about.bias[0] ?? 0)))) >= least ? 0 : 1;
  const border = (row: Float64Array) =>
    outputs.length === 1 ? beyond(row, threshold) : row.indexOf(Math.max(...row));
  const atHalf = () => {
    const said = scores.map((row) => beyond(row, 0.5));
    return Number(macroF1(labels, said, 2).toFixed(2));
  };
  console.log(
    JSON.stringify({
      model: about.version,
      texts: training.length,
      features: learned.hash.length,
      kept,
      bytes: bytes.length,
      slope: Number(about.slope.toFixed(3)),
      heldOut: heldOut.length,
      ...(outputs.length === 1 ? { macroF1AtHalf: atHalf() } : {}),
      macroF1: Number(macroF1(labels, scores.map(border), new Set(labels).size).toFixed(2)),
      seconds: Math.round((performance.now() - started) / 1000),
    }),
  );
}

function scored(table: WeightTable, texts: readonly TrainingText[]): Float64Array[] {
  const features = new TextFeatures();
  return texts.map(({ text, language }) => {
    features.read(text);
    if (language !== undefined) features.speak(language);
    return Float64Array.from(table.score(features));
  });
}

/** In percent. */
export function macroF1(truth: readonly number[], said: readonly number[], classes: number): number {
  let sum = 0;
  for (let one = 0; one < classes; one += 1) {
    let hits = 0;
    let misses = 0;
    truth.forEach((label, at) => {
      if (label === one && said[at] === one) hits += 1;
      else if (label === one || said[at] === one) misses += 1;
    });
    sum += hits === 0 ? 0 : (2 * hits) / (2 * hits + misses);
  }
  return (100 * sum) / classes;
}
