import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { REALMS } from '#platform/contract';
import { CASE_MEASURES, listEscalations } from '#contract/escalation';
import { usePages } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { usePageTitle } from '../shared/use-page-title.js';
import { useRealm } from '../shell/realm.js';
import { EscalationPane } from './EscalationPane.js';
import { EscalationRow } from './EscalationRow.js';

const VIEWS = ['mine', 'all', 'settled'] as const;

/** The departments' inbox: what is asked, and beside it (on a phone: in its place) everything to decide it. */
export function EscalationsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const { escalationId } = useParams();
  const [search, setSearch] = useSearchParams();
  const { realm } = useRealm();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('md'), { noSsr: true });
  usePageTitle(t('escalations.title'));
  const measure = CASE_MEASURES.find((one) => one === search.get('measure'));
  const view =
    VIEWS.find((one) => one === search.get('view')) ??
    (may('escalations.decide') && !measure ? 'mine' : 'all');
  const value = (name: string) => search.get(name) ?? undefined;
  const query = usePages(listEscalations, {
    query: {
      realm: measure ? REALMS.find((one) => one === search.get('realm')) : realm,
      limit: 50,
      ...(measure
        ? {
            measure,
            departmentId: value('departmentId'),
            topicId: value('topicId'),
            level: value('level') ? [Number(value('level'))] : undefined,
            from: value('from'),
            to: value('to'),
            sort: 'newest',
          }
        : view === 'settled'
          ? { state: ['decided', 'closed'], sort: 'newest' }
          : { state: ['open', 'acknowledged'], mine: view === 'mine' ? 'true' : undefined }),
    },
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const suffix = search.size > 0 ? `?${search}` : '';
  const move = (step: number) => {
    const at = items.findIndex(({ id }) => id === escalationId);
    const next = items[Math.min(items.length - 1, Math.max(0, at + step))];
    if (next) void navigate(`/escalations/${next.id}${suffix}`, { replace: escalationId !== undefined });
  };
  return (
    <Box sx={{ display: 'flex', height: '100%', minHeight: 0, position: 'relative' }}>
      {narrow && escalationId ? (
        <Box
          component="h1"
          sx={{
            position: 'absolute',
            width: '1px',
            height: '1px',
            m: 0,
            overflow: 'hidden',
            clipPath: 'inset(50%)',
          }}
        >
          {t('escalations.title')}
        </Box>
      ) : null}
      <Box
        sx={{
          display: narrow && escalationId ? 'none' : 'flex',
          flexDirection: 'column',
          width: { xs: '100%', md: 'clamp(320px, 34%, 460px)' },
          minHeight: 0,
          flexShrink: 0,
          borderInlineEnd: { md: 1 },
          borderColor: { md: 'divider' },
          bgcolor: 'background.paper',
        }}
      >
        <Box sx={{ px: 2, pt: 2, display: 'flex', alignItems: 'center', gap: 1 }}>
          <Typography variant="h1" sx={{ flex: 1 }}>
            {t('escalations.title')}
          </Typography>
          <Button component={Link} to="/escalations/report" size="small">
            {t('escalations.report')}
          </Button>
        </Box>
        {measure ? (
          <Box sx={{ px: 2, py: 1 }}>
            <Chip label={t('escalations.showingMeasure', { measure: t(`escalations.measure.${measure}`) })} />
            <Button size="small" onClick={() => setSearch({}, { replace: true })}>
              {t('escalations.clearMeasure')}
            </Button>
          </Box>
        ) : (
          <Tabs
            value={view}
            aria-label={t('escalations.title')}
            onChange={(_, name: string) => setSearch({ view: name }, { replace: true })}
            sx={{ borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}
          >
            <Tab value="mine" label={t('escalations.mine')} />
            <Tab value="all" label={t('escalations.all')} />
            <Tab value="settled" label={t('escalations.closedToo')} />
          </Tabs>
        )}
        <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }} tabIndex={-1}>
          <KeysetList
            query={query}
            empty={
              <EmptyState
                title={t(view === 'mine' ? 'escalations.none' : 'escalations.noneFound')}
                text={t(view === 'mine' ? 'escalations.noneText' : 'escalations.noneFoundText')}
              />
            }
          >
            {(rows) => (
              <Box
                component="ul"
                aria-label={t('escalations.listLabel')}
                sx={{ listStyle: 'none', m: 0, p: 0 }}
              >
                {rows.map((escalation) => (
                  <li key={escalation.id}>
                    <EscalationRow
                      escalation={escalation}
                      current={escalation.id === escalationId}
                      search={suffix}
                    />
                  </li>
                ))}
              </Box>
            )}
          </KeysetList>
        </Box>
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, display: narrow && !escalationId ? 'none' : 'block' }}>
        {escalationId ? (
          <EscalationPane
            key={escalationId}
            escalationId={escalationId}
            back={`/escalations${suffix}`}
            onMove={move}
          />
        ) : (
          <EmptyState title={t('escalations.pick')} text={t('escalations.lead')} />
        )}
      </Box>
    </Box>
  );
}
