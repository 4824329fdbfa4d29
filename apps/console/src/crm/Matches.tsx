import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { type CrmMatchView, decideCrmMatch, listCrmMatches } from '#contract/crm';
import { useChange, usePages } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { KeysetList } from '../shared/KeysetList.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { TOUCHED } from './touched.js';

/** Records that may be of contacts without one: a person says whether they are. */
export function Matches() {
  const { t } = useTranslation();
  const matches = usePages(listCrmMatches, { query: { limit: 20 } });
  return (
    <Section heading="h2" title={t('crm.matches')}>
      <KeysetList query={matches} empty={<Typography variant="body2">{t('crm.noMatches')}</Typography>}>
        {(items) => (
          <Box
            component="ul"
            aria-label={t('crm.matches')}
            sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}
          >
            {items.map((match) => (
              <Match key={match.id} match={match} />
            ))}
          </Box>
        )}
      </KeysetList>
    </Section>
  );
}

function Match({ match }: { match: CrmMatchView }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const decide = useChange(decideCrmMatch, {
    touches: TOUCHED,
    onDone: () => notify({ text: t('crm.matchDone') }),
  });
  const act = (decision: 'confirm' | 'dismiss') =>
    decide.mutate({ params: { matchId: match.id }, body: { decision } });
  return (
    <Box component="li" sx={{ display: 'grid', gap: 0.5, justifyItems: 'start', typography: 'body2' }}>
      <Chip size="small" variant="outlined" label={t(`crm.reason.${match.reason}`)} />
      <Link component={RouterLink} to={`/contacts/${match.contact.id}`}>
        {match.contact.name}
      </Link>
      <span>
        <Link href={match.recordUrl} target="_blank" rel="noreferrer">
          {t('crm.record')}
        </Link>{' '}
        {[match.name, match.organisation].filter(Boolean).join(' · ')}
      </span>
      <ProblemAlert error={decide.error} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="outlined" size="small" loading={decide.isPending} onClick={() => act('confirm')}>
          {t('crm.confirm')}
        </Button>
        <Button size="small" disabled={decide.isPending} onClick={() => act('dismiss')}>
          {t('crm.dismiss')}
        </Button>
      </Box>
    </Box>
  );
}
