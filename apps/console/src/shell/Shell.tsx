import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTheme } from '@mui/material/styles';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { followLive } from '../api/live.js';
import { useLiveCache } from '../api/live-cache.js';
import { SessionGate } from '../session/SessionGate.js';
import { LoadingState } from '../shared/LoadingState.js';
import { Notices } from '../shared/Notices.js';
import { BottomNavigation } from './BottomNavigation.js';
import { NavigationList } from './NavigationList.js';
import { OfflineBanner } from './OfflineBanner.js';
import { RealmProvider } from './realm.js';
import { TopBar } from './TopBar.js';
import { TrainingBanner } from './TrainingBanner.js';

const WIDE = 232;
const NARROW = 64;
const STORAGE_KEY = 'passerelle.navigation';

/** What stands around every page of someone signed in. */
export function Shell() {
  return (
    <SessionGate>
      <RealmProvider>
        <Notices>
          <Frame />
        </Notices>
      </RealmProvider>
    </SessionGate>
  );
}

function Frame() {
  const { t } = useTranslation();
  const theme = useTheme();
  const phone = useMediaQuery(theme.breakpoints.down('md'), { noSsr: true });
  const [narrow, setNarrow] = useState(() => localStorage.getItem(STORAGE_KEY) === 'narrow');
  const [drawer, setDrawer] = useState(false);
  useEffect(followLive, []);
  useLiveCache();

  const toggle = () => {
    localStorage.setItem(STORAGE_KEY, narrow ? 'wide' : 'narrow');
    setNarrow(!narrow);
  };
  return (
    <Box sx={{ height: '100dvh', display: 'flex', flexDirection: 'column' }}>
      <SkipLink label={t('shell.skip')} />
      <header>
        <TopBar onOpenNavigation={phone ? () => setDrawer(true) : undefined} />
        <OfflineBanner />
        <TrainingBanner />
      </header>
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        {phone ? (
          <Drawer
            open={drawer}
            onClose={() => setDrawer(false)}
            slotProps={{ paper: { sx: { width: 280 } } }}
          >
            <NavigationList onPick={() => setDrawer(false)} />
          </Drawer>
        ) : (
          <Box
            sx={{
              width: narrow ? NARROW : WIDE,
              flexShrink: 0,
              overflowY: 'auto',
              borderInlineEnd: 1,
              borderColor: 'divider',
              bgcolor: 'background.paper',
            }}
          >
            <NavigationList narrow={narrow} onToggle={toggle} />
          </Box>
        )}
        <Box
          component="main"
          id="content"
          tabIndex={-1}
          sx={{ flex: 1, minWidth: 0, minHeight: 0, outline: 'none' }}
        >
          <Suspense fallback={<LoadingState />}>
            <Outlet />
          </Suspense>
        </Box>
      </Box>
      {phone ? <BottomNavigation onMore={() => setDrawer(true)} /> : null}
    </Box>
  );
}

function SkipLink({ label }: { label: string }) {
  return (
    <Box
      component="a"
      href="#content"
      sx={{
        position: 'absolute',
        zIndex: 2000,
        top: 8,
        insetInlineStart: 8,
        px: 2,
        py: 1,
        borderRadius: 1,
        bgcolor: 'primary.main',
        color: 'primary.contrastText',
        transform: 'translateY(-200%)',
        '&:focus': { transform: 'none' },
      }}
    >
      {label}
    </Box>
  );
}
