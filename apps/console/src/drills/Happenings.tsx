import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { DrillDetail } from '#contract/drills';
import { Section } from '../inbox/Section.js';
import { scenarioClock } from './scenario-time.js';
import { SubjectLinks } from './SubjectLinks.js';

/** What the team did, in order. */
export function Happenings({ drill }: { drill: DrillDetail }) {
  const { t } = useTranslation();
  const happened = drill.evaluation?.happened ?? [];
  return (
    <Section heading="h2" title={t('drills.timeline.happened')}>
      {happened.length === 0 ? (
        <Typography variant="body2">{t('drills.timeline.happenedNone')}</Typography>
      ) : (
        <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {happened.map(({ at, what, level, subject }, index) => (
            <Box
              component="li"
              key={index}
              sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, py: 0.5 }}
            >
              <Typography
                variant="body2"
                component="span"
                sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}
              >
                {scenarioClock(at)}
              </Typography>
              <Typography variant="body2" component="span">
                {what === 'level'
                  ? t('drills.timeline.what.level', { level })
                  : t(`drills.timeline.what.${what}`)}
              </Typography>
              <SubjectLinks subjects={[subject]} injects={drill.injects} />
            </Box>
          ))}
        </Box>
      )}
    </Section>
  );
}
