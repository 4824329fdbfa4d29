import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Phase } from '#contract/workshops';
import { minutesOf } from '#rules/workshops';

interface PhaseListProps {
  phases: readonly Phase[];
  /** The phase that runs. */
  current?: number | null;
  /** Says also what people do in each. */
  full?: boolean;
}

/** The run of show: phases in order, with their minutes. */
export function PhaseList({ phases, current = null, full = false }: PhaseListProps) {
  const { t } = useTranslation();
  return (
    <>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {phases.map((phase, index) => (
          <Box
            component="li"
            key={phase.key}
            aria-current={index === current ? 'step' : undefined}
            sx={{
              display: 'grid',
              gridTemplateColumns: 'minmax(56px, auto) minmax(0, 1fr)',
              columnGap: 1.5,
              py: 0.75,
              px: 1,
              borderLeft: 3,
              borderColor: index === current ? 'primary.main' : 'divider',
              bgcolor: index === current ? 'action.selected' : undefined,
            }}
          >
            <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
              {t('workshops.minutes', { count: phase.minutes })}
            </Typography>
            <Box sx={{ minWidth: 0 }}>
              <Typography variant="body2" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
                {phase.title}
              </Typography>
              {full ? (
                <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
                  {phase.text}
                </Typography>
              ) : null}
              {full ? (
                <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 0.5 }}>
                  {phase.grouping ? (
                    <Chip
                      size="small"
                      variant="outlined"
                      label={t(`workshops.grouping.${phase.grouping.kind}`)}
                    />
                  ) : null}
                  {phase.captures.map((kind) => (
                    <Chip key={kind} size="small" variant="outlined" label={t(`workshops.kind.${kind}`)} />
                  ))}
                  {phase.voting ? (
                    <Chip size="small" variant="outlined" label={t('workshops.voting')} />
                  ) : null}
                </Box>
              ) : null}
            </Box>
          </Box>
        ))}
      </Box>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', m: 0, mt: 1 }}>
        {t('workshops.total', { count: minutesOf(phases) })}
      </Typography>
    </>
  );
}
