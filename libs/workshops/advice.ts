import {
  type Method,
  type MethodFit,
  type Objective,
  type Place,
  type Trust,
  TRUSTS,
} from './contract-plan.js';

/** What one knows of a workshop before choosing a method. */
export interface Brief {
  /** Who asked for it and answers for what becomes of it. */
  sponsor: string;
  /** What is at stake for the sponsor. */
  stake: string;
  /** The strategy that it serves. */
  strategy: string;
  objective: Objective;
  people: number;
  minutes: number;
  place: Place;
  trust: Trust;
}

export const ADVICE_REASONS = [
  'objective-made-for',
  'objective-good',
  'objective-weak',
  'objective-not',
  'people-fit',
  'people-too-few',
  'people-too-many',
  'time-fits',
  'time-long',
  'time-too-short',
  'place-good',
  'place-care',
  'place-not',
  'trust-enough',
  'trust-thin',
  'trust-missing',
] as const;

export interface AdviceReason {
  code: (typeof ADVICE_REASONS)[number];
  /** `for`: speaks for the method. `care`: possible with care. `against`: do not use it here. */
  side: 'for' | 'care' | 'against';
  /** Of the 100 that a method can reach. */
  points: number;
  params: Record<string, number>;
}

export type Verdict = 'recommended' | 'possible' | 'not_advised';

export interface Advice {
  methodKey: string;
  verdict: Verdict;
  /** 0 to 100: the sum of the reasons' points. */
  score: number;
  reasons: AdviceReason[];
}

/** From this many points on a method without anything against it is recommended. */
const RECOMMENDED_FROM = 70;

/** What speaks for and against each method, the best first; methods that are not advised come last, and say why. */
export function advise(methods: readonly Pick<Method, 'key' | 'fit'>[], brief: Brief): Advice[] {
  const order: Record<Verdict, number> = { recommended: 0, possible: 1, not_advised: 2 };
  return methods
    .map((method) => adviceOn(method, brief))
    .sort((a, b) => order[a.verdict] - order[b.verdict] || b.score - a.score);
}

export function adviceOn({ key, fit }: Pick<Method, 'key' | 'fit'>, brief: Brief): Advice {
  const reasons = [
    ofObjective(fit, brief.objective),
    ofPeople(fit, brief.people),
    ofTime(fit, brief.minutes),
    ofPlace(fit, brief.place),
    ofTrust(fit, brief.trust),
  ];
  const score = reasons.reduce((sum, { points }) => sum + points, 0);
  const against = reasons.some(({ side }) => side === 'against');
  return {
    methodKey: key,
    verdict: against ? 'not_advised' : score >= RECOMMENDED_FROM ? 'recommended' : 'possible',
    score,
    reasons,
  };
}

export const CAUTIONS = ['no-sponsor', 'no-stake', 'no-strategy'] as const;

/** What is missing whatever the method: without it no workshop should be held yet. */
export function cautions(brief: Pick<Brief, 'sponsor' | 'stake' | 'strategy'>): (typeof CAUTIONS)[number][] {
  return CAUTIONS.filter((caution) => {
    const field =
      caution === 'no-sponsor' ? brief.sponsor : caution === 'no-stake' ? brief.stake : brief.strategy;
    return field.trim() === '';
  });
}

function ofObjective(fit: MethodFit, objective: Objective): AdviceReason {
  const params = {};
  switch (fit.objectives[objective]) {
    case 3:
      return { code: 'objective-made-for', side: 'for', points: 36, params };
    case 2:
      return { code: 'objective-good', side: 'for', points: 24, params };
    case 1:
      return { code: 'objective-weak', side: 'care', points: 12, params };
    case 0:
      return { code: 'objective-not', side: 'against', points: 0, params };
  }
}

function ofPeople({ people: { min, max } }: MethodFit, people: number): AdviceReason {
  const params = { min, max, people };
  if (people < min) return { code: 'people-too-few', side: 'against', points: 0, params };
  if (people > max) return { code: 'people-too-many', side: 'against', points: 0, params };
  return { code: 'people-fit', side: 'for', points: 20, params };
}

function ofTime({ minutes: { min, max } }: MethodFit, minutes: number): AdviceReason {
  const params = { min, max, minutes };
  if (minutes < min) return { code: 'time-too-short', side: 'against', points: 0, params };
  if (minutes > max) return { code: 'time-long', side: 'care', points: 10, params };
  return { code: 'time-fits', side: 'for', points: 20, params };
}

function ofPlace(fit: MethodFit, place: Place): AdviceReason {
  const params = {};
  switch (fit.places[place]) {
    case 2:
      return { code: 'place-good', side: 'for', points: 14, params };
    case 1:
      return { code: 'place-care', side: 'care', points: 7, params };
    case 0:
      return { code: 'place-not', side: 'against', points: 0, params };
  }
}

function ofTrust(fit: MethodFit, trust: Trust): AdviceReason {
  const params = {};
  const missing = TRUSTS.indexOf(fit.trust) - TRUSTS.indexOf(trust);
  if (missing <= 0) return { code: 'trust-enough', side: 'for', points: 10, params };
  if (missing === 1) return { code: 'trust-thin', side: 'care', points: 0, params };
  return { code: 'trust-missing', side: 'against', points: 0, params };
}
