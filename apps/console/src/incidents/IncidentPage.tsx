import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { type IncidentDetail, readIncident } from '#contract/crisis';
import { useEndpoint } from '../api/use-endpoint.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { useRealmOf } from '../shell/realm.js';
import { AttachedTab } from './AttachedTab.js';
import { ChecklistTab } from './ChecklistTab.js';
import { AtAGlance } from './AtAGlance.js';
import { IncidentActs } from './IncidentActs.js';
import { INCIDENT_TABS, type IncidentTab } from './incident-tabs.js';
import { LogTab } from './LogTab.js';
import { MessagesTab } from './MessagesTab.js';
import { ReportsTab } from './ReportsTab.js';
import { ReviewTab } from './ReviewTab.js';
import { RolesTab } from './RolesTab.js';
import { StakeholdersTab } from './StakeholdersTab.js';
import { StatementsTab } from './StatementsTab.js';

/** For a person called at three in the morning: what it is, who leads, what is next; below it, everything else. */
export function IncidentPage() {
  const { t } = useTranslation();
  const { incidentId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('md'), { noSsr: true });
  const panel = useRef<HTMLDivElement>(null);
  const { key, state } = useLocation();
  const toPanel = (state as { toPanel?: boolean } | null)?.toPanel === true;
  useEffect(() => {
    if (toPanel) panel.current?.scrollIntoView({ block: 'start' });
  }, [toPanel, key]);
  const reading = useEndpoint(readIncident, { params: { incidentId } }, { refetchInterval: 60_000 });
  const incident = reading.data;
  const navigate = useNavigate();
  useRealmOf(incident, () => void navigate('/incidents'));
  const tab =
    INCIDENT_TABS.find((one) => one === search.get('tab')) ??
    (incident?.state === 'closing' || incident?.state === 'closed' ? 'review' : 'checklist');
  return (
    <PageBody>
      <Link component={RouterLink} to="/incidents" variant="body2" className="no-print">
        {t('incidents.back')}
      </Link>
      <PageHeader
        title={incident?.title ?? t('incidents.title')}
        actions={incident ? <IncidentActs incident={incident} /> : null}
      />
      {reading.error && !incident ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {reading.isPending ? <LoadingState rows={3} height={120} /> : null}
      {incident ? (
        <Box className="print-flow" sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <AtAGlance incident={incident} />
          <Box>
            <Tabs
              value={tab}
              onChange={(_, next: IncidentTab) => setSearch({ tab: next }, { replace: true })}
              variant="scrollable"
              allowScrollButtonsMobile
              // There from the first: where they come later, they push the chosen tab out of sight.
              scrollButtons={narrow ? true : 'auto'}
              aria-label={incident.title}
              sx={{
                borderBottom: 1,
                borderColor: 'divider',
                mb: 2,
                '& .MuiTab-root': { minWidth: 0, px: 1.25 },
              }}
            >
              {INCIDENT_TABS.map((one) => (
                <Tab
                  key={one}
                  value={one}
                  id={`incident-tab-${one}`}
                  aria-controls={tab === one ? 'incident-tab-panel' : undefined}
                  label={t(`incidents.tabs.${one}`)}
                />
              ))}
            </Tabs>
            <Box ref={panel} role="tabpanel" id="incident-tab-panel" aria-labelledby={`incident-tab-${tab}`}>
              <Panel tab={tab} incident={incident} />
            </Box>
          </Box>
        </Box>
      ) : null}
    </PageBody>
  );
}

function Panel({ tab, incident }: { tab: IncidentTab; incident: IncidentDetail }) {
  switch (tab) {
    case 'checklist':
      return <ChecklistTab incident={incident} />;
    case 'log':
      return <LogTab incident={incident} />;
    case 'statements':
      return <StatementsTab incident={incident} />;
    case 'messages':
      return <MessagesTab incident={incident} />;
    case 'stakeholders':
      return <StakeholdersTab incident={incident} />;
    case 'roles':
      return <RolesTab incident={incident} />;
    case 'reports':
      return <ReportsTab incident={incident} />;
    case 'attached':
      return <AttachedTab incident={incident} />;
    case 'review':
      return <ReviewTab incident={incident} />;
  }
}
