import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { type HistoryEntry, readContactHistory } from '#contract/contacts';
import { usePages } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { EmptyState } from '../shared/EmptyState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { NetworkIcon } from '../shared/NetworkIcon.js';
import { RelativeTime } from '../shared/RelativeTime.js';

/** Everything there was with a contact, over all accounts, newest first; each leads to its post. */
export function ContactHistory({ contactId }: { contactId: string }) {
  const { t } = useTranslation();
  const history = usePages(readContactHistory, { params: { contactId }, query: { limit: 30 } });
  return (
    <Section heading="h2" title={t('contacts.history')}>
      <KeysetList query={history} empty={<EmptyState title={t('contacts.noHistory')} />}>
        {(items) => (
          <Box component="ol" aria-label={t('contacts.history')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {items.map((entry) => (
              <Entry key={`${entry.kind} ${entry.id}`} entry={entry} />
            ))}
          </Box>
        )}
      </KeysetList>
    </Section>
  );
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const { t, i18n } = useTranslation();
  const stateKey = `contacts.historyState.${entry.kind}.${entry.state}`;
  const state = i18n.exists(stateKey) ? String(t(stateKey as 'contacts.history')) : entry.state;
  const reasonKey = `vocabulary.noReplyReason.${entry.reason}`;
  const reason = entry.reason && i18n.exists(reasonKey) ? String(t(reasonKey as 'contacts.history')) : null;
  const address =
    entry.kind === 'escalation' ? `/escalations/${entry.id}?view=all` : `/inbox/${entry.mentionId}?state=all`;
  return (
    <Box
      component="li"
      sx={{ py: 1.25, display: 'grid', gap: 0.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.25 }}>
        <NetworkIcon network={entry.network} />
        <Link component={RouterLink} to={address} sx={{ fontWeight: 600 }}>
          {t(`contacts.kind.${entry.kind}`)}
        </Link>
        <Chip size="small" variant="outlined" label={reason ? `${state} – ${reason}` : state} />
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          <RelativeTime instant={entry.at} />
          {entry.by ? ` · ${entry.by}` : ''}
        </Typography>
      </Box>
      {entry.text ? (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {entry.text}
        </Typography>
      ) : null}
    </Box>
  );
}
