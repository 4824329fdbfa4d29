import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { launchChromium } from '../setup/chromium.js';
import { expectGood } from '../setup/good-page.js';
import { signedIn, type Visitor } from '../setup/people.js';
import { type RunningProduct, startProduct } from '../setup/product.js';
import { MastodonServer } from '../simulators/mastodon-server.js';
import { XServer } from '../simulators/x-server.js';
import { YouTubeServer } from '../simulators/youtube-server.js';

const words = english.sources;
let browser: Browser;
let product: RunningProduct;
let administrator: Visitor;
let mastodon: MastodonServer;
let x: XServer;
let youtube: YouTubeServer;

beforeAll(async () => {
  browser = await launchChromium();
  product = await startProduct();
  mastodon = await new MastodonServer().listen();
  x = await new XServer().listen();
  youtube = await new YouTubeServer().listen();
  administrator = await signedIn(browser, product, 'administrator');
}, 400_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await mastodon?.stop();
  await x?.stop();
  await youtube?.stop();
}, 60_000);

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
  }, 400_000);

  it('connects X with its four keys, and says which of its limits is left', async () => {
    x.posts = [{ id: '2001', text: 'Nobody picks up at the ticket office', at: new Date() }];
    const { page, faults } = administrator;
    await page.goto('/sources');
    await page.getByRole('button', { name: words.new }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(words.network, { exact: true }).click();
    await page.getByRole('option', { name: english.vocabulary.network.x, exact: true }).click();
    await dialog.getByText(words.guides.x.split('\n')[0]!).waitFor();
    const { apiKey, apiSecret, accessToken, accessSecret } = x.credentials;
    await dialog.getByLabel(words.fields.apiKey).first().fill(apiKey);
    await dialog.getByLabel(words.fields.apiSecret).fill(apiSecret);
    await dialog.getByLabel(words.fields.accessToken).first().fill(accessToken);
    await dialog.getByLabel(words.fields.accessSecret).fill(accessSecret);
    await dialog.getByLabel(words.fields.server).fill(x.url);
    await dialog.getByLabel(words.fields.allowPrivateAddress).check();
    x.accessLevel = 'read';
    await dialog.getByRole('button', { name: words.tryAccess }).click();
    await dialog.getByText(english.problems['rights-missing']).first().waitFor();
    x.accessLevel = 'read-write';
    await dialog.getByRole('button', { name: words.tryAccess }).click();
    await dialog.getByText('Nobody picks up at the ticket office').waitFor();
    await expectGood(page, 'connect-x');
    await dialog.getByLabel(words.name).fill('Lumen on X');
    await dialog.getByRole('button', { name: words.connect, exact: true }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'Lumen on X' });
    await row.getByText(/1 mention/).waitFor();
    await row.getByText(/quota left/).waitFor();
    expect(faults).toEqual([]);
  }, 400_000);

  it('connects YouTube, says what its access lacks, and shows how many units of the day are left', async () => {
    youtube.posts = [{ id: '3001', text: 'The tram never came', at: new Date() }];
    const { page, faults } = administrator;
    await page.goto('/sources');
    await page.getByRole('button', { name: words.new }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(words.network, { exact: true }).click();
    await page.getByRole('option', { name: english.vocabulary.network.youtube, exact: true }).click();
    await dialog.getByText(words.guides.youtube.split('\n')[0]!).waitFor();
    await dialog.getByLabel(words.fields.server).fill(youtube.url);
    await dialog.getByLabel(words.fields.allowPrivateAddress).check();
    const { clientId, clientSecret, refreshToken } = youtube.credentials;
    await dialog.getByLabel(words.fields.clientId).fill(clientId);
    await dialog.getByLabel(words.fields.clientSecret).fill(clientSecret);
    await dialog.getByLabel(words.fields.refreshToken).fill('an old one');
    await dialog.getByRole('button', { name: words.tryAccess }).click();
    await dialog.getByText(english.problems['token-refused']).first().waitFor();
    await dialog.getByLabel(words.fields.refreshToken).fill(refreshToken);
    await dialog.getByRole('button', { name: words.tryAccess }).click();
    await dialog.getByText('The tram never came').waitFor();
    await expectGood(page, 'connect-youtube');
    await dialog.getByLabel(words.name).fill('Lumen on YouTube');
    await dialog.getByRole('button', { name: words.connect, exact: true }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'Lumen on YouTube' });
    await row.getByText(/1 mention/).waitFor();
    await row.getByText(/quota left 9,99\d of 10,000/).waitFor();
    youtube.quota = 0;
    await row.getByRole('button', { name: words.readNow }).click();
    await row.getByText(english.problems['quota-spent']).waitFor();
    await expectGood(page, 'source-quota-spent');
    expect(faults).toEqual([]);
  }, 400_000);
});
