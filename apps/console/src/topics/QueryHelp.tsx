import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

const ROWS = [
  ['words', 'delay luggage'],
  ['or', 'delay OR luggage'],
  ['not', 'delay NOT weather'],
  ['phrase', '"lost luggage"'],
  ['near', 'delay near/5 flight'],
  ['wild', 'fligh*'],
  ['tag', '#refund'],
  ['author', '@acme'],
  ['language', 'lang:fr'],
  ['network', 'network:x'],
] as const;

/** The query language on one screen. */
export function QueryHelp() {
  const { t } = useTranslation();
  return (
    <Box component="details" sx={{ typography: 'body2' }}>
      <Box component="summary" sx={{ cursor: 'pointer', color: 'primary.main', fontWeight: 600 }}>
        {t('topics.help')}
      </Box>
      <Box
        component="dl"
        sx={{
          m: 0,
          mt: 1,
          display: 'grid',
          gridTemplateColumns: 'max-content minmax(0, 1fr)',
          columnGap: 2,
          rowGap: 0.25,
        }}
      >
        {ROWS.map(([row, example]) => (
          <Box key={row} sx={{ display: 'contents' }}>
            <dt>
              <code>{example}</code>
            </dt>
            <Box component="dd" sx={{ m: 0, color: 'text.secondary' }}>
              {t(`topics.helpRows.${row}`)}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
