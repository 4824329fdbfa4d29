import type { Locale } from '#platform/contract';
import { BayesModel } from './bayes-model.js';
import { type Evidence, fitProbability, shares } from './confidence.js';
import { TRAINED, UNTRAINED } from './confidence-values.js';
import { FeatureSpace, type TextVector } from './feature-space.js';
import { featuresOf, type TextFeatures } from './features.js';
import { MarginModel, type TrainingExample } from './margin-model.js';
import { NearestWordings } from './nearest-wordings.js';
import { type Rejection, RejectionMemory } from './rejection-memory.js';
import { tells, WordReasons } from './word-reasons.js';

/** A text known to be answered by an answer. */
export interface Wording {
  answerId: string;
  text: string;
  /** 1 for the question and its wordings; less for what says less about how people ask. */
  weight: number;
}

export interface Candidate {
  answerId: string;
  /** Only comparable within one match. */
  score: number;
  /** Probability that this is the right answer, 0-1; those of all candidates sum to `fits`. */
  confidence: number;
  /** Words of the text, as written there, that the answer's wordings share. */
  words: string[];
}

export interface Match {
  /** Every answer asked about that shares something with the text, best first. */
  candidates: Candidate[];
  /** Probability that any of them fits, 0-1. */
  fits: number;
}

export interface MatchOptions {
  /** Leaves answers out before anything is weighed. */
  only?: (answerId: string) => boolean;
  /** Added to an answer's score for what is known beside the text (its topic). */
  favour?: (answerId: string) => number;
}

/** What naive Bayes weighs beside the margins, which weigh 1. */
const BAYES_WEIGHT = 0.04;
/** A wording of weight 0 would count for this share of its similarity, one of weight 1 for all of it. */
const LEAST_NEARNESS = 0.5;

/**
 * Ranks the answers of a library in one language for a text. Usable as soon as it is made (naive Bayes and nearest
 * wordings); `training()` then learns the margins, in breaths or at once, and from its end on they count.
 */
export class AnswerMatcher {
  private readonly answerIds: string[];
  private readonly space: FeatureSpace;
  private readonly examples: TrainingExample[];
  private readonly bayes: BayesModel;
  private readonly nearest: NearestWordings;
  private readonly rejections: RejectionMemory;
  private readonly reasons: WordReasons;
  private readonly wordingsPerAnswer: number;
  private margin: MarginModel | null = null;

  constructor(
    wordings: readonly Wording[],
    private readonly language: Locale,
    rejections: readonly Rejection[] = [],
  ) {
    this.answerIds = [...new Set(wordings.map(({ answerId }) => answerId))];
    const labelOf = new Map(this.answerIds.map((answerId, label) => [answerId, label]));
    const texts = wordings.map(({ text }) => featuresOf(text, language));
    this.space = new FeatureSpace(texts);
    this.examples = texts.map((text, index) => ({
      vector: this.space.vector(text),
      label: labelOf.get(wordings[index]?.answerId ?? '') ?? 0,
      weight: wordings[index]?.weight ?? 1,
    }));
    this.bayes = new BayesModel(this.space.size, this.answerIds.length, this.examples);
    this.nearest = new NearestWordings(
      this.space.size,
      this.examples.map(({ vector }) => vector),
    );
    this.rejections = new RejectionMemory(this.space, language, rejections);
    this.reasons = new WordReasons(texts, this.examples, this.answerIds.length);
    const weight = this.examples.reduce((sum, example) => sum + example.weight, 0);
    this.wordingsPerAnswer = weight / Math.max(1, this.answerIds.length);
  }

  get answers(): number {
    return this.answerIds.length;
  }

  /** Texts learned from. */
  get lessons(): number {
    return this.examples.length;
  }

  get trained(): boolean {
    return this.margin !== null;
  }

  /** Learns the margins; gives way every few examples. */
  *training(): Generator<void, void> {
    const margin = new MarginModel(this.space.size, this.answerIds.length);
    yield* margin.training(this.examples);
    this.margin = margin;
  }

  /** Learns the margins at once. */
  train(): this {
    for (const _ of this.training());
    return this;
  }

  match(text: string, options: MatchOptions = {}): Match {
    const weighed = this.weigh(text, options);
    if (!weighed) return { candidates: [], fits: 0 };
    const { ranked, evidence, features } = weighed;
    const numbers = this.margin ? TRAINED : UNTRAINED;
    const fits = fitProbability(evidence, numbers);
    const share = shares(evidence.scores, evidence.wordingsPerAnswer, numbers);
    const candidates = ranked.map(({ label, answerId, score }, index) => ({
      answerId,
      score,
      confidence: fits * (share[index] ?? 0),
      words: this.reasons.wordsFor(label, features),
    }));
    return { candidates, fits };
  }

  /** The answers in order and what confidence is told from; null when the text says nothing that the library knows. */
  weigh(text: string, options: MatchOptions = {}): Weighed | null {
    const features = featuresOf(text, this.language);
    if (!features.words.some(({ folded }) => tells(folded))) return null;
    const vector = this.space.vector(features);
    const labels = this.labels(options.only);
    if (vector.ids.length === 0 || labels.length === 0) return null;
    const scores = this.scores(vector);
    const near = this.nearness(vector);
    const refused = this.rejections.weigh(vector);
    const ranked = labels
      .map((label) => {
        const answerId = this.answerIds[label] ?? '';
        const favour = options.favour?.(answerId) ?? 0;
        return { label, answerId, score: (scores[label] ?? 0) + favour - (refused.get(answerId) ?? 0) };
      })
      .sort((a, b) => b.score - a.score || a.label - b.label);
    return { ranked, evidence: this.evidence(ranked, near, vector), features };
  }

  private labels(only: MatchOptions['only']): number[] {
    return this.answerIds.flatMap((answerId, label) => (!only || only(answerId) ? [label] : []));
  }

  private scores(vector: TextVector): Float32Array {
    const scores = new Float32Array(this.answerIds.length);
    this.margin?.scoreAll(vector, scores);
    this.bayes.addScores(vector, BAYES_WEIGHT, scores);
    return scores;
  }

  /** By answer, how near its nearest wording is. */
  private nearness(vector: TextVector): Float32Array {
    const near = new Float32Array(this.answerIds.length);
    const similarities = this.nearest.similaritiesTo(vector);
    for (const [index, { label, weight }] of this.examples.entries()) {
      const counted = LEAST_NEARNESS + (1 - LEAST_NEARNESS) * Math.min(1, weight);
      const similarity = (similarities[index] ?? 0) * counted;
      if (similarity > (near[label] ?? 0)) near[label] = similarity;
    }
    return near;
  }

  private evidence(
    ranked: readonly { label: number; score: number }[],
    near: Float32Array,
    vector: TextVector,
  ): Evidence {
    let nearest = 0;
    for (const { label } of ranked) nearest = Math.max(nearest, near[label] ?? 0);
    return {
      scores: ranked.map(({ score }) => score),
      nearest,
      nearestOfTop: near[ranked[0]?.label ?? 0] ?? 0,
      coverage: vector.coverage,
      wordingsPerAnswer: this.wordingsPerAnswer,
      answers: ranked.length,
    };
  }
}

interface Weighed {
  ranked: { label: number; answerId: string; score: number }[];
  evidence: Evidence;
  features: TextFeatures;
}
