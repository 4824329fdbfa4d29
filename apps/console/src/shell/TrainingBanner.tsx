import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/session.js';
import { useRealm } from './realm.js';

/** Striped, so that nobody takes an exercise for the real thing. */
export function TrainingBanner() {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const may = useMay();
  if (realm !== 'training' || !may('mentions.read')) return null;
  return (
    <Box
      role="note"
      sx={{
        px: 2,
        py: 0.5,
        fontSize: '0.8125rem',
        fontWeight: 600,
        textAlign: 'center',
        color: 'var(--passerelle-level-1-ink)',
        bgcolor: 'var(--passerelle-level-1-tint)',
        borderTop: '5px solid transparent',
        borderImage:
          'repeating-linear-gradient(-45deg, var(--passerelle-level-1-solid) 0 10px, var(--passerelle-level-1-tint) 10px 20px) 5 0 0 0',
      }}
    >
      <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
        {t('shell.trainingBanner')}
      </Box>
      <Box component="span" sx={{ display: { xs: 'inline', sm: 'none' } }}>
        {t('shell.trainingBannerShort')}
      </Box>
    </Box>
  );
}
