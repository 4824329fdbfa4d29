import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { ReviewView } from '#contract/crisis';
import { Section } from '../inbox/Section.js';
import { useDuration } from './use-duration.js';

interface DelaysProps {
  delays: ReviewView['delays'];
  /** Nothing more will happen. */
  over: boolean;
}

/** Delays as measured, against their targets; late is said in a word, not by colour alone. */
export function Delays({ delays, over }: DelaysProps) {
  const { t } = useTranslation();
  const duration = useDuration();
  return (
    <Section heading="h2" title={t('incidents.review.delays')}>
      <Box component="dl" sx={{ m: 0, display: 'grid', gap: 0.75 }}>
        {delays.map(({ name, seconds, targetSeconds, late }) => (
          <Box
            key={name}
            sx={{
              display: 'grid',
              columnGap: 2,
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '260px minmax(0, 1fr)' },
            }}
          >
            <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
              {t(`incidents.delay.${name}`)}
            </Typography>
            <Typography component="dd" variant="body2" sx={{ m: 0 }}>
              <strong>
                {seconds === null
                  ? t(over ? 'incidents.review.never' : 'incidents.review.notYet')
                  : duration(seconds)}
              </strong>
              {targetSeconds === null
                ? ''
                : ` · ${t('incidents.review.target', { time: duration(targetSeconds) })}`}
              {targetSeconds !== null && (late || seconds !== null) ? (
                <Box component="span" sx={{ fontWeight: 650, color: late ? 'error.main' : 'success.main' }}>
                  {' · '}
                  {t(late ? 'incidents.review.late' : 'incidents.review.good')}
                </Box>
              ) : null}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  );
}
