import type { RouteObject } from 'react-router';
import { page } from './page-route.js';

/** Addresses of the group `groupTrades` of the navigation. */
export const TRADES_PAGES: readonly RouteObject[] = [
  page('messages', 'answers.read', async () => (await import('../messages/MessagesPage.js')).MessagesPage),
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
  page('contacts', 'contacts.read', async () => (await import('../contacts/ContactsPage.js')).ContactsPage),
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
  page('drills/:drillId', 'drills.read', async () => (await import('../drills/DrillPage.js')).DrillPage),
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
];
