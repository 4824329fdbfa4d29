import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { decideAuthorProposal, listAuthorProposals } from '#contract/stakeholders';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { AccountName } from '../contacts/AccountName.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { AttachReasons } from './AttachReasons.js';
import { TOUCHED } from './touched.js';

/** Accounts that may speak for a stakeholder, and why: each is attached or dismissed for good. */
export function ProposedAccounts({ stakeholderId }: { stakeholderId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reading = useEndpoint(listAuthorProposals, { params: { stakeholderId } });
  const decide = useChange(decideAuthorProposal, { touches: TOUCHED });
  const items = reading.data?.items ?? [];
  return (
    <Section heading="h2" title={t('stakeholders.proposals')}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {t('stakeholders.proposalsLead')}
      </Typography>
      {reading.isPending ? <LoadingState rows={2} height={48} /> : null}
      {reading.error ? <ErrorState error={reading.error} onRetry={() => void reading.refetch()} /> : null}
      {reading.data && items.length === 0 ? (
        <Typography variant="body2">{t('stakeholders.noProposals')}</Typography>
      ) : null}
      <Box component="ul" aria-label={t('stakeholders.proposals')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {items.map((author) => {
          const params = { stakeholderId, authorId: author.id };
          const handle = author.handle ?? author.name ?? '';
          return (
            <Box
              component="li"
              key={author.id}
              sx={{
                display: 'flex',
                flexWrap: 'wrap',
                alignItems: 'center',
                gap: 1,
                py: 0.75,
                typography: 'body2',
              }}
            >
              <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
                <AccountName author={author} />
                <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                  {t('stakeholders.posts', {
                    count: author.mentions,
                    number: format.number(author.mentions),
                  })}
                </Typography>
                <AttachReasons reasons={author.reasons} />
              </Box>
              <Button
                size="small"
                variant="outlined"
                disabled={decide.isPending}
                aria-label={t('stakeholders.takeProposalOf', { handle })}
                onClick={() => decide.mutate({ params, body: { decision: 'attach' } })}
              >
                {t('stakeholders.takeProposal')}
              </Button>
              <Button
                size="small"
                disabled={decide.isPending}
                aria-label={t('stakeholders.dismissOf', { handle })}
                onClick={() => decide.mutate({ params, body: { decision: 'dismiss' } })}
              >
                {t('stakeholders.dismiss')}
              </Button>
            </Box>
          );
        })}
      </Box>
      <ProblemAlert error={decide.error} sx={{ mt: 1 }} />
    </Section>
  );
}
