import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { Advice, AdviceReason } from '#rules/workshops';

const MARKS: Record<AdviceReason['side'], { mark: string; colour: string }> = {
  for: { mark: '+', colour: 'success.main' },
  care: { mark: '~', colour: 'warning.main' },
  against: { mark: '−', colour: 'error.main' },
};

/** What speaks for and against a method here, each with its points. */
export function ReasonList({ advice }: { advice: Advice }) {
  const { t } = useTranslation();
  return (
    <Box
      component="ul"
      aria-label={t('workshops.advice.reasons')}
      sx={{ m: 0, my: 1, p: 0, listStyle: 'none', typography: 'body2' }}
    >
      {advice.reasons.map(({ code, side, points, params }) => (
        <Box component="li" key={code} sx={{ display: 'flex', gap: 1 }}>
          <Box
            component="span"
            aria-hidden="true"
            sx={{ width: 12, fontWeight: 700, color: MARKS[side].colour, textAlign: 'center' }}
          >
            {MARKS[side].mark}
          </Box>
          <Box component="span" sx={{ flex: 1 }}>
            {t(`workshops.advice.reason.${code}`, params)}
          </Box>
          <Box component="span" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
            {t('workshops.advice.points', { count: points })}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
