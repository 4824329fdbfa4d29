import type { RouteObject } from 'react-router';
import { page } from './page-route.js';

/** Addresses of the group `groupWatch` of the navigation. */
export const WATCH_PAGES: readonly RouteObject[] = [
  page('dashboard', 'topics.read', async () => (await import('../dashboard/DashboardPage.js')).DashboardPage),
  page(
    'dashboard/responses',
    'mentions.read',
    async () => (await import('../dashboard/CountedPage.js')).ResponsesPage,
  ),
  page(
    'dashboard/approvals',
    'answers.read',
    async () => (await import('../dashboard/CountedPage.js')).ApprovalsCountedPage,
  ),
  page(
    'dashboard/authors',
    'mentions.read',
    async () => (await import('../dashboard/CountedPage.js')).ReachPage,
  ),
  page('topics', 'topics.read', async () => (await import('../topics/TopicsPage.js')).TopicsPage),
  page('topics/:topicId', 'topics.read', async () => (await import('../levels/TopicPage.js')).TopicPage),
  page('training', 'training.read', async () => (await import('../training/TrainingPage.js')).TrainingPage),
];
