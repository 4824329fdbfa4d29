import type { RouteObject } from 'react-router';
import { SignInPage } from '../session/SignInPage.js';
import { BrokenPage } from '../shell/BrokenPage.js';
import { NotFoundPage } from '../shell/NotFoundPage.js';
import { Shell } from '../shell/Shell.js';
import { StartPage } from '../shell/StartPage.js';
import { ownPage } from './page-route.js';
import { SETTINGS_PAGES } from './settings-pages.js';
import { TRADES_PAGES } from './trades-pages.js';
import { WATCH_PAGES } from './watch-pages.js';
import { WORK_PAGES } from './work-pages.js';

/** Every address of the console. A page is loaded when it is first opened. */
export const routes: RouteObject[] = [
  { path: '/sign-in', Component: SignInPage, ErrorBoundary: BrokenPage },
  {
    path: '/wall',
    ErrorBoundary: BrokenPage,
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('../dashboard/WallPage.js')).WallPage }),
  },
  {
    path: '/join',
    ErrorBoundary: BrokenPage,
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('../workshops/JoinPage.js')).JoinPage }),
  },
  {
    path: '/room/:workshopId',
    ErrorBoundary: BrokenPage,
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('../workshops/SeatPage.js')).SeatPage }),
  },
  {
    path: '/invitation',
    ErrorBoundary: BrokenPage,
    lazy: async () => ({ Component: (await import('../invitation/InvitationPage.js')).InvitationPage }),
  },
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: BrokenPage,
    HydrateFallback: () => null,
    children: [
      {
        ErrorBoundary: BrokenPage,
        children: [
          { index: true, Component: StartPage },
          ...WORK_PAGES,
          ...TRADES_PAGES,
          ...WATCH_PAGES,
          ...SETTINGS_PAGES,
          ownPage(
            'notifications',
            async () => (await import('../notifications/NotificationsPage.js')).NotificationsPage,
          ),
          ownPage(
            'notifications/preferences',
            async () => (await import('../notifications/PreferencesPage.js')).PreferencesPage,
          ),
          ownPage('act/:token', async () => (await import('../notifications/ActPage.js')).ActPage),
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
];
