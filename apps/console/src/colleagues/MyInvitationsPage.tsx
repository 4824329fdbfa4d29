import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { listMyInvitations, type MyInvitation } from '#contract/colleagues';
import { isRunning } from '#rules/colleagues';
import { useEndpoint } from '../api/use-endpoint.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { NetworkIcon } from '../shared/NetworkIcon.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { useInvitationState, waitsForMe } from './invitation-state.js';

/** What a colleague is asked to answer: those that wait first. */
export function MyInvitationsPage() {
  const { t } = useTranslation();
  const reading = useEndpoint(listMyInvitations, {}, { refetchInterval: 60_000 });
  const items = reading.data?.items;
  return (
    <PageBody>
      <PageHeader title={t('invitations.title')} lead={t('invitations.lead')} />
      {reading.isPending ? <LoadingState rows={3} height={96} /> : null}
      {reading.error && !items ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {items?.length === 0 ? (
        <EmptyState title={t('invitations.none')} text={t('invitations.noneText')} />
      ) : null}
      {items && items.length > 0 ? (
        <Box
          component="ul"
          aria-label={t('invitations.title')}
          sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}
        >
          {items.map((item) => (
            <InvitationRow key={item.id} invitation={item} />
          ))}
        </Box>
      ) : null}
    </PageBody>
  );
}

function InvitationRow({ invitation }: { invitation: MyInvitation }) {
  const { t } = useTranslation();
  const stateOf = useInvitationState();
  const waits = waitsForMe(invitation);
  return (
    <Paper variant="outlined" component="li" sx={{ p: 2, display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <NetworkIcon network={invitation.post.network} />
        <Chip
          label={stateOf(invitation)}
          color={waits ? 'primary' : 'default'}
          variant={waits ? 'filled' : 'outlined'}
        />
        {invitation.realm === 'training' ? (
          <Chip label={t('invitations.exercise')} variant="outlined" />
        ) : null}
        {waits && isRunning(invitation.state) ? (
          <Typography variant="caption">
            {t('invitations.due')} <RelativeTime instant={invitation.dueAt} />
          </Typography>
        ) : null}
      </Box>
      <Link
        component={RouterLink}
        to={`/invitations/${invitation.id}`}
        sx={{
          overflowWrap: 'anywhere',
          display: '-webkit-box',
          WebkitLineClamp: 3,
          WebkitBoxOrient: 'vertical',
          overflow: 'hidden',
        }}
      >
        {invitation.post.erased ? t('invitations.erased') : invitation.post.text}
      </Link>
    </Paper>
  );
}
