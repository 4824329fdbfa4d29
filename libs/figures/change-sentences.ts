import type { Locale } from '#platform/contract';
import { french } from '#platform/typography';
import type { Change } from './changes.js';
import { FIGURES, type FigureUnit } from './definitions.js';
import { FIGURE_WORDS } from './figure-words.js';

const LEVELS: Record<Locale, readonly string[]> = {
  en: ['Monitoring', 'Watch', 'Alert', 'Crisis', 'Major crisis'],
  fr: ['Veille', 'Pré-alerte', 'Alerte', 'Crise', 'Crise majeure'],
};

/** A change as a plain sentence. */
export function changeSentence(change: Change, locale: Locale): string {
  const inFrench = locale === 'fr';
  if (change.kind === 'level') {
    const [from, to] = [LEVELS[locale][change.from] ?? '', LEVELS[locale][change.to] ?? ''];
    const up = change.to > change.from;
    if (inFrench) return `${change.topic} ${up ? 'est monté' : 'est redescendu'} de ${from} à ${to}.`;
    return `${change.topic} ${up ? 'rose' : 'fell'} from ${from} to ${to}.`;
  }
  const { unit } = FIGURES[change.code];
  const { name } = FIGURE_WORDS[locale][change.code];
  const to = figureValue(change.to, unit, locale);
  if (change.from === null) return inFrench ? french`${name} : ${to}.` : `${name}: ${to}.`;
  const from = figureValue(change.from, unit, locale);
  const up = (change.to ?? 0) > change.from;
  return inFrench
    ? french`${name} : ${up ? 'en hausse' : 'en baisse'}, de ${from} à ${to}.`
    : `${name}: ${up ? 'up' : 'down'} from ${from} to ${to}.`;
}

/** A value as people of the language write it; `–` for none. */
export function figureValue(value: number | null, unit: FigureUnit, locale: Locale): string {
  if (value === null) return '–';
  switch (unit) {
    case 'count':
      return numbers(locale).format(value);
    case 'share':
      return numbers(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value);
    case 'seconds':
      return duration(value, locale);
  }
}

const made = new Map<string, Intl.NumberFormat>();

/** Made once for all: every point of every course is written, and to make a format takes longer than to use it. */
function numbers(locale: Locale, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${locale} ${options.unit ?? options.style ?? ''}`;
  const format = made.get(key) ?? new Intl.NumberFormat(locale, options);
  made.set(key, format);
  return format;
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** The two largest units that say something: 2 h 5 min. */
function duration(seconds: number, locale: Locale): string {
  const written = (value: number, unit: string) =>
    numbers(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  const whole = Math.round(seconds);
  const place = UNITS.findIndex(([, size]) => whole >= size);
  const [unit, size] = UNITS[place] ?? ['second', 1];
  if (unit === 'second') return written(whole, 'second');
  const [smallUnit, smallSize] = UNITS[place + 1] ?? ['second', 1];
  const rest = Math.floor((whole % size) / smallSize);
  const large = written(Math.floor(whole / size), unit);
  return rest > 0 && unit !== 'minute' ? `${large} ${written(rest, smallUnit)}` : large;
}
