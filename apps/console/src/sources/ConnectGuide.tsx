import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

/** What to create at the network and which rights it needs, step by step. */
export function ConnectGuide({ network }: { network: string }) {
  const { t, i18n } = useTranslation();
  const key = `sources.guides.${network}`;
  if (!i18n.exists(key)) return null;
  const steps = t(key as 'sources.guides.feed').split('\n');
  const single = steps.length === 1;
  return (
    <Box
      component={single ? 'ul' : 'ol'}
      sx={{
        m: 0,
        paddingInlineStart: single ? 0 : 3,
        listStyle: single ? 'none' : undefined,
        display: 'grid',
        gap: 0.5,
        color: 'text.secondary',
        typography: 'body2',
      }}
    >
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </Box>
  );
}
