import { beforeAll, expect, it } from '@jest/globals';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { expectGood, keepPicture } from '../setup/good-page.js';
import type { Visitor } from '../setup/people.js';
import { startJourneys } from '../setup/journeys.js';

const words = english.incidents;
let lead: Visitor;
let lawyer: Visitor;
let incidentId: string;

const here = startJourneys({ scenario: 'paused' });
beforeAll(async () => {
  lead = await here.signedIn('crisisLead');
  lawyer = await here.signedIn('legalApprover', { width: 375, height: 812 });
  const topics = await lead.api<{ items: { id: string; name: string }[] }>('GET', '/api/topics');
  const topicId = topics.items.find(({ name }) => /batter/i.test(name))!.id;
  await lead.api('PUT', `/api/topics/${topicId}/level`, {
    ...{ realm: 'training', level: 3, reason: 'A drill' },
    until: new Date(Date.now() + 6 * 3_600_000).toISOString(),
  });
  const me = await lead.api<{ person: { id: string } }>('GET', '/api/session');
  const { id } = await lead.api<{ id: string }>('POST', '/api/incidents', {
    ...{ topicId, realm: 'training', title: 'Batteries that burn', why: 'Three burns, with photos' },
    ...{ type: 'product_defect', leadId: me.person.id, roles: [], freeze: true },
    call: { link: '', phone: '', note: '' },
  });
  incidentId = id;
});

it('a holding statement becomes a post of its own by two keys, and is taken down again', async () => {
  const { page } = lead;
  await page.goto(`/incidents/${incidentId}?tab=statements`);
  await page
    .getByRole('button', { name: new RegExp(`^${words.post.prepare}`) })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  const account = dialog.getByRole('article').first();
  await account.getByText(/of 500 characters/).waitFor();
  const said = (await account.locator('[lang]').textContent())!;
  expect(said.length).toBeGreaterThan(40);
  await expectGood(page, 'statement-to-post');
  await dialog.getByRole('button', { name: words.post.propose_one.replace('{{count}}', '1') }).click();
  await dialog.getByText(words.post.proposed_one.replace('{{count}}', '1')).waitFor();
  await dialog.getByRole('button', { name: english.common.close }).click();
  const posts = page.getByRole('region', { name: words.post.title });
  await posts.getByText(english.reply.post.state.awaiting_second).waitFor();
  await posts.getByText(english.reply.secondWhy.post).waitFor();
  // Who proposed it has no second key.
  expect(await posts.getByRole('button', { name: english.reply.secondConfirm }).count()).toBe(0);
  await keepPicture(page, 'statement-proposed');

  // Somebody else, on a phone, reads the same words and lets them go.
  const phone = lawyer.page;
  await phone.goto('/replies?state=awaiting_second');
  await phone.getByText(said).waitFor();
  await phone.getByRole('link', { name: 'Batteries that burn' }).click();
  const there = phone.getByRole('region', { name: words.post.title });
  await there.getByText(said).waitFor();
  await expectGood(phone, 'statement-to-release');
  await there.getByRole('button', { name: english.reply.secondConfirm, exact: true }).click();
  await there.getByText(english.reply.post.state.sent).waitFor({ timeout: 30_000 });

  // Everybody sees it: the page of the incident by itself, its log, and the public.
  await posts.getByText(english.reply.post.state.sent).waitFor({ timeout: 15_000 });
  await page.getByRole('tab', { name: words.tabs.log, exact: true }).click();
  const log = page.getByRole('tabpanel');
  await log.getByText(/^Post published on /).waitFor();
  await log.getByText(/^Post on .* released$/).waitFor();
  const threads = await lead.api<{ items: { post: { text: string; own: boolean } }[] }>(
    'GET',
    '/api/training/posts',
  );
  expect(threads.items[0]?.post).toMatchObject({ text: said, own: true });
  const detail = await lead.api<{ waitsFor: { kind: string }[] }>('GET', `/api/incidents/${incidentId}`);
  expect(detail.waitsFor.map(({ kind }) => kind)).not.toContain('statement');

  await page.getByRole('tab', { name: words.tabs.statements, exact: true }).click();
  await posts.getByRole('button', { name: english.reply.remove }).click();
  await dialog.getByText(english.reply.ask.removePost.title).waitFor();
  await dialog.getByRole('textbox').fill('The hour was wrong');
  await dialog.getByRole('button', { name: english.reply.ask.removePost.confirm }).click();
  await posts.getByText(english.reply.post.removed).waitFor({ timeout: 30_000 });
  await keepPicture(page, 'statement-taken-down');
  expect([...lead.faults, ...lawyer.faults]).toEqual([]);
});
