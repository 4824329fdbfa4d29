import type { RouteObject } from 'react-router';
import { page } from './page-route.js';

/** Addresses of the group `groupSettings` of the navigation. */
export const SETTINGS_PAGES: readonly RouteObject[] = [
  page('policies', 'escalations.read', async () => (await import('../duty/PoliciesPage.js')).PoliciesPage),
  page('on-call', 'escalations.read', async () => (await import('../duty/DutyPage.js')).DutyPage),
  page(
    'displays',
    'displays.manage',
    async () => (await import('../dashboard/DisplaysPage.js')).DisplaysPage,
  ),
  page(
    'classification',
    'lexicon.read',
    async () => (await import('../classification/ClassificationPage.js')).ClassificationPage,
  ),
  page('sources', 'sources.read', async () => (await import('../sources/SourcesPage.js')).SourcesPage),
  page(
    'sources/:sourceId/deliveries',
    'sources.read',
    async () => (await import('../sources/HookDeliveriesPage.js')).HookDeliveriesPage,
  ),
  page(
    'sources/:sourceId/topics',
    'sources.read',
    async () => (await import('../sources/FollowedTopicsPage.js')).FollowedTopicsPage,
  ),
  page('imports', 'imports.read', async () => (await import('../imports/ImportsPage.js')).ImportsPage),
  page(
    'imports/:importId',
    'imports.read',
    async () => (await import('../imports/ImportPage.js')).ImportPage,
  ),
  page(
    'channels',
    'notifications.manage',
    async () => (await import('../notifications/ChannelsPage.js')).ChannelsPage,
  ),
  page(
    'channels/deliveries',
    'notifications.manage',
    async () => (await import('../notifications/DeliveriesPage.js')).DeliveriesPage,
  ),
  page('people', 'people.read', async () => (await import('../people/PeoplePage.js')).PeoplePage),
  page('audit', 'audit.read', async () => (await import('../audit/AuditPage.js')).AuditPage),
  page('system', 'system.read', async () => (await import('../system/SystemPage.js')).SystemPage),
];
