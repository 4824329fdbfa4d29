import BackIcon from '@mui/icons-material/ArrowBack';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { listSources, readFollowing } from '#contract/networks';
import { useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { FollowedTopicRow } from './FollowedTopicRow.js';

/** How a source follows topics: the rules at its network, in what they are wider, and what is left out and why. */
export function FollowedTopicsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { sourceId = '' } = useParams();
  const source = useEndpoint(listSources, {}).data?.items.find(({ id }) => id === sourceId);
  const reading = useEndpoint(readFollowing, { params: { sourceId } });
  const { listens, confirmedAt, problem, items } = reading.data ?? { items: [] };
  return (
    <PageBody>
      <Button component={Link} to="/sources" startIcon={<BackIcon />} sx={{ mb: 1, ml: -1 }}>
        {t('sources.title')}
      </Button>
      <PageHeader
        title={t('sources.followedTitle', { name: source?.name ?? '' })}
        lead={t('sources.followedLead')}
      />
      {reading.isPending ? <LoadingState rows={3} height={84} /> : null}
      {reading.error && !reading.data ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {problem ? (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('sources.rulesProblem', { problem })}
        </Alert>
      ) : null}
      {reading.data ? (
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
          {!listens
            ? t('sources.searchedOnly')
            : confirmedAt
              ? t('sources.rulesConfirmed', { when: format.dateTime(confirmedAt) })
              : t('sources.rulesWaiting')}
        </Typography>
      ) : null}
      {reading.data && items.length === 0 ? (
        <EmptyState title={t('sources.noTopics')} text={t('sources.noTopicsText')} />
      ) : null}
      {items.length > 0 ? (
        <Paper
          variant="outlined"
          component="ul"
          aria-label={t('sources.followed')}
          sx={{ m: 0, p: 0, listStyle: 'none', overflow: 'hidden' }}
        >
          {items.map((topic) => (
            <FollowedTopicRow key={topic.topicId} topic={topic} listens={listens ?? false} />
          ))}
        </Paper>
      ) : null}
    </PageBody>
  );
}
