import type { Assessment, Emotion, Reason } from './assessment.js';
import { EMOTIONS } from './assessment.js';
import { rounded } from './sentiment.js';
import type { JudgedTone } from './text-model.js';

export interface ToneReading {
  fields: Pick<Assessment, 'offensive' | 'emotion' | 'anger' | 'sarcasm'>;
  reasons: Reason[];
}

/**
 * What the measured models say of the tone: offensive, the emotion that stands out, irony. Hints beside the text:
 * they weigh nothing in the severity, where the lexicon's insults and threats do.
 */
export function readTone(tone: JudgedTone | null, negative: boolean): ToneReading {
  if (!tone) return { fields: {}, reasons: [] };
  const emotion = outstanding(tone, negative);
  const reasons: Reason[] = [];
  if (tone.offensive.holds && tone.offensive.probability >= LEAST_OFFENSIVE) {
    reasons.push(reason('offensive', tone.offensive.probability, tone.offensive.words()));
  }
  if (emotion) reasons.push(reason(emotion, tone.emotions[emotion], tone.emotionWords(emotion)));
  if (tone.irony.probability >= LEAST_IRONY) {
    reasons.push(reason('irony', tone.irony.probability, tone.irony.words()));
  }
  return {
    fields: {
      offensive: rounded(tone.offensive.probability),
      anger: rounded(tone.emotions.anger),
      sarcasm: rounded(tone.irony.probability),
      ...(emotion ? { emotion } : {}),
    },
    reasons,
  };
}

/** The emotions of blame are looked for in a negative text only and those of joy in others: the model knows no "none". */
function outstanding({ emotions }: JudgedTone, negative: boolean): Emotion | undefined {
  return EMOTIONS.find(
    (emotion) =>
      emotions[emotion] >= LEAST_EMOTION && negative === (emotion === 'anger' || emotion === 'sadness'),
  );
}

/** Below these a hint is more often noise than help. */
const LEAST_OFFENSIVE = 0.5;
const LEAST_EMOTION = 0.7;
const LEAST_IRONY = 0.75;

function reason(code: string, probability: number, words: string[]): Reason {
  return { part: 'tone', code, weight: 0, params: { probability: rounded(probability) }, words };
}
