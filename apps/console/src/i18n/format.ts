import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { clockOf } from './clock.js';
import { relativeParts } from './relative-time.js';

type Instant = string | number | Date;

/** Dates, numbers and names in the language of the interface. */
export function useFormat() {
  const { i18n, t } = useTranslation();
  const language = i18n.language;
  return useMemo(() => formatsFor(language, t('common.justNow')), [language, t]);
}

const made = new Map<string, Formats>();

/** Made once for all: a dozen formatters for each row of a list would take longer than the list. */
function formatsFor(language: string, justNow: string): Formats {
  const key = `${language} ${justNow}`;
  const formats = made.get(key) ?? formatsOf(language, justNow);
  made.set(key, formats);
  return formats;
}

function formatsOf(language: string, justNow: string) {
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const full = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'medium' });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const number = new Intl.NumberFormat(language);
  const compact = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
  const sizes = (['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const).map(
    (unit) => new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }),
  );
  const days = new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'narrow' });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const languages = new Intl.DisplayNames([language], { type: 'language' });
  return {
    language,
    /** 24 nov. 2026, 09:30 */
    dateTime: (instant: Instant) => dateTime.format(new Date(instant)),
    /** With the day of the week and seconds. */
    full: (instant: Instant) => full.format(new Date(instant)),
    date: (instant: Instant) => date.format(new Date(instant)),
    time: (instant: Instant) => time.format(new Date(instant)),
    number: (value: number) => number.format(value),
    /** 12 k */
    compact: (value: number) => compact.format(value),
    /** A size of a file: 453 kB */
    bytes: (value: number) => {
      const step = Math.min(sizes.length - 1, Math.floor(Math.log10(Math.max(value, 1)) / 3));
      return sizes[step]?.format(value / 1000 ** step) ?? '';
    },
    /** A duration: 4:05, or 3j 04:00. */
    clock: (seconds: number) => clockOf(seconds, (count) => days.format(count)),
    /** Of a share, 0 to 1. */
    percent: (share: number) => percent.format(share),
    /** 3 min ago; dates further than a month away are written out. */
    relative: (instant: Instant, now: number) => {
      const parts = relativeParts(new Date(instant).getTime(), now);
      if (parts === 'now') return justNow;
      return parts === 'far' ? date.format(new Date(instant)) : relative.format(parts.value, parts.unit);
    },
    list: (words: readonly string[]) => list.format(words),
    /** Name of a language by its code: `fr` → français. */
    languageName: (code: string) => {
      try {
        return languages.of(code) ?? code;
      } catch {
        return code;
      }
    },
  };
}
export type Formats = ReturnType<typeof formatsOf>;
