import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { Harvest } from '#contract/workshops';
import { ActionRow } from './ActionRow.js';

/** What came of a workshop: drafts in the library, and actions. */
export function HarvestList({ harvest }: { harvest: readonly Harvest[] }) {
  const { t } = useTranslation();
  const answers = harvest.filter(({ kind }) => kind === 'answer');
  const actions = harvest.filter(({ kind }) => kind === 'action');
  if (harvest.length === 0)
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('workshops.harvest.none')}
      </Typography>
    );
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {answers.length > 0 ? (
        <Box>
          <Typography variant="overline" component="h3">
            {t('workshops.harvest.answers')}
          </Typography>
          <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5, typography: 'body2' }}>
            {answers.map(({ id, answerId, text, by }) => (
              <Box component="li" key={id} sx={{ overflowWrap: 'anywhere' }}>
                <Link component={RouterLink} to={`/library/${answerId}`}>
                  {text}
                </Link>
                {` · ${by.name}`}
              </Box>
            ))}
          </Box>
        </Box>
      ) : null}
      {actions.length > 0 ? (
        <Box>
          <Typography variant="overline" component="h3">
            {t('workshops.harvest.actions')}
          </Typography>
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {actions.map((action) => (
              <ActionRow key={action.id} action={action} />
            ))}
          </Box>
        </Box>
      ) : null}
    </Box>
  );
}
