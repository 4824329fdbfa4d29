import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { bodySignature } from '#platform/outgoing';
import { INCIDENT_TABS } from '../../apps/console/src/incidents/incident-tabs.js';
import { XServer } from '../simulators/x-server.js';
import { launchChromium } from './chromium.js';
import { expectGood } from './good-page.js';
import { goTo, type Look, takeLook, type Way } from './looking.js';
import { type Language, newVisitor, signedIn, type Visitor, type Who } from './people.js';
import { type RunningProduct, startProduct } from './product.js';

/** Every address of the console, and somebody who works there. */
const PAGES: readonly { name: string; who: Who; address: (ids: Ids) => string }[] = [
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
    address: ({ incident }: Ids) => `/incidents/${incident}?tab=${tab}`,
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
];

interface Ids {
  invitation: string;
  stakeholder: string;
  scenario: string;
  drill: string;
  endedDrill: string;
  workshop: string;
  prepared: string;
  method: string;
  join: string;
  incident: string;
  pastIncident: string;
  report: string;
  wall: string;
  hook: string;
  followed: string;
  escalation: string;
  topic: string;
  mention: string;
  answer: string;
  request: string;
  messages: string;
}

/**
 * Opens every page in this language, as somebody who works there, with the demonstration running, and looks at it in
 * each of the looks in turn: a page that is open follows its window and the colours of the system.
 */
export function describeEveryPage(language: Language, way: Way, looks: readonly Look[]): void {
  let browser: Browser;
  let product: RunningProduct;
  let ids: Ids;

  beforeAll(async () => {
    browser = await launchChromium();
    product = await startProduct();
    const manager = await signedIn(browser, product, 'manager');
    await manager.api('POST', '/api/training/scenario', { action: 'pause' });
    const mentions = await manager.api<{ items: { id: string }[] }>(
      'GET',
      '/api/mentions?realm=training&sort=urgent&limit=1',
    );
    const answers = await manager.api<{ items: { id: string }[] }>('GET', '/api/answers?limit=1');
    const topics = await manager.api<{ items: { id: string }[] }>('GET', '/api/topics');
    const escalations = await manager.api<{ items: { id: string }[] }>('GET', '/api/escalations?limit=1');
    const requests = await manager.api<{ items: { id: string }[] }>('GET', '/api/answer-requests?limit=1');
    const messages = await manager.api<{ items: { id: string; topic: object | null }[] }>(
      'GET',
      '/api/message-sets?kind=house',
    );
    const stakeholders = await manager.api<{ items: { id: string; authors: number }[] }>(
      'GET',
      '/api/stakeholders?realm=training',
    );
    const colleague = await signedIn(browser, product, 'colleague');
    const invitations = await colleague.api<{ items: { id: string }[] }>('GET', '/api/my-invitations');
    await colleague.leave();
    const administrator = await signedIn(browser, product, 'administrator');
    const wall = await administrator.api<{ path: string }>('POST', '/api/displays', {
      ...{ name: 'Crisis room', realm: 'training', locale: 'en', days: 7 },
    });
    await administrator.leave();
    const workshops = await manager.api<{ items: { id: string; state: string }[] }>('GET', '/api/workshops');
    const prepared = workshops.items.find(({ state }) => state === 'draft')!.id;
    await manager.api('POST', `/api/workshops/${prepared}/moves`, { move: 'open' });
    const methods = await manager.api<{ items: { id: string }[] }>('GET', '/api/workshop-methods');
    const join = await manager.api<{ path: string }>('GET', `/api/workshops/${prepared}/link`);
    ids = {
      ...{ prepared, join: join.path, method: methods.items[0]!.id },
      workshop: workshops.items.find(({ state }) => state === 'closed')!.id,
      ...(await anIncident(browser, product, topics.items[1]!.id)),
      stakeholder: [...stakeholders.items].sort((a, b) => b.authors - a.authors)[0]!.id,
      ...(await someDrills(browser, product)),
      invitation: invitations.items[0]!.id,
      wall: wall.path,
      hook: await aWebhookSource(browser, product),
      followed: await aSourceOfTopics(browser, product),
      messages: messages.items.find(({ topic }) => topic !== null)!.id,
      escalation: escalations.items[0]!.id,
      mention: mentions.items[0]!.id,
      answer: answers.items[0]!.id,
      topic: topics.items[0]!.id,
      request: requests.items[0]!.id,
    };
    await manager.leave();
  }, 400_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, 400_000);

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
    }, 400_000);
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

/** A source of X that follows the topics; nothing is read there, because the network is gone again. */
async function aSourceOfTopics(browser: Browser, product: RunningProduct): Promise<string> {
  const administrator = await signedIn(browser, product, 'administrator');
  const x = await new XServer().listen();
  const { id } = await administrator.api<{ id: string }>('POST', '/api/sources', {
    network: 'x',
    name: 'Topics on X',
    settings: { ...x.settings, watch: 'topics', live: true },
    credentials: x.credentials,
  });
  await administrator.api('PATCH', `/api/sources/${id}`, { state: 'paused' });
  await x.stop();
  await administrator.leave();
  return id;
}

/** A source that another system delivers to, with one delivery that was taken and one that was refused. */
async function aWebhookSource(browser: Browser, product: RunningProduct): Promise<string> {
  const administrator = await signedIn(browser, product, 'administrator');
  const secret = 'a secret that two systems share';
  const { id } = await administrator.api<{ id: string }>('POST', '/api/sources', {
    network: 'webhook',
    name: 'Service desk',
    settings: {},
    credentials: { secret },
  });
  const body = JSON.stringify({
    posts: [{ id: '1', text: 'A ticket', publishedAt: '2026-11-20T08:00:00Z' }],
  });
  const timestamp = String(Math.floor(Date.now() / 1000));
  for (const signature of [bodySignature(secret, timestamp, body), 'v1=nonsense']) {
    await fetch(`${product.url}/api/hooks/${id}`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'passerelle-timestamp': timestamp,
        'passerelle-signature': signature,
      },
    });
  }
  await administrator.leave();
  return id;
}

/** An incident under way, in which the lawyer is asked to take part and a report is drafted; and the one that is over. */
async function anIncident(
  browser: Browser,
  product: RunningProduct,
  topicId: string,
): Promise<Pick<Ids, 'incident' | 'pastIncident' | 'report'>> {
  const lead = await signedIn(browser, product, 'crisisLead');
  const lawyer = await signedIn(browser, product, 'legalApprover');
  const me = await lead.api<{ person: { id: string } }>('GET', '/api/session');
  const her = await lawyer.api<{ person: { id: string } }>('GET', '/api/session');
  const past = await lead.api<{ items: { id: string }[] }>(
    'GET',
    '/api/incidents?realm=training&state=closed&limit=1',
  );
  const { id } = await lead.api<{ id: string }>('POST', '/api/incidents', {
    ...{ topicId, realm: 'training', title: 'A crisis that is looked at', why: 'So that it can be seen' },
    ...{ type: 'data_breach', leadId: me.person.id, freeze: true },
    roles: [{ role: 'legal', personId: her.person.id }],
    call: { link: 'https://meet.example/cell', phone: '+33 1 23 45 67 89', note: 'Code 1234' },
  });
  await lead.api('POST', `/api/incidents/${id}/log`, { kind: 'fact', text: 'A list of names is for sale' });
  const report = await lead.api<{ id: string }>('POST', `/api/incidents/${id}/reports`);
  await lead.leave();
  await lawyer.leave();
  return { incident: id, pastIncident: past.items[0]!.id, report: report.id };
}

/** A scenario of one's own, a drill that has ended, and one that is paused in its middle. */
async function someDrills(
  browser: Browser,
  product: RunningProduct,
): Promise<Pick<Ids, 'scenario' | 'drill' | 'endedDrill'>> {
  const lead = await signedIn(browser, product, 'crisisLead');
  const { scenario } = await lead.api<{ scenario: object }>('GET', '/api/drill-scenarios/product_defect');
  const own = await lead.api<{ key: string }>('POST', '/api/drill-scenarios', scenario);
  const began = async (title: string) => {
    const { id } = await lead.api<{ id: string }>('POST', '/api/drills', {
      ...{ title, scenarioKey: own.key, language: 'en', speed: 1 },
    });
    await lead.api('POST', `/api/drills/${id}/moves`, { move: 'start' });
    await lead.api('POST', `/api/drills/${id}/injects/burned`);
    await lead.api('POST', `/api/drills/${id}/notes`, { text: 'Nobody has seen it yet' });
    return id;
  };
  const endedDrill = await began('A drill that is over');
  await lead.api('POST', `/api/drills/${endedDrill}/moves`, { move: 'end' });
  await lead.api('PUT', `/api/drills/${endedDrill}/scores/tone`, { score: 70, note: 'Calm and clear' });
  const drill = await began('A drill under way');
  await lead.api('POST', `/api/drills/${drill}/moves`, { move: 'pause' });
  await lead.leave();
  return { scenario: own.key, drill, endedDrill };
}
