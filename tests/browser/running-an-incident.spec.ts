/// <reference lib="dom" />
import { beforeAll, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { keepPicture } from '../setup/good-page.js';
import type { Visitor } from '../setup/people.js';
import { startJourneys } from '../setup/journeys.js';

const words = english.incidents;
let lead: Visitor;
let lawyer: Visitor;
let topicId: string;

const here = startJourneys({ scenario: 'paused' });
beforeAll(async () => {
  lead = await here.signedIn('crisisLead');
  lawyer = await here.signedIn('legalApprover');
  const topics = await lead.api<{ items: { id: string }[] }>('GET', '/api/topics');
  topicId = topics.items[0]!.id;
}, 400_000);

const setLevel = (level: number) =>
  lead.api('PUT', `/api/topics/${topicId}/level`, {
    ...{ realm: 'training', level, reason: 'A drill' },
    until: new Date(Date.now() + 6 * 3_600_000).toISOString(),
  });
const choose = async (page: Page, label: string, option: string | RegExp) => {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
};
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();

it('an incident is declared from what proposed it, worked, told of, reviewed and closed', async () => {
  const { page } = lead;
  await setLevel(3);
  await page.goto('/incidents');
  await page
    .getByRole('region', { name: words.proposals })
    .getByRole('link', { name: words.declare })
    .click();
  await page.getByLabel(words.why).fill('Three burns, with photos');
  await page.getByLabel(words.name).fill('Batteries that burn');
  await choose(page, words.role.legal, /Hélène Vasseur/);
  await page.getByLabel(words.callPhone).fill('+33 1 23 45 67 89');
  expect(await page.getByRole('switch', { name: words.freezeLabel }).isChecked()).toBe(true);
  await page.getByRole('button', { name: words.declare }).click();
  await page.getByRole('heading', { level: 1, name: 'Batteries that burn' }).waitFor();
  await page.getByRole('link', { name: '+33 1 23 45 67 89' }).waitFor();
  await page.getByRole('link', { name: words.waits.statement }).waitFor();
  // How large it is, at once: the figures of its topic.
  await page.getByRole('list', { name: words.pulse }).getByRole('link').first().waitFor();
  const { pathname } = new URL(page.url());

  // The lawyer is told, and accepts.
  const desk = lawyer.page;
  await desk.goto(pathname);
  const offer = desk.getByText(words.offerForYou.replace('{{role}}', words.role.legal));
  await offer.waitFor();
  await keepPicture(desk, 'incident-asked');
  await desk.getByRole('button', { name: words.accept }).click();
  // With it what stands below moves up: a click before that could miss.
  await offer.waitFor({ state: 'detached' });
  await tab(desk, words.tabs.roles);
  await desk.getByRole('tabpanel').getByText(`Hélène Vasseur (${english.common.you})`).waitFor();

  await tab(page, words.tabs.checklist);
  await page.getByRole('tabpanel').getByRole('checkbox').first().click();
  await page.getByRole('heading', { name: /^1 of \d+ done$/ }).waitFor();

  // What is written stays; a correction is a new line.
  await tab(page, words.tabs.log);
  const panel = page.getByRole('tabpanel');
  await panel.getByLabel(words.text).fill('Two people are injured');
  await panel.getByRole('button', { name: words.write }).click();
  const line = panel.getByRole('listitem').filter({ hasText: 'Two people are injured' }).last();
  await line.getByRole('button', { name: words.correct }).click();
  await panel.getByText(words.correcting.replace('{{text}}', 'Two people are injured')).waitFor();
  await panel.getByLabel(words.text).fill('Three people are injured');
  await panel.locator('form').getByRole('button', { name: words.correct }).click();
  await panel.getByRole('listitem').filter({ hasText: 'Three people are injured' }).first().waitFor();
  await line.getByText(words.corrected).waitFor();
  await keepPicture(page, 'incident-log');

  // The report is drafted from it, edited, exported and sent.
  await tab(page, words.tabs.reports);
  await page.getByRole('button', { name: words.draftReport }).click();
  await page.getByRole('heading', { level: 1, name: words.reportTitle.replace('{{number}}', '1') }).waitFor();
  expect(await page.getByLabel(words.section.known).inputValue()).toContain('Three people are injured');
  await page.getByLabel(words.section.situation).fill('Two stations are shut.');
  await page.getByRole('button', { name: words.saveVersion }).click();
  await page.getByText(words.reportVersion.replace('{{version}}', '2')).first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: words.downloadPdf, exact: true }).click(),
  ]);
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('button', { name: words.send, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Hélène Vasseur').waitFor();
  await dialog.getByRole('button', { name: words.send, exact: true }).click();
  await page
    .getByRole('region', { name: words.delivery })
    .getByText(/Hélène Vasseur/)
    .waitFor();
  await keepPicture(page, 'incident-report-sent');

  // Calm again: publications are released, the review is written, and the incident is closed.
  await setLevel(1);
  await page.getByRole('link', { name: words.backToIncident }).click();
  await page.getByRole('button', { name: words.release }).click();
  await dialog.getByLabel(words.reason).fill('It is calm');
  await dialog.getByRole('button', { name: words.release }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: words.move.conclude, exact: true }).click();
  await dialog.getByRole('button', { name: words.move.conclude, exact: true }).click();
  await page.getByRole('button', { name: words.move.close, exact: true }).waitFor();
  await tab(page, words.tabs.review);
  await page.getByLabel(words.review.happened).fill('A batch of cells was faulty.');
  await page.getByLabel(words.review.worked, { exact: false }).first().fill('The cell met in ten minutes.');
  await page.getByLabel(words.review.failed).fill('Nobody knew the batch.');
  await page.getByRole('button', { name: words.review.save }).click();
  await page.getByRole('status').filter({ hasText: 'Julien Marchetti' }).waitFor();
  await page.getByRole('button', { name: words.review.addAction }).click();
  await dialog.getByLabel(words.review.action).fill('Record the batch of each cell');
  await choose(page, words.owner, /Hélène Vasseur/);
  await dialog.getByRole('button', { name: words.review.addAction }).click();
  await page.getByRole('tabpanel').getByText('Record the batch of each cell').waitFor();
  await page.getByRole('button', { name: words.move.close, exact: true }).click();
  await dialog.getByRole('button', { name: words.move.close, exact: true }).click();
  await page.getByText(words.closedNow).waitFor();
  // The review tells what happened when, from the log; what was corrected is left out.
  const timeline = page.getByRole('region', { name: words.review.timeline });
  await timeline.getByText('Three people are injured').first().waitFor();
  expect(await timeline.getByText('Two people are injured').count()).toBe(0);
  await keepPicture(page, 'incident-closed');
  // On a phone too the chosen tab, which is the last, is in sight.
  await page.setViewportSize({ width: 375, height: 812 });
  await page.reload();
  await page.getByRole('tab', { name: words.tabs.review, selected: true }).waitFor();
  await page.waitForFunction(() => {
    const chosen = document.querySelector('[role=tab][aria-selected=true]');
    const scroller = chosen?.closest('[role=tablist]')?.parentElement;
    const [inner, outer] = [chosen?.getBoundingClientRect(), scroller?.getBoundingClientRect()];
    return inner && outer && inner.left >= outer.left - 1 && inner.right <= outer.right + 1;
  });
  await page.setViewportSize({ width: 1440, height: 900 });

  // What was asked for stays visible until its owner has done it.
  await desk.goto('/incidents/actions');
  const action = desk.getByRole('listitem').filter({ hasText: 'Record the batch of each cell' });
  await action.getByRole('button', { name: words.done }).click();
  await action.waitFor({ state: 'detached' });
  expect([...lead.faults, ...lawyer.faults]).toEqual([]);
}, 600_000);

it('a real incident that is opened by its address never stands under the banner of training', async () => {
  const { page } = lead;
  const me = (await lead.api<{ person: { id: string } }>('GET', '/api/session')).person.id;
  const { id } = await lead.api<{ id: string }>('POST', '/api/incidents', {
    ...{ topicId, realm: 'live', title: 'Doors that open', why: 'A film of it', type: 'accident_on_site' },
    ...{
      cluster: 'accidental',
      leadId: me,
      call: { link: '', phone: '', note: '' },
      freeze: false,
      roles: [],
    },
  });
  const banner = page.getByText(english.shell.trainingBanner);
  await page.goto('/incidents');
  await banner.waitFor();
  await page.goto(`/incidents/${id}`);
  await page.getByRole('heading', { level: 1, name: 'Doors that open' }).waitFor();
  await banner.waitFor({ state: 'detached' });

  // Whoever goes over to training leaves what is real.
  await page.getByRole('button', { name: english.shell.realmTraining, exact: true }).click();
  await banner.waitFor();
  await page.getByRole('heading', { level: 1, name: words.title }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/incidents');
});
