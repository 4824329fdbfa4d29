import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { INCIDENT_TABS } from '../../apps/console/src/incidents/incident-tabs.js';
import { launchChromium } from './chromium.js';
import { expectGood } from './good-page.js';
import { goTo, type Look, takeLook, type Way } from './looking.js';
import { type Language, newVisitor, signedIn, type Visitor, type Who } from './people.js';
import { type RunningProduct, startProduct } from './product.js';
import { makeWhatPagesShow, type PageIds } from './what-pages-show.js';

/** Every address of the console, and somebody who works there. */
const PAGES: readonly { name: string; who: Who; address: (ids: PageIds) => string }[] = [
  { name: 'inbox', who: 'manager', address: () => '/inbox' },
  { name: 'mention', who: 'manager', address: ({ mention }) => `/inbox/${mention}?state=all` },
  { name: 'inbox-without-matches', who: 'manager', address: () => '/inbox?search=zzzzzz' },
  { name: 'library', who: 'manager', address: () => '/library' },
  { name: 'answer', who: 'legalApprover', address: ({ answer }) => `/library/${answer}` },
  { name: 'answer-editor', who: 'crisisLead', address: ({ answer }) => `/library/${answer}?edit` },
  { name: 'new-answer', who: 'manager', address: () => '/library/new' },
  { name: 'approvals', who: 'legalApprover', address: () => '/library/approvals' },
  { name: 'approvals-several', who: 'legalApprover', address: () => '/library/approvals?several' },
  { name: 'library-exchange', who: 'crisisLead', address: () => '/library/exchange' },
  { name: 'messages', who: 'legalApprover', address: () => '/messages' },
  { name: 'message-house', who: 'crisisLead', address: ({ messages }) => `/messages/${messages}` },
  { name: 'message-editor', who: 'crisisLead', address: ({ messages }) => `/messages/${messages}?edit` },
  { name: 'message-map-new', who: 'manager', address: () => '/messages/new?kind=map' },
  { name: 'requests', who: 'legalApprover', address: () => '/requests' },
  { name: 'request', who: 'manager', address: ({ request }) => `/requests/${request}` },
  { name: 'request-read', who: 'executive', address: ({ request }) => `/requests/${request}` },
  { name: 'requests-none', who: 'executive', address: () => '/requests?scope=mine' },
  { name: 'contacts', who: 'manager', address: () => '/contacts' },
  { name: 'contact-proposals', who: 'manager', address: () => '/contacts/proposals' },
  { name: 'contact-exchange', who: 'crisisLead', address: () => '/contacts/exchange' },
  { name: 'crm', who: 'manager', address: () => '/contacts/crm' },
  { name: 'stakeholders', who: 'manager', address: () => '/stakeholders' },
  { name: 'stakeholders-read', who: 'executive', address: () => '/stakeholders' },
  { name: 'stakeholder', who: 'manager', address: ({ stakeholder }) => `/stakeholders/${stakeholder}` },
  { name: 'stakeholder-rules', who: 'crisisLead', address: () => '/stakeholders/rules' },
  { name: 'workshops', who: 'manager', address: () => '/workshops' },
  { name: 'workshop-new', who: 'crisisLead', address: () => '/workshops/new' },
  { name: 'workshop-again', who: 'crisisLead', address: ({ workshop }) => `/workshops/new?from=${workshop}` },
  { name: 'workshop-held', who: 'crisisLead', address: ({ workshop }) => `/workshops/${workshop}` },
  { name: 'workshop-board', who: 'executive', address: ({ workshop }) => `/workshops/${workshop}/room` },
  { name: 'workshop-plan', who: 'manager', address: ({ prepared }) => `/workshops/${prepared}?edit` },
  { name: 'workshop-room', who: 'manager', address: ({ prepared }) => `/workshops/${prepared}/room` },
  { name: 'workshop-actions', who: 'manager', address: () => '/workshops/actions' },
  { name: 'workshop-methods', who: 'manager', address: () => '/workshops/methods' },
  { name: 'workshop-methods-read', who: 'executive', address: () => '/workshops/methods' },
  { name: 'workshop-method-new', who: 'manager', address: () => '/workshops/methods/new?from=world-cafe' },
  { name: 'workshop-method', who: 'manager', address: ({ method }) => `/workshops/methods/${method}` },
  {
    name: 'workshop-method-edit',
    who: 'manager',
    address: ({ method }) => `/workshops/methods/${method}?edit`,
  },
  { name: 'workshop-join', who: 'manager', address: ({ join }) => join },
  { name: 'workshop-join-shut', who: 'manager', address: () => `/join#${'x'.repeat(43)}` },
  { name: 'workshop-seat-none', who: 'manager', address: ({ workshop }) => `/room/${workshop}` },
  { name: 'colleagues', who: 'manager', address: () => '/colleagues' },
  { name: 'colleagues-read', who: 'executive', address: () => '/colleagues' },
  { name: 'invitations', who: 'colleague', address: () => '/invitations' },
  { name: 'invitation', who: 'colleague', address: ({ invitation }) => `/invitations/${invitation}` },
  { name: 'invitation-forbidden', who: 'colleague', address: () => '/inbox' },
  { name: 'fundamentals', who: 'manager', address: () => '/fundamentals' },
  { name: 'fundamentals-all-done', who: 'executive', address: () => '/fundamentals' },
  { name: 'fundamentals-lesson', who: 'manager', address: () => '/fundamentals/key-messages' },
  { name: 'fundamentals-lesson-done', who: 'executive', address: () => '/fundamentals/escalating' },
  { name: 'fundamentals-certificate', who: 'executive', address: () => '/fundamentals/certificate' },
  { name: 'fundamentals-certificate-none', who: 'manager', address: () => '/fundamentals/certificate' },
  { name: 'fundamentals-team', who: 'crisisLead', address: () => '/fundamentals/team' },
  { name: 'drills', who: 'crisisLead', address: () => '/drills' },
  { name: 'drills-prepare', who: 'crisisLead', address: () => '/drills?prepare=data_breach' },
  { name: 'drills-none', who: 'executive', address: () => '/drills?state=cancelled' },
  { name: 'drill-scenarios', who: 'administrator', address: () => '/drills/scenarios' },
  { name: 'drill-scenario', who: 'crisisLead', address: () => '/drills/scenarios/product_defect' },
  {
    name: 'drill-scenario-edit',
    who: 'crisisLead',
    address: ({ scenario }) => `/drills/scenarios/${scenario}?edit`,
  },
  { name: 'drill-paused', who: 'crisisLead', address: ({ drill }) => `/drills/${drill}` },
  { name: 'drill-taking-part', who: 'manager', address: ({ drill }) => `/drills/${drill}` },
  { name: 'drill-debrief', who: 'crisisLead', address: ({ endedDrill }) => `/drills/${endedDrill}` },
  { name: 'drill-read', who: 'executive', address: ({ endedDrill }) => `/drills/${endedDrill}` },
  { name: 'drill-comparison', who: 'executive', address: () => '/drills/comparison' },
  { name: 'replies', who: 'manager', address: () => '/replies' },
  { name: 'escalations', who: 'crisisLead', address: () => '/escalations?view=all' },
  {
    name: 'escalation',
    who: 'crisisLead',
    address: ({ escalation }) => `/escalations/${escalation}?view=all`,
  },
  { name: 'escalation-report', who: 'executive', address: () => '/escalations/report' },
  { name: 'incidents', who: 'crisisLead', address: () => '/incidents' },
  { name: 'incident-new', who: 'crisisLead', address: () => '/incidents/new' },
  {
    name: 'incident-declare',
    who: 'crisisLead',
    address: ({ topic }) => `/incidents/new?topic=${topic}&realm=training`,
  },
  ...INCIDENT_TABS.map((tab) => ({
    name: `incident-${tab}`,
    who: 'crisisLead' as const,
    address: ({ incident }: PageIds) => `/incidents/${incident}?tab=${tab}`,
  })),
  { name: 'incident-read', who: 'executive', address: ({ incident }) => `/incidents/${incident}` },
  { name: 'incident-asked', who: 'legalApprover', address: ({ incident }) => `/incidents/${incident}` },
  { name: 'incident-closed', who: 'executive', address: ({ pastIncident }) => `/incidents/${pastIncident}` },
  {
    name: 'incident-closed-log',
    who: 'crisisLead',
    address: ({ pastIncident }) => `/incidents/${pastIncident}?tab=log`,
  },
  {
    name: 'incident-report',
    who: 'crisisLead',
    address: ({ incident, report }) => `/incidents/${incident}/reports/${report}`,
  },
  { name: 'incident-actions', who: 'crisisLead', address: () => '/incidents/actions' },
  { name: 'incident-playbooks', who: 'administrator', address: () => '/incidents/playbooks' },
  { name: 'dashboard', who: 'executive', address: () => '/dashboard' },
  {
    name: 'dashboard-narrowed',
    who: 'crisisLead',
    address: ({ topic }) => `/dashboard?span=7d&topicId=${topic}`,
  },
  { name: 'dashboard-nothing', who: 'executive', address: () => '/dashboard?network=youtube' },
  { name: 'dashboard-responses', who: 'executive', address: () => '/dashboard/responses?span=7d' },
  { name: 'dashboard-approvals', who: 'executive', address: () => '/dashboard/approvals?span=30d' },
  { name: 'dashboard-authors', who: 'executive', address: () => '/dashboard/authors?span=7d' },
  { name: 'displays', who: 'administrator', address: () => '/displays' },
  { name: 'wall', who: 'executive', address: ({ wall }) => wall },
  { name: 'wall-shut', who: 'executive', address: () => `/wall#${'x'.repeat(43)}` },
  { name: 'policies', who: 'crisisLead', address: () => '/policies' },
  { name: 'on-call', who: 'crisisLead', address: () => '/on-call' },
  { name: 'topics', who: 'manager', address: () => '/topics' },
  { name: 'topic', who: 'crisisLead', address: ({ topic }) => `/topics/${topic}` },
  { name: 'training', who: 'crisisLead', address: () => '/training' },
  { name: 'classification', who: 'crisisLead', address: () => '/classification' },
  { name: 'sources', who: 'administrator', address: () => '/sources' },
  { name: 'followed-topics', who: 'administrator', address: ({ followed }) => `/sources/${followed}/topics` },
  { name: 'hook-deliveries', who: 'administrator', address: ({ hook }) => `/sources/${hook}/deliveries` },
  { name: 'imports', who: 'crisisLead', address: () => '/imports' },
  { name: 'notifications', who: 'legalApprover', address: () => '/notifications' },
  { name: 'notifications-unread', who: 'executive', address: () => '/notifications?unread' },
  { name: 'notification-preferences', who: 'legalApprover', address: () => '/notifications/preferences' },
  { name: 'signed-link-invalid', who: 'legalApprover', address: () => `/act/${'x'.repeat(40)}` },
  { name: 'channels', who: 'administrator', address: () => '/channels' },
  { name: 'deliveries', who: 'administrator', address: () => '/channels/deliveries' },
  { name: 'people', who: 'administrator', address: () => '/people' },
  { name: 'audit', who: 'executive', address: () => '/audit' },
  { name: 'system', who: 'administrator', address: () => '/system' },
  { name: 'forbidden', who: 'executive', address: () => '/system' },
  { name: 'not-found', who: 'manager', address: () => '/nowhere' },
  { name: 'address-mistyped', who: 'manager', address: () => '/drills/none' },
];

/**
 * Opens every page in this language, as somebody who works there, with the demonstration running, and looks at it in
 * each of the looks in turn: a page that is open follows its window and the colours of the system.
 */
export function describeEveryPage(language: Language, way: Way, looks: readonly Look[]): void {
  let browser: Browser;
  let product: RunningProduct;
  let ids: PageIds;

  beforeAll(async () => {
    browser = await launchChromium();
    product = await startProduct();
    ids = await makeWhatPagesShow(browser, product);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** Everybody signs in once for all their pages. */
  const visitors = new Map<Who, Visitor>();
  const visitorFor = async (who: Who): Promise<Visitor> => {
    const known = visitors.get(who);
    if (known) return known;
    const visitor = await signedIn(browser, product, who, { language, ...looks[0] });
    await visitor.api('PATCH', '/api/session/preferences', { appearance: 'system' });
    visitors.set(who, visitor);
    return visitor;
  };
  let stranger: Visitor | undefined;
  afterAll(async () => {
    for (const visitor of visitors.values()) await visitor.leave();
    await stranger?.leave();
  });

  /** The page that is open, so that each look but the first finds it open. */
  let open = '';

  describe.each(looks.map((look) => ({ ...look, language })))('the sign-in page', (look) => {
    it(`can be used by everybody in ${language}, ${look.scheme}, ${look.width} px wide`, async () => {
      if (!stranger) {
        stranger = await newVisitor(browser, product, look);
        await stranger.page.goto('/sign-in');
      }
      await takeLook(stranger.page, look);
      await stranger.page.getByRole('heading', { level: 1 }).waitFor();
      await stranger.page.getByRole('button').nth(3).waitFor();
      await expectGood(stranger.page, `sign-in-${language}-${look.scheme}-${look.width}`);
      expect(stranger.faults).toEqual([]);
    });
  });

  describe.each(PAGES)('the page $name', ({ name, who, address }) => {
    it.each(looks)(
      `can be used by everybody in ${language}, $scheme, $width px wide`,
      async (look) => {
        const visitor = await visitorFor(who);
        await takeLook(visitor.page, look);
        if (open !== name) {
          visitor.faults.length = 0;
          await goTo(visitor.page, address(ids), way);
          open = name;
        }
        await visitor.page
          .getByRole('heading', { level: 1 })
          .or(visitor.page.getByRole('heading', { level: 2 }))
          .first()
          .waitFor();
        await visitor.page.locator('.MuiSkeleton-root').first().waitFor({ state: 'detached' });
        await expectGood(visitor.page, `${name}-${language}-${look.scheme}-${look.width}`);
        expect(visitor.faults).toEqual([]);
      },
      400_000,
    );
  });
}
