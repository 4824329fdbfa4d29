import type { Locale } from '#platform/contract';
import type { Rejection, Wording } from './matching/index.js';

/** An approved answer, as far as it teaches how people ask. */
export interface LibraryAnswer {
  answerId: string;
  approvedAt: Date;
  /** Question first, then its other wordings. */
  wordings: Record<Locale, string[]>;
  /** Texts of its variants. */
  bodies: Record<Locale, string[]>;
}

/** A mention that was answered with an answer. */
export interface Pick {
  answerId: string;
  text: string;
  language: string;
  at: Date;
  /** A person chose it over what was suggested first. */
  corrected: boolean;
}

/** A mention of which a person said that an answer, or none of those there were, fits. */
export interface Refusal {
  answerId: string | null;
  text: string;
  language: string;
  at: Date;
}

/** What the lessons weigh beside the question and its wordings, which weigh 1. */
const WEIGHTS = {
  /** The answer's own text says little about how people ask. */
  body: 0.15,
  /** Wordings of the other language, where the answer has none in this one: names and borrowed words cross. */
  otherLanguage: 0.5,
  /** A pick of what was suggested first tells little that was not known: suggesting must not feed itself. */
  pick: 0.3,
  correctedPick: 1,
};
/** Picks of one answer together weigh no more than this, however often it is used. */
const PICKS_TOGETHER = 4;
/** A pick weighs half after this many days. */
const HALF_LIFE_DAYS = 90;
const DAY_MS = 86_400_000;

/** All that teaches how people of a language ask for each answer. */
export function lessonsOf(
  language: Locale,
  answers: readonly LibraryAnswer[],
  picks: readonly Pick[],
  now: Date,
): Wording[] {
  const other: Locale = language === 'fr' ? 'en' : 'fr';
  const lessons = answers.flatMap(({ answerId, wordings, bodies }) => {
    const own = texts(wordings[language]);
    const ownBodies = texts(bodies[language]);
    const lesson = (weight: number) => (text: string) => ({ answerId, text, weight });
    if (own.length > 0) return [...own.map(lesson(1)), ...ownBodies.map(lesson(WEIGHTS.body))];
    const crossing = texts(wordings[other]).map(lesson(WEIGHTS.otherLanguage));
    return [
      ...crossing,
      ...(ownBodies.length > 0 ? ownBodies : texts(bodies[other])).map(lesson(WEIGHTS.body)),
    ];
  });
  const known = new Set(lessons.map(({ answerId }) => answerId));
  return [...lessons, ...pickLessons(language, picks, now).filter(({ answerId }) => known.has(answerId))];
}

/** Placeholders say nothing about the matter. */
function texts(given: readonly string[]): string[] {
  const tidy = given.map((text) => text.replace(/\{\{[^{}]*\}\}/g, ' ').trim());
  return [...new Set(tidy)].filter((text) => text !== '');
}

function pickLessons(language: Locale, picks: readonly Pick[], now: Date): Wording[] {
  const left = new Map<string, number>();
  const seen = new Set<string>();
  const newestFirst = [...picks].sort((a, b) => b.at.getTime() - a.at.getTime());
  return newestFirst.flatMap(({ answerId, text, language: spoken, at, corrected }) => {
    const key = `${answerId} ${text}`;
    if (!speaks(spoken, language) || seen.has(key)) return [];
    seen.add(key);
    const age = Math.max(0, now.getTime() - at.getTime()) / DAY_MS;
    const full = corrected ? WEIGHTS.correctedPick : WEIGHTS.pick;
    const remaining = left.get(answerId) ?? PICKS_TOGETHER;
    const weight = Math.min(remaining, full * 0.5 ** (age / HALF_LIFE_DAYS));
    left.set(answerId, remaining - weight);
    return weight > 0.01 ? [{ answerId, text, weight }] : [];
  });
}

/** Refusals for the matcher; "none fits" refuses the answers that there were, not those approved since. */
export function rejectionsOf(
  language: Locale,
  answers: readonly LibraryAnswer[],
  refusals: readonly Refusal[],
  picks: readonly Pick[],
): Rejection[] {
  return refusals.flatMap(({ answerId, text, language: spoken, at }) => {
    if (!speaks(spoken, language)) return [];
    const meant = answers.filter((answer) =>
      answerId === null ? answer.approvedAt < at : answer.answerId === answerId,
    );
    // Whoever has answered this very text with it since has judged otherwise.
    const still = meant.filter(
      (answer) =>
        !picks.some((pick) => pick.answerId === answer.answerId && pick.text === text && pick.at > at),
    );
    return still.length > 0 ? [{ text, answerIds: still.map((answer) => answer.answerId) }] : [];
  });
}

/** A text of a language we do not keep, or of none known, is heard in both. */
function speaks(spoken: string, language: Locale): boolean {
  return spoken === language || (spoken !== 'fr' && spoken !== 'en');
}
