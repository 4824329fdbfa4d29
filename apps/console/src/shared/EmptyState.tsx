import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  title: string;
  text?: ReactNode;
  icon?: ReactNode;
  /** What one can do about it. */
  action?: ReactNode;
  /** It stands for the whole page. */
  whole?: boolean;
}

/** Nothing to show, and why. */
export function EmptyState({ title, text, icon, action, whole = false }: EmptyStateProps) {
  return (
    <Box sx={{ display: 'grid', justifyItems: 'center', textAlign: 'center', gap: 1, px: 3, py: 6 }}>
      {icon ? (
        <Box aria-hidden="true" sx={{ color: 'primary.main', fontSize: 40, lineHeight: 0, mb: 1 }}>
          {icon}
        </Box>
      ) : null}
      <Typography variant="h2" component={whole ? 'h1' : 'p'}>
        {title}
      </Typography>
      {text ? (
        <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: '52ch' }}>
          {text}
        </Typography>
      ) : null}
      {action ? <Box sx={{ mt: 1 }}>{action}</Box> : null}
    </Box>
  );
}
