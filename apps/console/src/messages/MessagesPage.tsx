import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { listMessageSets, type MessageSet } from '#contract/messages';
import { useEndpoint } from '../api/use-endpoint.js';
import { VersionStateChip } from '../library/VersionStateChip.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { HouseDrawing } from './HouseDrawing.js';
import { MessageGaps } from './MessageGaps.js';

/** Every house and map: of the organisation, then of each topic; below, what does not fit with the answers yet. */
export function MessagesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const sets = useEndpoint(listMessageSets, {});
  const items = sets.data?.items ?? [];
  const awaiting = items.filter(({ awaitsMe }) => awaitsMe);
  const actions = may('answers.write') ? (
    <>
      <Button component={RouterLink} to="/messages/new?kind=map" variant="outlined">
        {t('keyMessages.newMap')}
      </Button>
      <Button component={RouterLink} to="/messages/new?kind=house" variant="contained">
        {t('keyMessages.newHouse')}
      </Button>
    </>
  ) : null;
  return (
    <PageBody wide>
      <PageHeader title={t('keyMessages.title')} lead={t('keyMessages.lead')} actions={actions} />
      {sets.isPending ? <LoadingState rows={3} height={160} /> : null}
      {sets.error && !sets.data ? (
        <ErrorState error={sets.error} onRetry={() => void sets.refetch()} />
      ) : null}
      {awaiting[0] ? (
        <Alert
          severity="info"
          sx={{ mb: 2 }}
          action={
            <Button component={RouterLink} to={`/messages/${awaiting[0].id}`} color="inherit">
              {t('keyMessages.look')}
            </Button>
          }
        >
          {t('keyMessages.awaiting', { count: awaiting.length })}
        </Alert>
      ) : null}
      {sets.data && items.length === 0 ? (
        <EmptyState title={t('keyMessages.none')} text={t('keyMessages.noneText')} />
      ) : null}
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {items.map((set) => (
          <SetCard key={set.id} set={set} />
        ))}
        <MessageGaps />
      </Box>
    </PageBody>
  );
}

function SetCard({ set }: { set: MessageSet }) {
  const { t } = useTranslation();
  const place = set.topic?.name ?? t('keyMessages.organisation');
  return (
    <Box component="section" aria-label={`${t(`keyMessages.kind.${set.kind}`)}${t('common.colon')}${place}`}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1 }}>
        <Typography variant="h2">
          <Link component={RouterLink} to={`/messages/${set.id}`}>
            {place}
          </Link>
        </Typography>
        <Chip label={t(`keyMessages.kind.${set.kind}`)} />
        <VersionStateChip state={set.newest.state} />
        {set.awaitsMe ? <Chip color="warning" label={t('keyMessages.awaitsMe')} /> : null}
      </Box>
      <HouseDrawing kind={set.kind} content={set.shown} />
    </Box>
  );
}
