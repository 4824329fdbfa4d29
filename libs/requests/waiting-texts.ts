import {
  type Background,
  featuresOf,
  type MentionFeatures,
  SHOWN_FROM,
  similarity,
  tellingWords,
} from './similarity.js';

export interface WaitingText {
  requestId: string;
  text: string;
}

/** Words of a waiting mention that an arrival is looked up by; it has to have two of them, as in the search of the past. */
const LOOKED_UP_WORDS = 8;

/**
 * What is waited for, in memory, indexed by its telling words: comparing an arrival costs as much as the few that share
 * words with it, however many requests there are.
 */
export class WaitingTexts {
  private readonly entries: { requestId: string; features: MentionFeatures; needed: number }[] = [];
  private readonly withWord = new Map<string, number[]>();

  constructor(
    texts: readonly WaitingText[],
    private readonly background: Background,
  ) {
    for (const { requestId, text } of texts) {
      const telling = new Set(
        tellingWords(text, background, LOOKED_UP_WORDS).flatMap((word) => [...featuresOf(word).words]),
      );
      const place = this.entries.push({
        requestId,
        features: featuresOf(text),
        needed: Math.min(2, telling.size),
      });
      for (const word of telling) {
        const places = this.withWord.get(word) ?? [];
        places.push(place - 1);
        this.withWord.set(word, places);
      }
    }
  }

  /** The request whose mentions ask the same most likely; null when none does. */
  mostSimilar(text: string): { requestId: string; similarity: number } | null {
    const features = featuresOf(text);
    const shared = new Map<number, number>();
    for (const word of features.words) {
      for (const place of this.withWord.get(word) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
    }
    let best: { requestId: string; similarity: number } | null = null;
    for (const [place, count] of shared) {
      const entry = this.entries[place];
      if (!entry || count < entry.needed) continue;
      const found = similarity(features, entry.features, this.background);
      if (found >= SHOWN_FROM && found > (best?.similarity ?? 0)) {
        best = { requestId: entry.requestId, similarity: found };
      }
    }
    return best;
  }
}
