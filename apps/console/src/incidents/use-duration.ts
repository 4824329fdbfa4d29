import { useTranslation } from 'react-i18next';

/** `const duration = useDuration(); duration(5400)` → “90 min”; from two hours on in hours, from two days on in days. */
export function useDuration(): (seconds: number) => string {
  const { t } = useTranslation();
  return (seconds) => {
    if (seconds < 2 * 3600) return t('incidents.duration.minutes', { number: Math.round(seconds / 60) });
    if (seconds < 48 * 3600) return t('incidents.duration.hours', { number: Math.round(seconds / 3600) });
    return t('incidents.duration.days', { number: Math.round(seconds / 86_400) });
  };
}
