import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { messages as french } from '../../apps/console/src/i18n/fr.js';
import { launchChromium } from '../setup/chromium.js';
import { expectGood } from '../setup/good-page.js';
import { signedIn } from '../setup/people.js';
import { type RunningProduct, startProduct } from '../setup/product.js';
import { HubspotServer } from '../simulators/hubspot-server.js';

let browser: Browser;
let product: RunningProduct;
let hubspot: HubspotServer;

beforeAll(async () => {
  browser = await launchChromium();
  product = await startProduct();
  hubspot = await new HubspotServer().listen();
}, 400_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await hubspot?.stop();
}, 60_000);

describe('contacts and the CRM', () => {
  it('are connected by an administrator, kept in step, and a conflict is settled in French', async () => {
    const recordId = hubspot.add({ firstname: 'Zoé', lastname: 'Laurent', company: 'Les Amis du Tram' });
    const administrator = await signedIn(browser, product, 'administrator');
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

    const manager = await signedIn(browser, product, 'manager', { language: 'fr' });
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
