import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useFormat } from '../i18n/format.js';
import { setLanguage } from '../i18n/languages.js';
import { EmptyState } from '../shared/EmptyState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { usePageTitle } from '../shared/use-page-title.js';
import { useFullScreen } from './use-full-screen.js';
import { useWall, type WallView } from './use-wall.js';
import { WALL_SLIDES, WallSlide, type WallSlideName } from './WallSlide.js';

const SLIDE_MS = 15_000;

/** A screen on a wall: large, alone, and turning by itself. Its secret stands behind the `#`, where no server sees it. */
export function WallPage() {
  const { t, i18n } = useTranslation();
  const { hash } = useLocation();
  const { view, readAt, stopped, shut } = useWall(hash.slice(1));
  usePageTitle(t('wall.title'));
  const locale = view?.locale;
  useEffect(() => {
    if (locale && locale !== i18n.language) void setLanguage(locale);
  }, [locale, i18n]);
  return (
    <Box
      component="main"
      sx={{ minHeight: '100dvh', bgcolor: 'background.default', display: 'flex', flexDirection: 'column' }}
    >
      {shut ? <EmptyState whole title={t('wall.shutTitle')} text={t('wall.shutText')} /> : null}
      {view ? <Shown view={view} readAt={readAt} stopped={stopped} /> : null}
      {!view && !shut ? (
        <Box sx={{ p: 4 }}>
          {stopped ? <Stopped readAt={readAt} /> : null}
          <h1>{t('wall.title')}</h1>
          <LoadingState rows={4} height={120} />
        </Box>
      ) : null}
    </Box>
  );
}

function Shown({ view, readAt, stopped }: { view: WallView; readAt: number | null; stopped: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { place, turn, turning, pause } = useTurning(WALL_SLIDES.length);
  const { full, fill } = useFullScreen();
  const slide: WallSlideName = WALL_SLIDES[place] ?? 'levels';
  return (
    <>
      {stopped ? <Stopped readAt={readAt} /> : null}
      <Box
        component="header"
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: 2, px: 5, pt: 3 }}
      >
        <Typography component="h1" sx={{ fontSize: 'clamp(1.5rem, 2.4vw, 3rem)', fontWeight: 650, flex: 1 }}>
          {[view.topic ?? view.workspace, t(`wall.slides.${slide}`)].join(' · ')}
        </Typography>
        {view.realm === 'training' ? (
          <Box
            component="strong"
            sx={{ px: 2, py: 0.5, border: 3, borderStyle: 'dashed', fontSize: 'clamp(1rem, 1.4vw, 1.6rem)' }}
          >
            {t('wall.training')}
          </Box>
        ) : null}
        <Typography component="p" sx={{ m: 0, fontSize: 'clamp(1rem, 1.4vw, 1.75rem)' }}>
          {t('wall.dataOf', { time: format.time(view.dashboard.asOf) })} · {t('wall.last24')}
        </Typography>
      </Box>
      <Box sx={{ flex: 1, px: 5, py: 3, minHeight: 0 }}>
        <WallSlide name={slide} view={view} />
      </Box>
      <Box
        component="footer"
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', px: 5, pb: 2 }}
      >
        <Button size="small" onClick={() => turn(-1)}>
          {t('wall.previous')}
        </Button>
        <Button size="small" onClick={pause}>
          {t(turning ? 'wall.pause' : 'wall.resume')}
        </Button>
        <Button size="small" onClick={() => turn(1)}>
          {t('wall.next')}
        </Button>
        {full ? null : (
          <Button size="small" onClick={fill}>
            {t('wall.fullScreen')}
          </Button>
        )}
        <Typography variant="body2" component="p" sx={{ m: 0, flex: 1, textAlign: 'end' }} aria-live="off">
          {t('wall.slideOf', { name: view.name, place: place + 1, all: WALL_SLIDES.length })}
        </Typography>
      </Box>
    </>
  );
}

/** Loud, because a wall that stands still looks like a calm day. */
function Stopped({ readAt }: { readAt: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box
      role="alert"
      sx={{
        ...{ px: 5, py: 2, bgcolor: '#a31a1f', color: '#ffffff' },
        ...{ fontSize: 'clamp(1.25rem, 2vw, 2.25rem)', fontWeight: 700 },
      }}
    >
      <span aria-hidden="true">■ </span>
      {t('wall.stopped', { time: readAt === null ? '–' : format.time(readAt) })}
    </Box>
  );
}

/** Turns the slides; space pauses, the arrows turn. Whoever asked for less motion turns them by hand. */
function useTurning(count: number) {
  const [place, setPlace] = useState(0);
  const [turning, setTurning] = useState(
    () => !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  );
  const turn = (step: number) => setPlace((before) => (before + step + count) % count);
  useEffect(() => {
    if (!turning) return undefined;
    const timer = setInterval(() => setPlace((before) => (before + 1) % count), SLIDE_MS);
    return () => clearInterval(timer);
  }, [turning, count]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLButtonElement && event.key === ' ') return;
      if (event.key === ' ') setTurning((before) => !before);
      else if (event.key === 'ArrowRight') setPlace((before) => (before + 1) % count);
      else if (event.key === 'ArrowLeft') setPlace((before) => (before + count - 1) % count);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [count]);
  return { place, turn, turning, pause: () => setTurning((before) => !before) };
}
