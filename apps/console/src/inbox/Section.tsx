import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';

/** A titled part of the pane. */
export function Section({
  title,
  action,
  heading = 'h3',
  landmark = true,
  children,
}: {
  title: string;
  action?: ReactNode;
  /** Its place below the headings around it. */
  heading?: 'h2' | 'h3';
  /** Whether one can go there at once; not where the same part stands on the page for several things. */
  landmark?: boolean;
  children: ReactNode;
}) {
  const titleId = useId();
  return (
    <Box
      component={landmark ? 'section' : 'div'}
      aria-labelledby={landmark ? titleId : undefined}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', px: 2, py: 1.5 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, mb: 1 }}>
        <Typography id={titleId} variant="h3" component={heading} sx={{ flex: '1 1 180px' }}>
          {title}
        </Typography>
        {action}
      </Box>
      {children}
    </Box>
  );
}
