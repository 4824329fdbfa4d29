import type { RouteObject } from 'react-router';
import { page } from './page-route.js';

/** Addresses of the group `groupWork` of the navigation. */
export const WORK_PAGES: readonly RouteObject[] = [
  page('inbox', 'mentions.read', async () => (await import('../inbox/InboxPage.js')).InboxPage),
  page('inbox/:mentionId', 'mentions.read', async () => (await import('../inbox/InboxPage.js')).InboxPage),
  page('library', 'answers.read', async () => (await import('../library/LibraryPage.js')).LibraryPage),
  page(
    'library/approvals',
    'answers.approve',
    async () => (await import('../library/ApprovalsPage.js')).ApprovalsPage,
  ),
  page(
    'library/new',
    'answers.write',
    async () => (await import('../library/NewAnswerPage.js')).NewAnswerPage,
  ),
  page(
    'library/exchange',
    'answers.read',
    async () => (await import('../library/LibraryExchangePage.js')).LibraryExchangePage,
  ),
  page(
    'library/:answerId',
    'answers.read',
    async () => (await import('../library/AnswerPage.js')).AnswerPage,
  ),
  page('requests', 'answers.read', async () => (await import('../requests/RequestsPage.js')).RequestsPage),
  page(
    'requests/:requestId',
    'answers.read',
    async () => (await import('../requests/RequestPage.js')).RequestPage,
  ),
  page(
    'invitations',
    'invitations.answer',
    async () => (await import('../colleagues/MyInvitationsPage.js')).MyInvitationsPage,
  ),
  page(
    'invitations/:invitationId',
    'invitations.answer',
    async () => (await import('../colleagues/MyInvitationPage.js')).MyInvitationPage,
  ),
  page(
    'colleagues',
    'mentions.read',
    async () => (await import('../colleagues/ColleaguesPage.js')).ColleaguesPage,
  ),
  page('replies', 'mentions.read', async () => (await import('../replies/RepliesPage.js')).RepliesPage),
  page(
    'escalations',
    'escalations.read',
    async () => (await import('../escalations/EscalationsPage.js')).EscalationsPage,
  ),
  page(
    'escalations/report',
    'escalations.read',
    async () => (await import('../escalations/ReportPage.js')).ReportPage,
  ),
  page(
    'escalations/:escalationId',
    'escalations.read',
    async () => (await import('../escalations/EscalationsPage.js')).EscalationsPage,
  ),
  page(
    'incidents',
    'incidents.read',
    async () => (await import('../incidents/IncidentsPage.js')).IncidentsPage,
  ),
  page(
    'incidents/new',
    'incidents.run',
    async () => (await import('../incidents/DeclarePage.js')).DeclarePage,
  ),
  page(
    'incidents/actions',
    'incidents.read',
    async () => (await import('../incidents/ActionsPage.js')).ActionsPage,
  ),
  page(
    'incidents/playbooks',
    'incidents.read',
    async () => (await import('../incidents/PlaybooksPage.js')).PlaybooksPage,
  ),
  page(
    'incidents/:incidentId',
    'incidents.read',
    async () => (await import('../incidents/IncidentPage.js')).IncidentPage,
  ),
  page(
    'incidents/:incidentId/reports/:reportId',
    'incidents.read',
    async () => (await import('../incidents/ReportPage.js')).ReportPage,
  ),
];
