import { useTranslation } from 'react-i18next';
import type { Measure } from '#rules/drills';
import { useFormat } from '../i18n/format.js';
import { scenarioClock } from './scenario-time.js';

/** A measured value and its target, in words. */
export function useMeasureText() {
  const { t } = useTranslation();
  const format = useFormat();
  const amount = (unit: Measure['unit'], value: number) =>
    unit === 'seconds'
      ? scenarioClock(value * 1000)
      : unit === 'level'
        ? format.number(value)
        : format.percent(value);
  return {
    value: ({ unit, value, of, score }: Measure) => {
      // Scored without a value: it was expected, and never came.
      if (value === null) return t(score === null ? 'drills.grid.nothing' : 'drills.grid.never');
      return unit === 'share'
        ? t('drills.grid.ofCount', { share: format.percent(value), all: of })
        : amount(unit, value);
    },
    target: ({ unit, target }: Measure) => amount(unit, target),
  };
}
