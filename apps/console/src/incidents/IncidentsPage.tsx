import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useSearchParams } from 'react-router';
import { listIncidents } from '#contract/crisis';
import { usePages } from '../api/use-endpoint.js';
import { useTopicNames } from '../inbox/use-topics.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { useTopicRealm } from '../levels/use-topic-realm.js';
import { IncidentCard } from './IncidentCard.js';
import { Proposals } from './Proposals.js';

/** What waits for a decision, what is under way, and what is over. */
export function IncidentsPage() {
  const { t } = useTranslation();
  const realm = useTopicRealm();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const given = search.get('topicId') ?? '';
  const topicId = /^[1-9]\d{0,17}$/.test(given) ? given : undefined;
  const open = usePages(listIncidents, {
    query: { realm, topicId, state: ['declared', 'running', 'closing'], limit: 50 },
  });
  const past = usePages(listIncidents, { query: { realm, topicId, state: ['closed'], limit: 20 } });
  return (
    <PageBody>
      <PageHeader
        title={t('incidents.title')}
        lead={t('incidents.lead')}
        actions={
          <>
            <Button component={RouterLink} to="/incidents/actions" variant="outlined">
              {t('incidents.actions')}
            </Button>
            <Button component={RouterLink} to="/incidents/playbooks" variant="outlined">
              {t('incidents.playbooks')}
            </Button>
            {may('incidents.run') ? (
              <Button component={RouterLink} to="/incidents/new" variant="contained" color="error">
                {t('incidents.declare')}
              </Button>
            ) : null}
          </>
        }
      />
      <Box sx={{ display: 'grid', gap: 3 }}>
        {topicId ? <OneTopic topicId={topicId} onAll={() => setSearch({}, { replace: true })} /> : null}
        <Proposals topicId={topicId} />
        <Box component="section" aria-label={t('incidents.open')} sx={{ display: 'grid', gap: 1.5 }}>
          <Typography variant="h2">{t('incidents.open')}</Typography>
          <KeysetList
            query={open}
            empty={<EmptyState title={t('incidents.noneOpen')} text={t('incidents.noneOpenText')} />}
          >
            {(items) => items.map((incident) => <IncidentCard key={incident.id} incident={incident} />)}
          </KeysetList>
        </Box>
        <Box component="section" aria-label={t('incidents.past')} sx={{ display: 'grid', gap: 1.5 }}>
          <Typography variant="h2">{t('incidents.past')}</Typography>
          <KeysetList
            query={past}
            empty={
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {t('incidents.nonePast')}
              </Typography>
            }
          >
            {(items) => items.map((incident) => <IncidentCard key={incident.id} incident={incident} />)}
          </KeysetList>
        </Box>
      </Box>
    </PageBody>
  );
}

/** That the lists are narrowed to a topic, and the way back to all of it. */
function OneTopic({ topicId, onAll }: { topicId: string; onAll: () => void }) {
  const { t } = useTranslation();
  const name = useTopicNames().get(topicId);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {t('incidents.ofTopic', { topic: name ?? topicId })}
      </Typography>
      <Button size="small" onClick={onAll}>
        {t('incidents.ofAllTopics')}
      </Button>
    </Box>
  );
}
