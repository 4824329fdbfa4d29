import type { DataSource } from 'typeorm';
import { Classifier } from './classify-batch.js';
import { claimFresh, claimOverdue } from './queue-claim.js';

const SMALLEST_BATCH = 100;
const LARGEST_BATCH = 2000;
const OVERDUE_EVERY_MS = 1000;
const LANES = 2;

export interface DrainOptions {
  classifier?: Classifier;
  signal?: AbortSignal;
  /** Mentions in a batch at most; 2,000 unless told. */
  largestBatch?: number;
  /** Batches in hand at the same time; 2 unless told. */
  lanes?: number;
  onProgress?: (assessed: number) => void;
}

export interface DrainOutcome {
  assessed: number;
  failed: number;
}

/**
 * Classifies until nothing in the queue can be claimed. Batches grow with the backlog: small ones make a lone mention
 * appear at once, large ones make a flood cheap. Several at a time, in one process or many, share the work: by default
 * two, so that one batch is judged while the database writes the other.
 */
export async function drainQueue(dataSource: DataSource, options: DrainOptions = {}): Promise<DrainOutcome> {
  const { classifier = new Classifier(dataSource), lanes = LANES } = options;
  const ends = await Promise.allSettled(
    Array.from({ length: lanes }, () => drainLane(dataSource, { ...options, classifier })),
  );
  const total = { assessed: 0, failed: 0 };
  for (const end of ends) {
    if (end.status === 'rejected') throw end.reason;
    total.assessed += end.value.assessed;
    total.failed += end.value.failed;
  }
  return total;
}

async function drainLane(
  dataSource: DataSource,
  { classifier, signal, largestBatch = LARGEST_BATCH, onProgress }: DrainOptions & { classifier: Classifier },
): Promise<DrainOutcome> {
  let overdueAt = 0;
  const total = { assessed: 0, failed: 0 };
  let size = Math.min(SMALLEST_BATCH, largestBatch);
  while (!signal?.aborted) {
    // Now and then the overdue come first, or a flood would keep them waiting to its end.
    let batch = Date.now() >= overdueAt ? await claimOverdue(dataSource) : [];
    if (batch.length === 0) overdueAt = Date.now() + OVERDUE_EVERY_MS;
    if (batch.length === 0) batch = await claimFresh(dataSource, size);
    if (batch.length === 0) batch = await claimOverdue(dataSource);
    if (batch.length === 0) break;
    const full = batch.length === size;
    const outcome = await classifier.classify(batch);
    total.assessed += outcome.assessed;
    total.failed += outcome.failed;
    onProgress?.(outcome.assessed);
    size = full ? Math.min(size * 2, largestBatch) : Math.max(SMALLEST_BATCH, Math.floor(size / 2));
  }
  return total;
}
