import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { type CorrectedField, listCorrections } from '#contract/mentions';
import { usePages } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { KeysetList } from '../shared/KeysetList.js';
import { useValueName } from './use-value-name.js';

export interface ChosenCell {
  automatic: string;
  person: string;
}

/** The mentions that a cell counts, each with who corrected it and why; it opens in the inbox. */
export function CorrectedMentions({ field, cell }: { field: CorrectedField; cell: ChosenCell }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useValueName(field);
  const mentions = usePages(listCorrections, { query: { field, ...cell, limit: 20 } });
  const title = t('corrections.of', { automatic: name(cell.automatic), person: name(cell.person) });
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {title}
      </Typography>
      <KeysetList query={mentions}>
        {(items) => (
          <Box component="ul" aria-label={title} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {items.map((one) => (
              <Box key={one.mentionId} component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
                <Link component={RouterLink} to={`/inbox/${one.mentionId}`} sx={{ overflowWrap: 'anywhere' }}>
                  {one.text}
                </Link>
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {t('corrections.by', { name: one.by, date: format.dateTime(one.at), reason: one.reason })}
                </Typography>
              </Box>
            ))}
          </Box>
        )}
      </KeysetList>
    </Box>
  );
}
