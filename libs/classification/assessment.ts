import type { SalienceClass } from '#rules/stakeholders';

/**
 * What classification says of one mention, as values. Everything here is plain data so that it can be stored,
 * shown in either interface language and compared with what a person decided instead.
 */

/** Harm categories in falling base: the points of severity that a category is worth when its words leave no doubt. */
export const HARM_BASE = {
  injury_or_death: 60,
  safety_health: 50,
  data_breach_fraud: 45,
  discrimination_harassment: 42,
  legal_authorities: 36,
  environment: 34,
  corruption_labour: 30,
  product_failure: 22,
  service_failure: 18,
  price: 10,
  opinion_taste: 5,
  none: 0,
} as const;
export type HarmCategory = keyof typeof HARM_BASE;
export const HARM_CATEGORIES = Object.keys(HARM_BASE) as HarmCategory[];

/**
 * What the author wants, after the USAF web-posting assessment; it decides the handling.
 * `coordinated_attack` needs volume (many accounts, the same text), so it is never decided from one text.
 */
export const INTENTS = [
  'satisfied',
  'question',
  'unhappy_customer',
  'misguided',
  'rager',
  'satirist',
  'troll',
  'coordinated_attack',
  'neutral',
] as const;
export type Intent = (typeof INTENTS)[number];

export const SENTIMENTS = ['negative', 'neutral', 'positive'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

export const ADVICE = [
  'answer_restore',
  'correct_facts',
  'answer_question',
  'thank',
  'monitor',
  'do_not_answer',
  'escalate',
] as const;
export type Advice = (typeof ADVICE)[number];

/** Who seems to speak, from name, description and form; finer than whether the author is a known stakeholder. */
export const AUTHOR_KINDS = ['press', 'official', 'brand', 'person', 'automated'] as const;
export type AuthorKind = (typeof AUTHOR_KINDS)[number];

export const EMOTIONS = ['anger', 'joy', 'optimism', 'sadness'] as const;
export type Emotion = (typeof EMOTIONS)[number];

export type CrisisLevel = 0 | 1 | 2 | 3 | 4;

export const REASON_PARTS = [
  'language',
  'harm',
  'evidence',
  'wording',
  'sentiment',
  'tone',
  'author',
  'intent',
  'level',
] as const;
export type ReasonPart = (typeof REASON_PARTS)[number];

/**
 * One thing that weighed in the judgement. The weights of all reasons sum to the severity; what only explains
 * (language, intent, level, a cancelled word) weighs 0. `words` stand as the author wrote them.
 */
export interface Reason {
  part: ReasonPart;
  code: string;
  weight: number;
  words?: string[];
  params?: Record<string, string | number | boolean>;
}

export interface Assessment {
  /** ISO 639-1 code, or `und` where the language could not be told. */
  language: string;
  languageKnown: boolean;
  sentiment: Sentiment;
  intent: Intent;
  harm: HarmCategory;
  /** 0-100, the sum of the reasons' weights. */
  severity: number;
  /** The crisis level this mention would justify alone. */
  level: CrisisLevel;
  reasons: Reason[];
  advice: Advice;
  /** Absent from assessments made before it was read. */
  authorKind?: AuthorKind;
  /** Calibrated probability of the sentiment, 0-1; absent where the lexicon alone decided. */
  sentimentConfidence?: number;
  /** Probability that the text is offensive, 0-1; absent in languages that no model was trained on. */
  offensive?: number;
  /** The emotion that stands out, if one does, and the probability of anger among the four, 0-1. */
  emotion?: Emotion;
  anger?: number;
  /** Probability of irony, 0-1: a hint beside the text, which changes no other field. */
  sarcasm?: number;
  /** The trainings whose weights took part, for instance `sentiment-1`. */
  modelVersion?: string;
}

export interface AuthorFacts {
  followers?: number;
  /** Stakeholder category of the author where known: `press`, `influencer`, `authority`, … */
  kind?: string;
  handle?: string;
  name?: string;
  /** How the author describes the account. */
  bio?: string;
  /** For whom the author is known to speak; `kind` is its category then. */
  stakeholder?: KnownStakeholder;
}

export interface KnownStakeholder {
  id: string;
  name: string;
  salience: SalienceClass;
}

export interface AssessableMention {
  text: string;
  /** Language that the network declares for the post; used only where the text itself does not tell. */
  languageHint?: string;
  author?: AuthorFacts;
  hasMedia?: boolean;
}

export type DetectLanguage = (text: string) => { language: string; known: boolean };
