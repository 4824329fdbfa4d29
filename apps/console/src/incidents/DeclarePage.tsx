import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useSearchParams } from 'react-router';
import { listPlaybooks, prepareIncident } from '#contract/crisis';
import { REALMS } from '#platform/contract';
import { useEndpoint } from '../api/use-endpoint.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { useRealm } from '../shell/realm.js';
import { TopicField } from '../topics/TopicField.js';
import { DeclareForm } from './DeclareForm.js';

/** Declares an incident: on the topic that proposed it, or on any. */
export function DeclarePage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const chosenRealm = useRealm().realm;
  const realm = REALMS.find((one) => one === search.get('realm')) ?? chosenRealm;
  const topicId = search.get('topic') ?? '';
  const playbooks = useEndpoint(listPlaybooks, {});
  const draft = useEndpoint(
    prepareIncident,
    { params: { topicId }, query: { realm } },
    { enabled: topicId !== '', staleTime: Infinity },
  );
  const error = draft.error ?? playbooks.error;
  return (
    <PageBody>
      <Link component={RouterLink} to="/incidents" variant="body2">
        {t('incidents.back')}
      </Link>
      <PageHeader title={t('incidents.declare')} />
      <TopicField
        label={t('incidents.topicLabel')}
        none={t('incidents.chooseTopic')}
        value={topicId === '' ? undefined : topicId}
        onChoose={(chosen) => setSearch(chosen ? { topic: chosen, realm } : { realm }, { replace: true })}
        sx={{ mb: 2 }}
      />
      {error ? <ErrorState error={error} onRetry={() => void draft.refetch()} /> : null}
      {topicId !== '' && !error && (!draft.data || !playbooks.data) ? <LoadingState rows={4} /> : null}
      {draft.data?.openIncidentId ? (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" component={RouterLink} to={`/incidents/${draft.data.openIncidentId}`}>
              {t('incidents.seeIncident')}
            </Button>
          }
        >
          {t('incidents.openAlready')}
        </Alert>
      ) : null}
      {draft.data && playbooks.data && !draft.data.openIncidentId ? (
        <DeclareForm
          key={`${topicId} ${realm}`}
          draft={draft.data}
          realm={realm}
          playbooks={playbooks.data.items.filter(({ active }) => active)}
        />
      ) : null}
    </PageBody>
  );
}
