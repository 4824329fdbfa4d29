import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** The scrolling column of an ordinary page. `wide` for tables and two columns. */
export function PageBody({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return (
    <Box sx={{ height: '100%', overflowY: 'auto', px: { xs: 2, md: 4 }, py: { xs: 2, md: 3 } }}>
      <Box sx={{ maxWidth: wide ? 1360 : 960, mx: 'auto' }}>{children}</Box>
    </Box>
  );
}
