import type { Locale } from '#platform/contract';
import { french } from '#platform/typography';
import {
  changeSentence,
  type Change,
  type Figure,
  FIGURE_WORDS,
  FIGURES,
  figureValue,
  type Snapshot,
} from '#figures';
import type { FigureCode } from '#rules/figures';

/** What a mail of the situation tells after the topics. */
const TOLD: readonly FigureCode[] = [
  'mentions',
  'negativeShare',
  'backlog',
  'escalationsOverdue',
  'responseMedian',
];
const MOST_TOPICS = 4;
const MOST_MOVES = 3;
/** A name that is longer would leave no room for the others. */
const LONGEST_NAME = 32;

const LEVELS: Record<Locale, readonly string[]> = {
  en: ['monitoring', 'watch', 'alert', 'crisis', 'major crisis'],
  fr: ['veille', 'pré-alerte', 'alerte', 'crise', 'crise majeure'],
};

/** The situation in a few plain lines: topics above calm, figures of the last 24 hours, what changed the most. */
export function situationLines(
  figures: readonly Figure[],
  topics: Snapshot['topics'],
  changes: readonly Change[],
  locale: Locale,
): { topics: string; figures: string; changes: string } {
  const named = topics
    .slice(0, MOST_TOPICS)
    .map(({ name, level }) => `${shortened(name)} (${LEVELS[locale][level] ?? level})`)
    .join(', ');
  const more = topics.length - MOST_TOPICS;
  const rest = more > 0 ? (locale === 'fr' ? ` et ${more} de plus` : ` and ${more} more`) : '';
  const calm = locale === 'fr' ? 'Tous les sujets sont en veille.' : 'Every topic is calm.';
  const separator = locale === 'fr' ? french` : ` : ': ';
  return {
    topics: topics.length === 0 ? calm : `${named}${rest}.`,
    figures: `${TOLD.flatMap((code) => {
      const figure = figures.find((one) => one.code === code);
      if (!figure || figure.value === null) return [];
      const value = figureValue(figure.value, FIGURES[code].unit, locale);
      return [`${FIGURE_WORDS[locale][code].name}${separator}${value}${figure.atLeast ? ' +' : ''}`];
    }).join(' · ')}.`,
    changes: changes
      .slice(0, 2)
      .map((change) => changeSentence(change, locale))
      .join(' '),
  };
}

export interface Move {
  topic: string;
  from: number;
  to: number;
}

/** What moved, the most serious first: in a word for a subject, and in a sentence for each topic. */
export function moveLines(moves: readonly Move[], locale: Locale): { moved: string; sentences: string[] } {
  const sorted = moves.toSorted((a, b) => Math.max(b.from, b.to) - Math.max(a.from, a.to) || b.to - a.to);
  const [first] = sorted;
  const sentences = sorted
    .slice(0, MOST_MOVES)
    .map(({ topic, from, to }) =>
      from === to
        ? backAgain(shortened(topic), to, locale)
        : changeSentence(
            { kind: 'level', topicId: '', topic: shortened(topic), from, to, weight: 0 },
            locale,
          ),
    );
  const more = sorted.length - MOST_MOVES;
  if (more > 0) sentences.push(locale === 'fr' ? `Et ${more} de plus.` : `And ${more} more.`);
  return { moved: first ? `${shortened(first.topic)}, ${LEVELS[locale][first.to] ?? ''}` : '', sentences };
}

/** It moved, and stands where it stood: said, because somebody was promised every move. */
function backAgain(topic: string, level: number, locale: Locale): string {
  const word = LEVELS[locale][level] ?? String(level);
  return locale === 'fr'
    ? `${topic} a changé de niveau et est revenu en ${word}.`
    : `${topic} moved and is back at ${word}.`;
}

export function shortened(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…`;
}
