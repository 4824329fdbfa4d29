import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useParams, useSearchParams } from 'react-router';
import { readTimeline, readTopicLevel } from '#contract/levels';
import { useEndpoint } from '../api/use-endpoint.js';
import { SubjectEscalation } from '../escalations/SubjectEscalation.js';
import { Proposals } from '../incidents/Proposals.js';
import { MessageFigures } from '../messages/MessageFigures.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { useDebounced } from '../shared/use-debounced.js';
import { WorkshopLink } from '../workshops/WorkshopLink.js';
import { Drivers } from './Drivers.js';
import { EventList } from './EventList.js';
import { LevelSettingsDialog } from './LevelSettingsDialog.js';
import { LevelStrip } from './LevelStrip.js';
import { NoteDialog } from './NoteDialog.js';
import { ReleaseLevelDialog } from './ReleaseLevelDialog.js';
import { ReplaySlider } from './ReplaySlider.js';
import { SetLevelDialog } from './SetLevelDialog.js';
import { Standing } from './Standing.js';
import { type Span, SPANS } from './timeline.js';
import { TimelineCharts } from './TimelineCharts.js';
import { TimelineTable } from './TimelineTable.js';
import { useTopicRealm } from './use-topic-realm.js';
import { WhyTopicLevel } from './WhyTopicLevel.js';

type Opened = 'set' | 'release' | 'note' | 'settings' | null;

/** A topic: where it stands, how it came there, and what drives it, now or at any moment of the past. */
export function TopicPage() {
  const { t } = useTranslation();
  const may = useMay();
  const realm = useTopicRealm();
  const { topicId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const span = SPANS.find((one) => one === search.get('span')) ?? '24h';
  const [at, setAt] = useState<string | null>(null);
  const [opened, setOpened] = useState<Opened>(null);
  const moment = useDebounced(at, 200);
  const params = { topicId };
  const detail = useEndpoint(
    readTopicLevel,
    { params, query: { realm, ...(moment === null ? {} : { at: moment }) } },
    { placeholderData: (before) => before, refetchInterval: moment === null ? 60_000 : undefined },
  );
  const timeline = useEndpoint(
    readTimeline,
    { params, query: { realm, span } },
    { placeholderData: (before) => before, refetchInterval: 60_000 },
  );
  const error = detail.error ?? timeline.error;
  const shown = detail.data;
  const close = () => setOpened(null);
  const changeSpan = (next: Span | null) => {
    if (next === null) return;
    setAt(null);
    setSearch((before) => {
      const after = new URLSearchParams(before);
      after.set('span', next);
      return after;
    });
  };
  return (
    <PageBody wide>
      <Link component={RouterLink} to="/topics" variant="body2">
        {t('levels.back')}
      </Link>
      <PageHeader
        title={shown?.topic.name ?? t('topics.title')}
        lead={t('levels.lead')}
        actions={
          shown ? (
            <>
              {may('levels.set') ? (
                <Button variant="contained" onClick={() => setOpened('set')}>
                  {t('levels.set')}
                </Button>
              ) : null}
              <Button variant="outlined" onClick={() => setOpened('settings')}>
                {t('levels.settings')}
              </Button>
              <WorkshopLink topicId={topicId} />
            </>
          ) : null
        }
      />
      {error && !shown ? (
        <ErrorState error={error} onRetry={() => void Promise.all([detail.refetch(), timeline.refetch()])} />
      ) : null}
      {!error && (!shown || !timeline.data) ? <LoadingState rows={4} height={120} /> : null}
      {shown && timeline.data ? (
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Standing detail={shown} onRelease={may('levels.set') ? () => setOpened('release') : null} />
          <Proposals topicId={topicId} />
          <SubjectEscalation subjectType="topic" subjectId={topicId} realm={realm} />
          {shown.standing === null ? (
            <EmptyState title={t('levels.never')} text={t('levels.neverText')} />
          ) : (
            <>
              <Paper
                variant="outlined"
                component="section"
                aria-label={t('levels.timeline')}
                sx={{ p: 2, display: 'grid', gap: 1, minWidth: 0 }}
              >
                <ToggleButtonGroup
                  exclusive
                  size="small"
                  value={span}
                  onChange={(_, next: Span | null) => changeSpan(next)}
                  aria-label={t('levels.span')}
                >
                  {SPANS.map((one) => (
                    <ToggleButton key={one} value={one}>
                      {t(`levels.spans.${one}`)}
                    </ToggleButton>
                  ))}
                </ToggleButtonGroup>
                <TimelineCharts timeline={timeline.data} at={at} onPick={setAt} />
                <LevelStrip points={timeline.data.points} />
                <ReplaySlider timeline={timeline.data} at={at} onMove={setAt} />
                <TimelineTable topicId={topicId} timeline={timeline.data} />
              </Paper>
              <Box
                sx={{
                  display: 'grid',
                  gap: 2,
                  alignItems: 'start',
                  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
                }}
              >
                <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
                  <WhyTopicLevel detail={shown} />
                  <EventList
                    events={timeline.data.events}
                    onLook={setAt}
                    action={
                      may('levels.set') ? (
                        <Button size="small" onClick={() => setOpened('note')}>
                          {t('levels.note')}
                        </Button>
                      ) : null
                    }
                  />
                </Box>
                <Drivers detail={shown} />
              </Box>
            </>
          )}
          <MessageFigures topicId={topicId} title={t('keyMessages.figuresOf')} />
          {opened === 'set' ? <SetLevelDialog detail={shown} realm={realm} onClose={close} /> : null}
          {opened === 'release' ? <ReleaseLevelDialog detail={shown} realm={realm} onClose={close} /> : null}
          {opened === 'note' ? <NoteDialog topicId={topicId} realm={realm} at={at} onClose={close} /> : null}
          {opened === 'settings' ? (
            <LevelSettingsDialog topic={shown.topic} realm={realm} onClose={close} />
          ) : null}
        </Box>
      ) : null}
    </PageBody>
  );
}
