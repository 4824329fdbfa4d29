import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { ReactNode } from 'react';

interface TextToDecideProps {
  /** May show nothing: where there is nothing to decide. */
  decision: ReactNode;
  /** The text. */
  children: ReactNode;
}

/**
 * A text and the decision on it. On a wide screen the decision stands above, in one place from text to text; on a phone,
 * where it would hide the text, the text comes first, and the decision stays in reach at the lower edge.
 */
export function TextToDecide({ decision, children }: TextToDecideProps) {
  const theme = useTheme();
  const phone = useMediaQuery(theme.breakpoints.down('md'), { noSsr: true });
  return (
    <>
      {phone ? null : <Box sx={{ '&:empty': { display: 'none' } }}>{decision}</Box>}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: 'minmax(0, 1fr)',
          // What has the focus is not hidden behind the decision.
          '& :focus-visible': { scrollMarginBottom: { xs: '16rem', md: 0 } },
        }}
      >
        {children}
      </Box>
      {phone ? (
        <Box
          sx={{
            position: 'sticky',
            // Over the margins of the page, so that no text shows through beside it.
            bottom: `calc(${theme.spacing(-2)} - 1px)`,
            mx: -2,
            zIndex: 1,
            '&:empty': { display: 'none' },
          }}
        >
          {decision}
        </Box>
      ) : null}
    </>
  );
}
