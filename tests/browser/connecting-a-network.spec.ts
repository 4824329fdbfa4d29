import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { launchChromium } from '../setup/chromium.js';
import { expectGood } from '../setup/good-page.js';
import { signedIn, type Visitor } from '../setup/people.js';
import { type RunningProduct, startProduct } from '../setup/product.js';
import { MastodonServer } from '../simulators/mastodon-server.js';

const words = english.sources;
let browser: Browser;
let product: RunningProduct;
let administrator: Visitor;
let mastodon: MastodonServer;

beforeAll(async () => {
  browser = await launchChromium();
  product = await startProduct();
  mastodon = await new MastodonServer().listen();
  administrator = await signedIn(browser, product, 'administrator');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await mastodon?.stop();
}, 30_000);

describe('connecting a network', () => {
  it('leads through it, checks the access, brings mentions in, says when the access is gone, and lets go', async () => {
    mastodon.posts = [{ id: '1001', text: 'The new timetable is a mess', at: new Date() }];
    const { page, faults } = administrator;
    await page.goto('/sources');
    await page.getByRole('button', { name: words.new }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(words.guides.mastodon.split('\n')[0]!).waitFor();
    await dialog.getByLabel(words.fields.server).fill(mastodon.url);
    await dialog.getByLabel(words.fields.accessToken).fill('not the token');
    await dialog.getByLabel(words.fields.allowPrivateAddress).check();
    await dialog.getByRole('button', { name: words.tryAccess }).click();
    await dialog.getByText(english.problems['token-refused']).first().waitFor();

    await dialog.getByLabel(words.fields.accessToken).fill('token-of-lumen');
    await dialog.getByRole('button', { name: words.tryAccess }).click();
    await dialog.getByText('The new timetable is a mess').waitFor();
    await expectGood(page, 'connect-mastodon');
    await dialog.getByLabel(words.name).fill('Lumen on Mastodon');
    await dialog.getByRole('button', { name: words.connect, exact: true }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'Lumen on Mastodon' });
    await row.getByText(/1 mention/).waitFor();
    await row.getByText(/quota left/).waitFor();

    mastodon.token = 'another one by now';
    await row.getByRole('button', { name: words.readNow }).click();
    await row.getByText(english.problems['token-refused']).waitFor();
    await expectGood(page, 'source-needs-attention');
    mastodon.token = 'token-of-lumen';
    await row.getByRole('button', { name: words.resume }).click();
    await row.getByText(english.vocabulary.sourceState.active).waitFor();

    await row.getByRole('button', { name: /^Disconnect/ }).click();
    await page.getByRole('dialog').getByLabel(words.eraseMentions).check();
    await expectGood(page, 'disconnect');
    await page.getByRole('dialog').getByRole('button', { name: words.disconnect }).click();
    await row.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  }, 120_000);
});
