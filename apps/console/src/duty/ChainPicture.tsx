import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { PolicyStep } from '#contract/escalation';
import { useTargetWords } from './use-target-words.js';

/** The chain as a picture: steps on a line, with the time between them, and the way back to the top. */
export function ChainPicture({ steps }: { steps: readonly PolicyStep[] }) {
  const { t } = useTranslation();
  const words = useTargetWords();
  const starts = steps.map((_, index) =>
    steps.slice(0, index).reduce((sum, step) => sum + step.delayMinutes * (step.repeat + 1), 0),
  );
  return (
    <Box
      component="ol"
      aria-label={t('duty.picture')}
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexWrap: 'wrap', alignItems: 'stretch', gap: 1 }}
    >
      {steps.map((step, index) => (
        <Box
          component="li"
          key={index}
          sx={{ display: 'flex', alignItems: 'center', gap: 1, flex: { xs: '1 1 100%', sm: '0 1 auto' } }}
        >
          <Box
            sx={{
              border: 2,
              borderColor: 'primary.main',
              borderRadius: 1,
              px: 1.5,
              py: 1,
              minWidth: 150,
              flex: 1,
              bgcolor: 'background.paper',
            }}
          >
            <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
              {index + 1} · {t('duty.after', { minutes: starts[index] ?? 0 })}
              {step.repeat > 0 ? ` · ${t('duty.times', { count: step.repeat + 1 })}` : ''}
            </Typography>
            {step.targets.map((target, place) => (
              <Typography key={place} variant="body2" sx={{ fontWeight: 600 }}>
                {words(target)}
              </Typography>
            ))}
          </Box>
          <Typography component="span" aria-hidden sx={{ color: 'text.secondary' }}>
            {index < steps.length - 1 ? '→' : '↺'}
          </Typography>
        </Box>
      ))}
      <Typography component="li" variant="caption" sx={{ color: 'text.secondary', alignSelf: 'center' }}>
        {t('duty.again')}
      </Typography>
    </Box>
  );
}
