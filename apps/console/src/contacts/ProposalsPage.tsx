import BackIcon from '@mui/icons-material/ArrowBack';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate } from 'react-router';
import { type ContactProposalView, decideContactProposal, listContactProposals } from '#contract/contacts';
import { useChange, usePages } from '../api/use-endpoint.js';
import { EmptyState } from '../shared/EmptyState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { useNotify } from '../shared/Notices.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { useRealm } from '../shell/realm.js';
import { AccountName } from './AccountName.js';
import { TOUCHED } from './touched.js';

/** Accounts that may be one person, the surest first: a person decides each. */
export function ProposalsPage() {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const list = useRef<HTMLUListElement>(null);
  useProposalKeys(list);
  const proposals = usePages(listContactProposals, { query: { realm, limit: 20 } });
  return (
    <PageBody>
      <Button component={RouterLink} to="/contacts" startIcon={<BackIcon />} sx={{ mb: 1, ml: -1 }}>
        {t('contacts.back')}
      </Button>
      <PageHeader title={t('contacts.proposals')} lead={t('contacts.proposalsLead')} />
      <KeysetList
        query={proposals}
        empty={<EmptyState title={t('contacts.noProposals')} text={t('contacts.noProposalsText')} />}
      >
        {(items) => (
          <>
            <Typography
              variant="caption"
              component="p"
              sx={{ color: 'text.secondary', display: { xs: 'none', md: 'block' }, mb: 1 }}
            >
              {t('contacts.proposalKeys')}
            </Typography>
            <Box
              component="ul"
              ref={list}
              aria-label={t('contacts.proposals')}
              sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}
            >
              {items.map((proposal) => (
                <Proposal key={proposal.id} proposal={proposal} />
              ))}
            </Box>
          </>
        )}
      </KeysetList>
    </PageBody>
  );
}

function Proposal({ proposal }: { proposal: ContactProposalView }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const navigate = useNavigate();
  const decide = useChange(decideContactProposal, {
    touches: TOUCHED,
    onDone: ({ contactId }) =>
      notify(
        contactId === null
          ? { text: t('contacts.dismissed') }
          : {
              text: t('contacts.confirmed'),
              action: { label: t('contacts.show'), run: () => void navigate(`/contacts/${contactId}`) },
            },
      ),
  });
  const act = (decision: 'confirm' | 'dismiss') =>
    decide.mutate({ params: { proposalId: proposal.id }, body: { decision } });
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gap: 1,
        p: 2,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
      }}
    >
      <Box>
        <Chip size="small" variant="outlined" label={t(`contacts.confidence.${proposal.confidence}`)} />
      </Box>
      {proposal.authors.map((author) => (
        <Box key={author.id} sx={{ typography: 'body2' }}>
          <AccountName author={author} />{' '}
          {author.contactId !== null && proposal.contact ? (
            <Link component={RouterLink} to={`/contacts/${proposal.contact.id}`}>
              {t('contacts.isContact', { name: proposal.contact.name })}
            </Link>
          ) : null}
        </Box>
      ))}
      <Box
        component="ul"
        aria-label={t('contacts.why')}
        sx={{ m: 0, paddingInlineStart: 2.5, typography: 'body2' }}
      >
        {proposal.reasons.map(({ reason, value }) => (
          <li key={`${reason} ${value}`}>{t(`contacts.reason.${reason}`, { value })}</li>
        ))}
      </Box>
      <ProblemAlert error={decide.error} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="contained" data-confirm loading={decide.isPending} onClick={() => act('confirm')}>
          {t('contacts.confirm')}
        </Button>
        <Button data-dismiss disabled={decide.isPending} onClick={() => act('dismiss')}>
          {t('contacts.dismiss')}
        </Button>
      </Box>
    </Box>
  );
}

/** j and k move from proposal to proposal; o confirms, x dismisses the one that the focus is in. */
function useProposalKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (target instanceof HTMLElement && target.closest('input, textarea, select, [role="dialog"]')) return;
      const rows = [...(list.current?.children ?? [])];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const button = (row: Element | undefined, what: 'confirm' | 'dismiss') =>
        row?.querySelector<HTMLElement>(`[data-${what}]`);
      if (event.key === 'j' || event.key === 'k') {
        const next =
          at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + (event.key === 'j' ? 1 : -1)));
        button(rows[next], 'confirm')?.focus();
      } else if (event.key === 'o') button(rows[at], 'confirm')?.click();
      else if (event.key === 'x') button(rows[at], 'dismiss')?.click();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [list]);
}
