import { useTranslation } from 'react-i18next';

/** `const duration = useDuration(); duration(5400)` → “90 min”; from two hours on in hours and minutes, from two days on in days. */
export function useDuration(): (seconds: number) => string {
  const { t } = useTranslation();
  return (seconds) => {
    if (seconds < 2 * 3600) return t('incidents.duration.minutes', { number: Math.round(seconds / 60) });
    if (seconds < 48 * 3600) {
      const [number, minutes] = [Math.floor(seconds / 3600), Math.round((seconds % 3600) / 60)];
      return minutes === 0 || minutes === 60
        ? t('incidents.duration.hours', { number: minutes === 0 ? number : number + 1 })
        : t('incidents.duration.hoursMinutes', { number, minutes });
    }
    return t('incidents.duration.days', { number: Math.round(seconds / 86_400) });
  };
}
