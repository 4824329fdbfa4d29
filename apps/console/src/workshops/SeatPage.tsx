import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { followSeat, type RoomSelf } from '#contract/workshops';
import { requestUrl } from '../api/request-url.js';
import { setLanguage } from '../i18n/languages.js';
import { Section } from '../inbox/Section.js';
import { EmptyState } from '../shared/EmptyState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { LightPage } from './LightPage.js';
import { OwnGroup } from './OwnGroup.js';
import { PhaseClock } from './PhaseClock.js';
import { PhaseList } from './PhaseList.js';
import type { RoomView } from './room-state.js';
import { RoomItems } from './RoomItems.js';
import { RulesList } from './RulesList.js';
import { SeatWriting } from './SeatWriting.js';
import { seatName } from './seat-name.js';
import { useRoom } from './use-room.js';

/** What a participant sees, on a phone: the phase and its clock, the rule, their group, what they write and vote on. */
export function SeatPage() {
  const { t } = useTranslation();
  const { workshopId = '' } = useParams();
  const { view, self, connection, ahead } = useRoom(requestUrl(followSeat.path, { workshopId }));
  const language = view?.hall.language;
  useEffect(() => {
    if (language) void setLanguage(language);
  }, [language]);
  const out = connection === 'shut' || connection === 'left';
  return (
    <LightPage title={view?.hall.title ?? t('workshops.room.title')}>
      {out ? (
        <EmptyState
          title={t(connection === 'left' ? 'workshops.room.leftTitle' : 'workshops.room.shutTitle')}
          text={t('workshops.room.shutText')}
        />
      ) : null}
      {!out && view && self ? (
        <>
          {connection === 'lost' ? (
            <Alert severity="warning" role="status">
              {t('workshops.room.lostWrite')}
            </Alert>
          ) : null}
          <Seated view={view} self={self} ahead={ahead} />
        </>
      ) : null}
      {!out && !(view && self) ? <LoadingState rows={3} height={80} /> : null}
    </LightPage>
  );
}

function Seated({ view, self, ahead }: { view: RoomView; self: RoomSelf; ahead: number }) {
  const { t } = useTranslation();
  const { hall } = view;
  const phase = hall.phaseIndex === null ? undefined : hall.plan.phases[hall.phaseIndex];
  const seat = hall.seats.find(({ id }) => id === self.seatId);
  return (
    <>
      {seat ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('workshops.room.youAre', { name: seatName(seat) })}
        </Typography>
      ) : null}
      {hall.state === 'closed' ? <Alert severity="info">{t('workshops.room.closed')}</Alert> : null}
      {hall.state === 'open' ? <Alert severity="info">{t('workshops.room.waiting')}</Alert> : null}
      {phase && hall.run ? (
        <Section heading="h2" title={phase.title}>
          <Typography sx={{ mb: 1 }}>{phase.text}</Typography>
          <PhaseClock run={hall.run} ahead={ahead} />
        </Section>
      ) : null}
      {hall.plan.rules.length > 0 && hall.state !== 'closed' ? (
        <Section heading="h2" title={t('workshops.rules')}>
          <RulesList rules={hall.plan.rules} />
        </Section>
      ) : null}
      <OwnGroup hall={hall} phase={phase} seatId={self.seatId} />
      {hall.state === 'running' && phase ? (
        <SeatWriting hall={hall} phase={phase} seatId={self.seatId} items={view.items} />
      ) : null}
      <RoomItems view={view} self={self} voting={hall.state === 'running' && phase?.voting === true} />
      {phase ? null : (
        <Section heading="h2" title={t('workshops.phases')}>
          <PhaseList phases={hall.plan.phases} />
        </Section>
      )}
    </>
  );
}
