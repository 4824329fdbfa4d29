import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from './VisuallyHidden.js';

/** Grey rows while a list or a page is read. */
export function LoadingState({ rows = 5, height = 56 }: { rows?: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <Box role="status" sx={{ display: 'grid', gap: 1, py: 1 }}>
      <VisuallyHidden>{t('common.loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} variant="rounded" height={height} />
      ))}
    </Box>
  );
}
