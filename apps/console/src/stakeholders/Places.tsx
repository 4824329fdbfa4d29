import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { listMoves } from '#contract/stakeholders';
import { usePages } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { KeysetList } from '../shared/KeysetList.js';
import { RelativeTime } from '../shared/RelativeTime.js';

/** Where a stakeholder stood on the map, who moved it and why; the latest first. */
export function Places({ stakeholderId }: { stakeholderId: string }) {
  const { t } = useTranslation();
  const moves = usePages(listMoves, { params: { stakeholderId }, query: { limit: 10 } });
  return (
    <Section heading="h2" title={t('stakeholders.moves')}>
      <KeysetList query={moves}>
        {(items) => (
          <Box component="ol" aria-label={t('stakeholders.moves')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {items.map(({ id, at, by, from, to, why }) => (
              <Box component="li" key={id} sx={{ py: 0.75, typography: 'body2', overflowWrap: 'anywhere' }}>
                {from
                  ? t('stakeholders.moveLine', {
                      from: t('stakeholders.place', from),
                      to: t('stakeholders.place', to),
                    })
                  : t('stakeholders.putAt', { to: t('stakeholders.place', to) })}
                {why ? ` – ${why}` : ''}
                <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                  <RelativeTime instant={at} />
                  {by ? ` · ${by}` : ''}
                </Typography>
              </Box>
            ))}
          </Box>
        )}
      </KeysetList>
    </Section>
  );
}
