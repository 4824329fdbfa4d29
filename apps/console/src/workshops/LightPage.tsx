import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Footbridge } from '../shell/Footbridge.js';
import { LanguageSwitch } from '../shell/LanguageSwitch.js';
import { usePageTitle } from '../shared/use-page-title.js';

/** The frame of participants: one column for a phone, without the console around it. */
export function LightPage({ title, children }: { title: string; children: ReactNode }) {
  usePageTitle(title);
  return (
    <Box
      component="main"
      sx={{
        minHeight: '100dvh',
        bgcolor: 'background.default',
        display: 'grid',
        alignContent: 'start',
        gridTemplateColumns: 'minmax(0, 640px)',
        justifyContent: 'center',
        gap: 2,
        p: 2,
      }}
    >
      <Box
        component="header"
        sx={{
          display: 'flex',
          alignItems: 'center',
          flexWrap: 'wrap',
          gap: 1.5,
          p: 1.5,
          bgcolor: 'background.paper',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
        }}
      >
        <Footbridge size={32} />
        <Box sx={{ flex: 1 }} />
        <LanguageSwitch />
        <Typography variant="h1" sx={{ flexBasis: '100%', minWidth: 0, overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
      </Box>
      {children}
    </Box>
  );
}
