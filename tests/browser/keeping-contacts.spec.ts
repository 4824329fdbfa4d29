import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { until } from '#platform/testing';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { messages as french } from '../../apps/console/src/i18n/fr.js';
import { expectGood } from '../setup/good-page.js';
import { startJourneys } from '../setup/journeys.js';
import { HubspotServer } from '../simulators/hubspot-server.js';

let hubspot: HubspotServer;

const here = startJourneys();
beforeAll(async () => {
  hubspot = await new HubspotServer().listen();
}, 400_000);
afterAll(async () => {
  await hubspot?.stop();
}, 400_000);

describe('contacts', () => {
  it('come together by a proposal, which says why, in English', async () => {
    const words = english.contacts;
    const manager = await here.signedIn('manager');
    for (const authorHandle of ['marta_lindqvist', 'marta.lindqvist'])
      await manager.api('POST', '/api/training/posts', {
        authorHandle,
        authorName: 'Marta Lindqvist',
        text: 'Where do I find the timetable of line 3?',
      });
    const { page } = manager;
    type Proposal = { authors: { handle: string | null }[] };
    const proposed = async () => {
      const list = await manager.api<{ items: Proposal[] }>('GET', '/api/contact-proposals?realm=training');
      return list.items.some(({ authors }) => authors.some(({ handle }) => handle === 'marta.lindqvist'));
    };
    await until(proposed, 'the proposal');
    await page.goto('/contacts/proposals');
    const row = page
      .getByRole('list', { name: words.proposals })
      .locator('> li')
      .filter({ hasText: 'marta.lindqvist' });
    await row
      .getByText(words.reason.same_name.replace('{{value}}', 'marta lindqvist'), { exact: false })
      .waitFor();
    await expectGood(page, 'contact-proposal-en');
    await row.getByRole('button', { name: words.confirm }).click();
    await page.getByRole('button', { name: words.show, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Marta Lindqvist' }).waitFor();
    for (const handle of ['marta_lindqvist', 'marta.lindqvist'])
      await page.getByText(handle).first().waitFor();
    await expectGood(page, 'contact-of-two-accounts-en');
    expect(manager.faults).toEqual([]);
    await manager.leave();
  }, 240_000);

  it('go out into a file, and what was changed there comes back in after a look, in French', async () => {
    const mots = french.contacts;
    const manager = await here.signedIn('manager', { language: 'fr' });
    const { page } = manager;
    await page.goto('/contacts/exchange');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: mots.exportCsv }).click(),
    ]);
    const out = await readFile(await download.path(), 'utf8');
    expect(out).toContain('Dominic Fairweather');
    await page.locator('input[type=file]').setInputFiles({
      name: 'contacts.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(out.replace('Dominic Fairweather,', 'Dominic Fairweather,Cercle des usagers')),
    });
    await page.getByRole('button', { name: mots.check }).click();
    const apply = page.getByRole('button', { name: mots.apply_one.replace('{{count}}', '1') });
    await apply.waitFor();
    await page.getByText('Cercle des usagers').first().waitFor();
    await expectGood(page, 'contact-file-checked-fr');
    await apply.click();
    await page.getByText(mots.applied_one.replace('{{count}}', '1')).waitFor();
    await page.goto('/contacts');
    await page.getByRole('link').filter({ hasText: 'Dominic Fairweather' }).click();
    await page.getByText('Cercle des usagers').first().waitFor();
    expect(manager.faults).toEqual([]);
    await manager.leave();
  }, 240_000);
});

describe('contacts and the CRM', () => {
  it('are connected by an administrator, kept in step, and a conflict is settled in French', async () => {
    const recordId = hubspot.add({ firstname: 'Zoé', lastname: 'Laurent', company: 'Les Amis du Tram' });
    const administrator = await here.signedIn('administrator');
    const { page } = administrator;
    const words = english.crm;
    await page.goto('/contacts/crm');
    await page.getByRole('button', { name: words.connect }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(words.token).fill('not the token');
    await dialog.getByLabel(words.address).fill(hubspot.url);
    await dialog.getByLabel(words.allowPrivate).check();
    await dialog.getByRole('button', { name: words.check }).click();
    await dialog.getByText(english.problems['token-refused']).first().waitFor();
    await dialog.getByLabel(words.token).fill(hubspot.token);
    await dialog.getByRole('button', { name: words.check }).click();
    await dialog.getByText(words.checked.replace('{{account}}', '4242')).waitFor();
    await dialog.getByLabel(words.consent).check();
    await expectGood(page, 'connect-crm');
    await dialog.getByRole('button', { name: words.connect }).click();
    await page.getByRole('heading', { level: 2, name: 'HubSpot' }).waitFor();
    await page.getByText(words.direction.both).waitFor();

    const manager = await here.signedIn('manager', { language: 'fr' });
    const mots = french.crm;
    const { id } = await manager.api<{ id: string }>('POST', '/api/contacts', {
      name: 'Zoé Laurent',
      realm: 'live',
      crmSystem: 'hubspot',
      crmId: recordId,
    });
    await manager.page.goto('/contacts/crm');
    await manager.page.getByRole('button', { name: mots.now }).click();
    await manager.page.goto(`/contacts/${id}`);
    await manager.page.getByText(mots.linkState.linked).waitFor();
    await manager.page.getByText('Les Amis du Tram').first().waitFor();
    await expectGood(manager.page, 'contact-crm-fr');

    // Both sides change the same field while nobody compares.
    await administrator.api('PUT', '/api/crm', { direction: 'both', state: 'paused' });
    hubspot.edit(recordId, { company: 'Collectif du Tram' });
    const { version } = await manager.api<{ version: number }>('GET', `/api/contacts/${id}`);
    await manager.api('PUT', `/api/contacts/${id}`, {
      version,
      name: 'Zoé Laurent',
      organisation: 'Association du Tram',
      crmSystem: 'hubspot',
      crmId: recordId,
    });
    await administrator.api('PUT', '/api/crm', { direction: 'both', state: 'active' });
    await manager.page.goto('/contacts/crm');
    const conflict = manager.page.getByRole('list', { name: mots.conflicts }).getByRole('listitem');
    await conflict.getByText('Association du Tram').waitFor();
    await conflict.getByText('Collectif du Tram').waitFor();
    await expectGood(manager.page, 'crm-conflict-fr');
    await conflict.getByRole('button', { name: mots.keepThere }).click();
    await manager.page.getByText(mots.noConflicts).waitFor();
    await manager.page.goto(`/contacts/${id}`);
    await manager.page.getByText('Collectif du Tram').first().waitFor();

    await page.getByRole('button', { name: words.disconnect }).click();
    await page.getByRole('dialog').getByRole('button', { name: words.disconnect }).click();
    await page.getByText(words.none).waitFor();
    expect([...administrator.faults, ...manager.faults]).toEqual([]);
  }, 400_000);
});
