import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  type DashboardView,
  readDashboard,
  readDashboardStakeholders,
  readDashboardTopics,
  readDashboardVoices,
  readDashboardWork,
} from '#contract/dashboard';
import { readMessageOverview } from '#contract/messages';
import { useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { OpenIncidents } from '../incidents/OpenIncidents.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { CourseTable } from './CourseTable.js';
import { figureAddress, mentionsAddress } from './dashboard-scope.js';
import { DepartmentTable } from './DepartmentTable.js';
import { FigureCard } from './FigureCard.js';
import { LazyCourseChart } from './LazyCharts.js';
import { KeyMessages } from './KeyMessages.js';
import { MailDialog } from './MailDialog.js';
import { ScopeBar } from './ScopeBar.js';
import { SpeakingStakeholders } from './SpeakingStakeholders.js';
import { TopicsSection } from './TopicsSection.js';
import { useDashboardScope } from './use-dashboard-scope.js';
import { Content, Voices } from './Voices.js';
import { WhatChanged } from './WhatChanged.js';

/** Where things stand, for whoever has no time to learn a tool. Reads only. */
export function DashboardPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [scope, setScope] = useDashboardScope();
  const [mailing, setMailing] = useState(false);
  const [all, setAll] = useState(false);
  const query = { ...scope, network: [...scope.network], language: [...scope.language] };
  const kept = { placeholderData: <T,>(previous: T | undefined) => previous };
  const figures = useEndpoint(readDashboard, { query }, kept);
  const topics = useEndpoint(readDashboardTopics, { query: { ...query, limit: all ? 200 : 50 } }, kept);
  const voices = useEndpoint(readDashboardVoices, { query }, kept);
  const speaking = useEndpoint(readDashboardStakeholders, { query }, kept);
  const work = useEndpoint(readDashboardWork, { query }, kept);
  const range = figures.data?.range;
  const messages = useEndpoint(
    readMessageOverview,
    {
      query: {
        ...{ realm: scope.realm, topicId: scope.topicId },
        ...{ from: range?.from ?? '', until: range?.to ?? '' },
      },
    },
    { ...kept, enabled: range !== undefined && may('answers.read') },
  );
  const failed = figures.error ?? topics.error;
  // What is told first is drawn first; what stands below it follows while one reads, and holds up no key.
  const below = useDeferredValue(figures.data !== undefined, false);
  return (
    <PageBody wide>
      <PageHeader
        title={t('dashboard.title')}
        lead={t('dashboard.lead')}
        actions={
          <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            {may('displays.manage') ? (
              <Button component={Link} to="/displays">
                {t('dashboard.displays')}
              </Button>
            ) : null}
            <Button onClick={() => setMailing(true)}>{t('dashboard.mail')}</Button>
            <Button variant="outlined" onClick={() => window.print()}>
              {t('dashboard.print')}
            </Button>
          </Box>
        }
      />
      <ScopeBar
        scope={scope}
        spoken={voices.data?.breakdown.languages.map(({ code }) => code) ?? []}
        onScope={setScope}
      />
      {failed && !figures.data ? (
        <ErrorState
          error={failed}
          onRetry={() => {
            void figures.refetch();
            void topics.refetch();
          }}
        />
      ) : null}
      {figures.isPending ? <LoadingState rows={4} height={90} /> : null}
      {figures.data ? (
        <Box className="print-flow" sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <RangeLine dashboard={figures.data} />
          {isEmpty(figures.data) ? (
            <EmptyState title={t('dashboard.emptyTitle')} text={t('dashboard.emptyText')} />
          ) : null}
          <OpenIncidents realm={scope.realm} topicId={scope.topicId} />
          <WhatChanged scope={scope} dashboard={figures.data} topics={topics.data?.items ?? []} />
          <Box component="section" aria-label={t('dashboard.figures')}>
            <Box
              component="ul"
              sx={{
                ...{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 },
                gridTemplateColumns: {
                  xs: 'repeat(2, minmax(0, 1fr))',
                  sm: 'repeat(auto-fill, minmax(230px, 1fr))',
                },
              }}
            >
              {figures.data.figures.map((figure) => (
                <FigureCard
                  key={figure.code}
                  figure={figure}
                  address={figureAddress(figure.code, scope, figures.data.range)}
                />
              ))}
            </Box>
          </Box>
          {below ? (
            <>
              {topics.data ? (
                <TopicsSection topics={topics.data} scope={scope} onMore={all ? null : () => setAll(true)} />
              ) : null}
              <Section heading="h2" title={t('dashboard.volume')}>
                <LazyCourseChart course={figures.data.course} />
                <CourseTable
                  course={figures.data.course}
                  end={figures.data.range.to}
                  addressOf={(range, more) => mentionsAddress(scope, range, { state: 'all', ...more })}
                />
              </Section>
              {voices.data ? (
                <>
                  <Voices voices={voices.data} scope={scope} />
                  <Content voices={voices.data} scope={scope} />
                </>
              ) : null}
              {speaking.data ? <SpeakingStakeholders speaking={speaking.data} scope={scope} /> : null}
              {messages.data && range ? (
                <KeyMessages overview={messages.data} realm={scope.realm} until={range.to} />
              ) : null}
              {work.data ? <DepartmentTable work={work.data} scope={scope} /> : null}
            </>
          ) : null}
        </Box>
      ) : null}
      {mailing ? <MailDialog realm={scope.realm} onClose={() => setMailing(false)} /> : null}
    </PageBody>
  );
}

/** What time the figures are of, and when they were read. */
function RangeLine({ dashboard }: { dashboard: DashboardView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { from, to } = dashboard.range;
  const days = Date.parse(to) - Date.parse(from) > 8 * 86_400_000 && isMidnight(from) && isMidnight(to);
  const over = Date.parse(to) <= Date.parse(dashboard.asOf);
  return (
    <Typography variant="body2" component="p" sx={{ m: 0, color: 'text.secondary' }}>
      {days
        ? t('dashboard.rangeIsDays', { from: format.date(from), to: format.date(Date.parse(to) - 1) })
        : t(over ? 'dashboard.rangeWas' : 'dashboard.rangeIs', {
            from: format.dateTime(from),
            to: format.dateTime(to),
          })}{' '}
      {t('dashboard.asOf', { time: format.time(dashboard.asOf) })}
      {dashboard.oldestWaitingAt
        ? `. ${t('dashboard.oldest', { when: format.dateTime(dashboard.oldestWaitingAt) })}`
        : '.'}
    </Typography>
  );
}

const isMidnight = (instant: string) => Date.parse(instant) % 86_400_000 === 0;

function isEmpty({ figures }: DashboardView): boolean {
  const of = (code: string) => figures.find((figure) => figure.code === code);
  const mentions = of('mentions');
  return mentions?.value === 0 && !mentions.before && of('backlog')?.value === 0;
}
