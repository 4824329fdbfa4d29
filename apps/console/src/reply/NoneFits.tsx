import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface NoneFitsProps {
  /** How many people said so; 0 when only the figures do. */
  saidBy: number;
  /** How many of the nearest answers can be shown. */
  nearest: number;
  open: boolean;
  onToggle: () => void;
  /** What to do about it: asking for an answer. */
  whenNoneFits?: ReactNode;
}

/** No approved answer fits: said plainly, with the way on, and the nearest ones for whoever wants to look. */
export function NoneFits({ saidBy, nearest, open, onToggle, whenNoneFits }: NoneFitsProps) {
  const { t } = useTranslation();
  return (
    <Box
      role="status"
      sx={{
        display: 'grid',
        gap: 1,
        justifyItems: 'start',
        p: 2,
        border: 1,
        borderStyle: 'dashed',
        borderColor: 'divider',
        borderRadius: 1,
      }}
    >
      <Typography variant="h3" component="p">
        {t('reply.noneFits.title')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {saidBy > 0 ? t('reply.noneFits.said', { count: saidBy }) : t('reply.noneFits.told')}
      </Typography>
      {whenNoneFits}
      {nearest > 0 ? (
        <Button size="small" aria-expanded={open} onClick={onToggle}>
          {open ? t('reply.noneFits.hide') : t('reply.noneFits.show', { count: nearest })}
        </Button>
      ) : null}
    </Box>
  );
}
