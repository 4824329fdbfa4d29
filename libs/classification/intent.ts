import type { Advice, CrisisLevel, HarmCategory, Intent, Reason, Sentiment } from './assessment.js';
import type { HarmReading } from './harm.js';
import type { TermMatch } from './compiled-lexicon.js';
import type { LexiconCategory } from './lexicon-entry.js';
import type { Signals } from './signals.js';
import type { Token } from './tokens.js';

export interface IntentReading {
  intent: Intent;
  reason: Reason;
}

export interface IntentEvidence {
  signals: Signals;
  tokens: readonly Token[];
  text: string;
  harm: HarmReading;
  sentiment: Sentiment;
  language: string;
  authorKind: string | undefined;
  /** Whether the author shows or tells at first hand. */
  firstHand: boolean;
}

/**
 * What the author wants, by rules tried in order; the first that holds decides, and its code says which.
 * A grievance is heard before its tone: who was harmed and swears is an unhappy customer, not a troll.
 */
export function readIntent(
  evidence: IntentEvidence,
  words: (matches: readonly TermMatch[]) => string[],
): IntentReading {
  const { signals, harm, sentiment, firstHand } = evidence;
  const points = (category: LexiconCategory) => totalWeight(signals.found.get(category));
  const because = (intent: Intent, code: string, category?: LexiconCategory): IntentReading => {
    const matches = category && signals.found.get(category);
    const reason: Reason = { part: 'intent', code, weight: 0, params: { intent } };
    if (matches) reason.words = words(matches);
    return { intent, reason };
  };

  const grievance = harm.points >= GRIEVANCE_POINTS && harm.category !== 'opinion_taste';
  const serious = harm.points >= SERIOUS_POINTS;
  const personal = PERSONAL[evidence.language] ?? PERSONAL_ANY;
  const own = firstHand || evidence.tokens.some((token) => personal.has(token.norm));
  const insult = points('insult');
  const wondered = points('question') >= CLEAR;
  const asked = wondered || hasQuestionMark(evidence.text);
  const blamed = points('negative') + points('rager') + insult > 0;

  if (!grievance && points('troll') >= CLEAR) return because('troll', 'troll-words', 'troll');
  if (!grievance && insult > 0 && points('satirist') >= CLEAR) return because('troll', 'mockery', 'insult');
  if (!firstHand && evidence.authorKind === 'satirist') return because('satirist', 'satirical-author');
  if (!firstHand && !serious && points('satirist') >= CLEAR && sentiment !== 'positive' && !asked) {
    return because('satirist', 'joke-words', 'satirist');
  }
  if (!firstHand && points('misguided') >= CLEAR) return because('misguided', 'hearsay-words', 'misguided');
  if (!firstHand && !serious && points('rager') + insult >= RAGE) {
    return because('rager', 'rage-words', points('rager') > 0 ? 'rager' : 'insult');
  }
  if (!grievance && insult >= CLEAR) return because('rager', 'insult-without-grievance', 'insult');
  if (!grievance && points('boycott') >= BOYCOTT)
    return because('rager', 'boycott-without-grievance', 'boycott');
  if (asked && !grievance && points('negative') < CLEAR) return because('question', 'question', 'question');
  if (asked && !blamed && !(serious && firstHand) && (wondered || !OF_CUSTOMERS.has(harm.category))) {
    return because('question', 'question', 'question');
  }
  if (serious) {
    return own
      ? because('unhappy_customer', 'harm-told', harm.category)
      : because('neutral', 'harm-reported');
  }
  if (grievance && sentiment !== 'positive') {
    return own || sentiment === 'negative' || OF_CUSTOMERS.has(harm.category)
      ? because('unhappy_customer', 'grievance', harm.category)
      : because('neutral', 'harm-reported');
  }
  if (sentiment === 'negative') {
    return own || harm.category !== 'none'
      ? because('unhappy_customer', 'discontent', 'negative')
      : because('neutral', 'no-request');
  }
  if (sentiment === 'positive' || points('satisfied') > 0) {
    return because('satisfied', 'praise', points('satisfied') > 0 ? 'satisfied' : 'positive');
  }
  return because('neutral', 'no-request');
}

/** What to do with the mention: its level speaks first, then its intent. */
export function adviceFor(intent: Intent, level: CrisisLevel): Advice {
  return level >= 2 ? 'escalate' : ADVICE_OF[intent];
}

const ADVICE_OF: Record<Intent, Advice> = {
  satisfied: 'thank',
  question: 'answer_question',
  unhappy_customer: 'answer_restore',
  misguided: 'correct_facts',
  rager: 'monitor',
  satirist: 'monitor',
  troll: 'do_not_answer',
  coordinated_attack: 'escalate',
  neutral: 'monitor',
};

/** Points from which a category of words is taken as meant. */
const CLEAR = 5;
/** Points of a call not to buy. */
const BOYCOTT = 7;
/** Rage and insult together that drown a plain complaint. */
const RAGE = 10;
/** Harm points of a complaint worth restoring, and of one that outweighs its tone. */
const GRIEVANCE_POINTS = 8;
const SERIOUS_POINTS = 28;

/** Harms that only a customer speaks of, whoever the sentence names. */
const OF_CUSTOMERS = new Set<HarmCategory>(['product_failure', 'service_failure', 'price']);

/** Words of the first and second person, French and English: the author speaks of himself or to the organisation. */
const PERSONAL: Partial<Record<string, ReadonlySet<string>>> = {
  fr: new Set(
    'je j moi me m mon ma mes nous notre nos on vous votre vos tu ton ta tes te jai jsuis chui'.split(' '),
  ),
  en: new Set('i im ive my me mine we our you your yours u ur'.split(' ')),
};
const PERSONAL_ANY = new Set(
  [...(PERSONAL['fr'] ?? []), ...(PERSONAL['en'] ?? [])].filter((word) => word !== 'on'),
);

function hasQuestionMark(text: string): boolean {
  return text.includes('?') && /[?？]/u.test(withoutLinks(text));
}

function withoutLinks(text: string): string {
  return text.includes('://') ? text.replace(/https?:\/\/\S+/gu, ' ') : text;
}

function totalWeight(matches: readonly TermMatch[] | undefined): number {
  let sum = 0;
  for (const match of matches ?? []) sum += match.weight;
  return sum;
}
