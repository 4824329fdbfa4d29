import type { Level } from '#contract/classification';

/** Codes of classification that a scenario may expect. */
export type DemoHarm =
  | 'injury_or_death'
  | 'safety_health'
  | 'data_breach_fraud'
  | 'discrimination_harassment'
  | 'legal_authorities'
  | 'environment'
  | 'corruption_labour'
  | 'product_failure'
  | 'service_failure'
  | 'price'
  | 'opinion_taste'
  | 'none';

export type DemoIntent =
  | 'satisfied'
  | 'question'
  | 'unhappy_customer'
  | 'misguided'
  | 'rager'
  | 'satirist'
  | 'troll'
  | 'coordinated_attack'
  | 'neutral';

export type DemoAuthorKind =
  'customer' | 'press' | 'influencer' | 'elected' | 'association' | 'satirist' | 'troll';

/** What an attentive team would make of a post, alone; written without regard to what classification finds. */
export interface DemoExpectation {
  harm?: DemoHarm;
  level?: Level;
  /** The answer of the library that fits. */
  answerKey?: string;
  intent?: DemoIntent;
}

export interface DemoInject {
  /** Seconds from the start of the scenario. */
  atSeconds: number;
  authorHandle: string;
  authorName: string;
  authorBio: string;
  authorKind: DemoAuthorKind;
  followers: number;
  /** ISO 639-1, or `und` where the text is too short to tell. */
  language: string;
  text: string;
  hasMedia?: boolean;
  /** Place in the list of the post that this one answers. */
  inReplyToIndex?: number;
  expected?: DemoExpectation;
  /** For the trainer: why this post is here. */
  note: string;
}

/** An inject as the waves write it: the account by handle, the thread by the name of an earlier inject. */
export interface InjectDraft {
  at: number;
  by: string;
  language: string;
  text: string;
  hasMedia?: boolean;
  /** Name by which later injects refer to this one. */
  id?: string;
  replyTo?: string;
  expected?: DemoExpectation;
  note: string;
}
