import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import type { Permission } from '#platform/contract';
import { SignInPage } from '../session/SignInPage.js';
import { BrokenPage } from '../shell/BrokenPage.js';
import { NotFoundPage } from '../shell/NotFoundPage.js';
import { Permitted } from '../shell/Permitted.js';
import { Shell } from '../shell/Shell.js';
import { StartPage } from '../shell/StartPage.js';

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
          page('inbox', 'mentions.read', async () => (await import('../inbox/InboxPage.js')).InboxPage),
          page(
            'inbox/:mentionId',
            'mentions.read',
            async () => (await import('../inbox/InboxPage.js')).InboxPage,
          ),
          page(
            'library',
            'answers.read',
            async () => (await import('../library/LibraryPage.js')).LibraryPage,
          ),
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
          page(
            'messages',
            'answers.read',
            async () => (await import('../messages/MessagesPage.js')).MessagesPage,
          ),
          page(
            'messages/new',
            'answers.write',
            async () => (await import('../messages/NewMessagesPage.js')).NewMessagesPage,
          ),
          page(
            'messages/:setId',
            'answers.read',
            async () => (await import('../messages/MessageSetPage.js')).MessageSetPage,
          ),
          page(
            'requests',
            'answers.read',
            async () => (await import('../requests/RequestsPage.js')).RequestsPage,
          ),
          page(
            'requests/:requestId',
            'answers.read',
            async () => (await import('../requests/RequestPage.js')).RequestPage,
          ),
          page(
            'contacts',
            'contacts.read',
            async () => (await import('../contacts/ContactsPage.js')).ContactsPage,
          ),
          page(
            'contacts/proposals',
            'contacts.write',
            async () => (await import('../contacts/ProposalsPage.js')).ProposalsPage,
          ),
          page(
            'contacts/exchange',
            'contacts.read',
            async () => (await import('../contacts/ContactExchangePage.js')).ContactExchangePage,
          ),
          page('contacts/crm', 'contacts.read', async () => (await import('../crm/CrmPage.js')).CrmPage),
          page(
            'contacts/:contactId',
            'contacts.read',
            async () => (await import('../contacts/ContactPage.js')).ContactPage,
          ),
          page('drills', 'drills.read', async () => (await import('../drills/DrillsPage.js')).DrillsPage),
          page(
            'drills/scenarios',
            'drills.run',
            async () => (await import('../drills/ScenariosPage.js')).ScenariosPage,
          ),
          page(
            'drills/scenarios/:key',
            'drills.run',
            async () => (await import('../drills/ScenarioPage.js')).ScenarioPage,
          ),
          page(
            'drills/comparison',
            'drills.read',
            async () => (await import('../drills/ComparisonPage.js')).ComparisonPage,
          ),
          page(
            'drills/:drillId',
            'drills.read',
            async () => (await import('../drills/DrillPage.js')).DrillPage,
          ),
          page(
            'stakeholders',
            'stakeholders.read',
            async () => (await import('../stakeholders/StakeholdersPage.js')).StakeholdersPage,
          ),
          page(
            'stakeholders/rules',
            'stakeholders.read',
            async () => (await import('../stakeholders/RulesPage.js')).RulesPage,
          ),
          page(
            'stakeholders/:stakeholderId',
            'stakeholders.read',
            async () => (await import('../stakeholders/StakeholderPage.js')).StakeholderPage,
          ),
          page(
            'workshops',
            'workshops.read',
            async () => (await import('../workshops/WorkshopsPage.js')).WorkshopsPage,
          ),
          page(
            'workshops/new',
            'workshops.run',
            async () => (await import('../workshops/NewWorkshopPage.js')).NewWorkshopPage,
          ),
          page(
            'workshops/actions',
            'workshops.read',
            async () => (await import('../workshops/ActionsPage.js')).ActionsPage,
          ),
          page(
            'workshops/methods',
            'workshops.read',
            async () => (await import('../workshops/MethodsPage.js')).MethodsPage,
          ),
          page(
            'workshops/methods/new',
            'workshops.run',
            async () => (await import('../workshops/NewMethodPage.js')).NewMethodPage,
          ),
          page(
            'workshops/methods/:methodId',
            'workshops.read',
            async () => (await import('../workshops/MethodPage.js')).MethodPage,
          ),
          page(
            'workshops/:workshopId',
            'workshops.read',
            async () => (await import('../workshops/WorkshopPage.js')).WorkshopPage,
          ),
          page(
            'workshops/:workshopId/room',
            'workshops.read',
            async () => (await import('../workshops/RunPage.js')).RunPage,
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
          page(
            'fundamentals',
            'training.read',
            async () => (await import('../fundamentals/LessonsPage.js')).LessonsPage,
          ),
          page(
            'fundamentals/certificate',
            'training.read',
            async () => (await import('../fundamentals/CertificatePage.js')).CertificatePage,
          ),
          page(
            'fundamentals/team',
            'training.follow',
            async () => (await import('../fundamentals/TeamPage.js')).TeamPage,
          ),
          page(
            'fundamentals/:lesson',
            'training.read',
            async () => (await import('../fundamentals/LessonPage.js')).LessonPage,
          ),
          page(
            'replies',
            'mentions.read',
            async () => (await import('../replies/RepliesPage.js')).RepliesPage,
          ),
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
          page(
            'policies',
            'escalations.read',
            async () => (await import('../duty/PoliciesPage.js')).PoliciesPage,
          ),
          page('on-call', 'escalations.read', async () => (await import('../duty/DutyPage.js')).DutyPage),
          page(
            'dashboard',
            'topics.read',
            async () => (await import('../dashboard/DashboardPage.js')).DashboardPage,
          ),
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
          page(
            'displays',
            'displays.manage',
            async () => (await import('../dashboard/DisplaysPage.js')).DisplaysPage,
          ),
          page('topics', 'topics.read', async () => (await import('../topics/TopicsPage.js')).TopicsPage),
          page(
            'topics/:topicId',
            'topics.read',
            async () => (await import('../levels/TopicPage.js')).TopicPage,
          ),
          page(
            'training',
            'training.read',
            async () => (await import('../training/TrainingPage.js')).TrainingPage,
          ),
          page(
            'classification',
            'lexicon.read',
            async () => (await import('../classification/ClassificationPage.js')).ClassificationPage,
          ),
          page(
            'sources',
            'sources.read',
            async () => (await import('../sources/SourcesPage.js')).SourcesPage,
          ),
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
          page(
            'imports',
            'imports.read',
            async () => (await import('../imports/ImportsPage.js')).ImportsPage,
          ),
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
          ownPage(
            'notifications',
            async () => (await import('../notifications/NotificationsPage.js')).NotificationsPage,
          ),
          ownPage(
            'notifications/preferences',
            async () => (await import('../notifications/PreferencesPage.js')).PreferencesPage,
          ),
          ownPage('act/:token', async () => (await import('../notifications/ActPage.js')).ActPage),
          page('people', 'people.read', async () => (await import('../people/PeoplePage.js')).PeoplePage),
          page('audit', 'audit.read', async () => (await import('../audit/AuditPage.js')).AuditPage),
          page('system', 'system.read', async () => (await import('../system/SystemPage.js')).SystemPage),
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
];

/** Of everybody who is signed in: about themselves, or checked by what it shows. */
function ownPage(path: string, load: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: async () => ({ Component: await load() }) };
}

function page(path: string, permission: Permission, load: () => Promise<ComponentType>): RouteObject {
  return {
    path,
    lazy: async () => {
      const Page = await load();
      return {
        element: (
          <Permitted permission={permission}>
            <Page />
          </Permitted>
        ),
      };
    },
  };
}
