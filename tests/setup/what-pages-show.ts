import type { Browser } from 'playwright-core';
import { bodySignature } from '#platform/outgoing';
import { XServer } from '../simulators/x-server.js';
import { signedIn } from './people.js';
import type { RunningProduct } from './product.js';

/** What stands in the addresses of pages. */
export interface PageIds {
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

/** Finds in the demonstration what pages show, and makes what it does not hold. Its story stands still from here on. */
export async function makeWhatPagesShow(browser: Browser, product: RunningProduct): Promise<PageIds> {
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
  const ids = {
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
  return ids;
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
): Promise<Pick<PageIds, 'incident' | 'pastIncident' | 'report'>> {
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
): Promise<Pick<PageIds, 'scenario' | 'drill' | 'endedDrill'>> {
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
