import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { DrillDetail } from '#contract/drills';
import { useFormat } from '../i18n/format.js';
import { SubjectLinks } from './SubjectLinks.js';
import { useMeasureText } from './use-measure-text.js';

/** The measured part of the grid: value, target, score, and what each figure counts. */
export function EvaluationGrid({ drill }: { drill: DrillDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useMeasureText();
  const measures = drill.evaluation?.measures ?? [];
  if (measures.length === 0) return <Typography variant="body2">{t('drills.grid.none')}</Typography>;
  return (
    <Box component="ul" aria-label={t('drills.grid.measured')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {measures.map((measure) => (
        <Box
          component="li"
          key={measure.criterion}
          sx={{
            display: 'grid',
            gap: 0.25,
            py: 1,
            gridTemplateColumns: 'minmax(0, 1fr) auto',
            columnGap: 2,
            '& + &': { borderTop: 1, borderColor: 'divider' },
          }}
        >
          <Typography variant="body2" sx={{ fontWeight: 600 }}>
            {t(`drills.criterion.${measure.criterion}`)}
          </Typography>
          <Typography variant="body2" sx={{ fontWeight: 600, textAlign: 'right' }}>
            {measure.score === null
              ? t('drills.noScore')
              : t('drills.overall', { score: format.number(measure.score) })}
          </Typography>
          <Typography variant="body2" sx={{ gridColumn: '1 / -1', fontVariantNumeric: 'tabular-nums' }}>
            {say.value(measure)} · {t('drills.grid.target')} {say.target(measure)}
          </Typography>
          <Typography variant="caption" sx={{ gridColumn: '1 / -1', color: 'text.secondary' }}>
            {t(`drills.explain.${measure.criterion}`)}
          </Typography>
          {measure.opens.length > 0 ? (
            <Box sx={{ gridColumn: '1 / -1' }}>
              <SubjectLinks subjects={measure.opens} injects={drill.injects} />
            </Box>
          ) : null}
        </Box>
      ))}
    </Box>
  );
}
