import type { Locale } from '#platform/contract';
import type { FeatureSpace, TextVector } from './feature-space.js';
import { featuresOf } from './features.js';
import { NearestWordings } from './nearest-wordings.js';

/** A text of which a person said that these answers do not fit it. */
export interface Rejection {
  text: string;
  answerIds: readonly string[];
}

/** Texts less similar than this (cosine) are about something else. */
const SAME_MATTER = 0.4;
/** What the very same text takes off an answer's score; margins between answers are about 1. */
const MOST = 1.2;

/** Remembers what did not fit: the more a text is like a refused one, the more is taken off. */
export class RejectionMemory {
  private readonly nearest: NearestWordings;

  constructor(
    space: FeatureSpace,
    language: Locale,
    private readonly rejections: readonly Rejection[],
  ) {
    this.nearest = new NearestWordings(
      space.size,
      rejections.map(({ text }) => space.vector(featuresOf(text, language))),
    );
  }

  /** By answer, what to take off its score: that of the most similar refused text, 0 to 1.2. */
  weigh(vector: TextVector): Map<string, number> {
    const off = new Map<string, number>();
    if (this.rejections.length === 0) return off;
    const similarities = this.nearest.similaritiesTo(vector);
    for (const [index, { answerIds }] of this.rejections.entries()) {
      const excess = ((similarities[index] ?? 0) - SAME_MATTER) / (1 - SAME_MATTER);
      if (excess <= 0) continue;
      for (const answerId of answerIds) off.set(answerId, Math.max(off.get(answerId) ?? 0, MOST * excess));
    }
    return off;
  }
}
