import { useTranslation } from 'react-i18next';
import type { Locale } from '#platform/contract';
import { type Figure, FIGURE_WORDS, FIGURES, type FigureCode, figureValue } from '#rules/figures';

/** Figures in the language of the interface. */
export function useFigureWords() {
  const { t, i18n } = useTranslation();
  const locale: Locale = i18n.language === 'fr' ? 'fr' : 'en';
  const value = (code: FigureCode, given: number | null) => figureValue(given, FIGURES[code].unit, locale);
  return {
    locale,
    ...{ words: (code: FigureCode) => FIGURE_WORDS[locale][code], value },
    /** With a plus where counting stopped. */
    shown: (figure: Pick<Figure, 'code' | 'value' | 'atLeast'>) =>
      `${value(figure.code, figure.value)}${figure.atLeast ? '+' : ''}`,
    /** How a figure moved against the period before: null where it cannot be said. */
    trend: ({ code, value: now, before }: Pick<Figure, 'code' | 'value' | 'before'>) => {
      if (now === null || before === null) return null;
      const { better, unit } = FIGURES[code];
      const change = now - before;
      const small = unit === 'share' ? Math.abs(change) < 0.0005 : change === 0;
      if (small) return { way: 'same' as const, text: t('dashboard.same'), verdict: null };
      const way = change > 0 ? ('up' as const) : ('down' as const);
      const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
      const points = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
      const amount =
        unit === 'share'
          ? t('dashboard.points', {
              count: Math.abs(change) * 100,
              points: points.format(Math.abs(change) * 100),
            })
          : before === 0
            ? value(code, Math.abs(change))
            : percent.format(Math.abs(change) / before);
      const verdict = better === null ? null : (better === 'lower') === change < 0 ? 'better' : 'worse';
      return { way, text: t(`dashboard.${way}`, { change: amount }), verdict } as const;
    },
  };
}
