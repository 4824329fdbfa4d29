import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { confidencePercent, confidenceWord } from './confidence-word.js';

/** How likely a suggestion is the right answer: a word and a figure; the bar only repeats them. */
export function Confidence({ value }: { value: number }) {
  const { t } = useTranslation();
  const percent = confidencePercent(value);
  return (
    <Box
      component="span"
      title={t('reply.confidence.meaning', { percent })}
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, flexShrink: 0 }}
    >
      <Box
        component="span"
        aria-hidden="true"
        sx={{ width: 36, height: 6, borderRadius: 3, bgcolor: 'action.selected', overflow: 'hidden' }}
      >
        <Box
          component="span"
          sx={{ display: 'block', width: `${percent}%`, height: '100%', bgcolor: 'primary.main' }}
        />
      </Box>
      <Typography variant="caption" component="span">
        {t('reply.confidence.told', { word: t(`reply.confidence.${confidenceWord(value)}`), percent })}
      </Typography>
    </Box>
  );
}
