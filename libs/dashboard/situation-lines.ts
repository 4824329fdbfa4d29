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
    .map(({ name, level }) => `${name} (${LEVELS[locale][level] ?? level})`)
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
