import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { messages as french } from '../../apps/console/src/i18n/fr.js';
import { expectGood } from '../setup/good-page.js';
import type { Visitor } from '../setup/people.js';
import { startJourneys } from '../setup/journeys.js';
import { FacebookServer } from '../simulators/facebook-server.js';
import { FeedServer, rss } from '../simulators/feed-server.js';
import { InstagramHashtagServer } from '../simulators/instagram-hashtag-server.js';
import { InstagramServer } from '../simulators/instagram-server.js';
import { MastodonServer } from '../simulators/mastodon-server.js';
import { failed } from '../simulators/meta-server.js';
import { XServer } from '../simulators/x-server.js';
import { YouTubeServer } from '../simulators/youtube-server.js';

const words = english.sources;
let administrator: Visitor;
let mastodon: MastodonServer;
let x: XServer;
let facebook: FacebookServer;
let youtube: YouTubeServer;
let instagram: InstagramServer;

const here = startJourneys();
beforeAll(async () => {
  mastodon = await new MastodonServer().listen();
  x = await new XServer().listen();
  facebook = await new FacebookServer().listen();
  youtube = await new YouTubeServer().listen();
  instagram = await new InstagramServer().listen();
  administrator = await here.signedIn('administrator');
}, 400_000);
afterAll(async () => {
  await mastodon?.stop();
  await x?.stop();
  await facebook?.stop();
  await youtube?.stop();
  await instagram?.stop();
}, 400_000);

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

  it('says what a network can do, and leads from the address of a site to its feeds', async () => {
    const site = await FeedServer.start();
    site.serve('/feed', { body: rss([{ id: 'a', title: 'Strike on line 3' }]) });
    const feed = site.url('/feed');
    const home = site.serve('/', {
      body: `<!doctype html><title>Courier</title><link rel="alternate" type="application/rss+xml" href="/feed">`,
    });
    const { page, faults } = administrator;
    await page.goto('/sources');
    await page.getByRole('heading', { level: 1, name: words.title }).waitFor();
    await page.getByRole('heading', { level: 2, name: words.networks }).waitFor();
    await expectGood(page, 'sources-networks');
    await page.getByRole('button', { name: words.new }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(words.network, { exact: true }).click();
    const named = english.vocabulary.network.feed;
    await page.getByRole('option', { name: named, exact: true }).click();
    const abilities = dialog.getByRole('group', { name: words.abilitiesOf.replace('{{network}}', named) });
    expect(await abilities.innerText()).toContain(words.noticed['looked-up']);
    await dialog.getByLabel(words.fields.url).fill(home);
    await dialog.getByLabel(words.fields.allowPrivateAddress).check();
    await dialog.getByRole('button', { name: words.try }).click();
    const take = dialog.getByRole('button', { name: words.takeFeed.replace('{{feed}}', feed) });
    await take.waitFor();
    await expectGood(page, 'feeds-of-a-site');
    await take.click();
    await dialog.getByText('Strike on line 3').waitFor();
    expect(await dialog.getByLabel(words.fields.url).inputValue()).toBe(feed);
    await dialog.getByRole('button', { name: words.connect, exact: true }).click();
    await page
      .getByRole('listitem')
      .filter({ hasText: 'The Courier' })
      .getByText(/1 mention/)
      .waitFor();
    await site.stop();
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

  it('follows the topics on X, shows the rules in force there, and can leave off listening', async () => {
    const { page, faults } = administrator;
    await page.goto('/sources');
    await page.getByRole('button', { name: words.new }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(words.network, { exact: true }).click();
    await page.getByRole('option', { name: english.vocabulary.network.x, exact: true }).click();
    await dialog.getByLabel(words.watch).click();
    await page.getByRole('option', { name: words.watches.topics }).click();
    await dialog.getByText(words.allTopics, { exact: true }).waitFor();
    const { apiKey, apiSecret, accessToken, accessSecret } = x.credentials;
    await dialog.getByLabel(words.fields.apiKey).first().fill(apiKey);
    await dialog.getByLabel(words.fields.apiSecret).fill(apiSecret);
    await dialog.getByLabel(words.fields.accessToken).first().fill(accessToken);
    await dialog.getByLabel(words.fields.accessSecret).fill(accessSecret);
    await dialog.getByLabel(words.fields.server).fill(x.url);
    await dialog.getByLabel(words.networkFields.x.live).check();
    await dialog.getByLabel(words.fields.allowPrivateAddress).check();
    await expectGood(page, 'connect-x-topics');
    await dialog.getByLabel(words.name).fill('Our topics on X');
    await dialog.getByRole('button', { name: words.connect, exact: true }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'Our topics on X' });
    await row.getByText(/Live since/).waitFor();
    await row.getByRole('link', { name: words.followed }).click();
    await page.getByText(words.ruleInForce).first().waitFor();
    await expectGood(page, 'followed-topics-live');
    expect(x.rules.length).toBeGreaterThan(0);

    await page.goto('/sources');
    await row.getByRole('button', { name: /^Change/ }).click();
    await dialog.getByLabel(words.networkFields.x.live).uncheck();
    await dialog.getByLabel(words.fields.topics).click();
    await page.getByRole('option').first().click();
    await page.keyboard.press('Escape');
    await expectGood(page, 'change-x-topics');
    await dialog.getByRole('button', { name: english.common.save }).click();
    await dialog.waitFor({ state: 'detached' });
    await row.getByRole('link', { name: words.followed }).click();
    await page.getByText(words.searchedOnly).waitFor();
    expect(await page.getByRole('list', { name: words.followed }).getByRole('heading').count()).toBe(1);
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

  it('connects a Page of Facebook, shows where it delivers to, and warns before its access ends', async () => {
    facebook.posts = [{ id: '3001', text: 'The lift at the main station is broken again', at: new Date() }];
    const { page, faults } = administrator;
    await page.goto('/sources');
    await page.getByRole('button', { name: words.new }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(words.network, { exact: true }).click();
    await page.getByRole('option', { name: english.vocabulary.network.facebook, exact: true }).click();
    await dialog.getByText(words.guides.facebook.split('\n')[0]!).waitFor();
    const { accessToken, appSecret } = facebook.credentials;
    await dialog.getByLabel(words.fields.appId).fill(String(facebook.settings['appId']));
    await dialog.getByLabel(words.fields.appSecret).fill(appSecret!);
    await dialog.getByLabel(words.fields.accessToken).fill(accessToken!);
    await dialog.getByLabel(words.fields.server).fill(facebook.url);
    await dialog.getByLabel(words.fields.allowPrivateAddress).check();
    const right = facebook.scopes.pop()!;
    await dialog.getByRole('button', { name: words.tryAccess }).click();
    await dialog.getByText(english.problems['rights-missing']).first().waitFor();
    facebook.scopes.push(right);
    facebook.expiresAt = Math.floor(Date.now() / 1000) + 5 * 86_400;
    // The Page may not be told to deliver: it is read in its turn all the same.
    facebook.subscribing = failed(200, 0, 'Permissions error');
    await dialog.getByRole('button', { name: words.tryAccess }).click();
    await dialog.getByText('The lift at the main station is broken again').waitFor();
    await expectGood(page, 'connect-facebook');
    await dialog.getByLabel(words.name).fill('Lumen on Facebook');
    await dialog.getByRole('button', { name: words.connect, exact: true }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'Lumen on Facebook' });
    await row.getByText(/1 mention/).waitFor();
    await row.getByText(/quota left 88 of 100/).waitFor();
    await row.getByText(/\/api\/hooks\/meta\/\d+, verify token \w{8,}/).waitFor();
    await row.getByText(words.accessEnds).waitFor();
    await expectGood(page, 'source-of-facebook');
    await row.getByText(/does not deliver by itself: Permissions error/).waitFor();
    // The Page refuses once more, before it is let.
    await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === 'POST'),
      row.getByRole('button', { name: words.askToDeliver }).click(),
    ]);
    facebook.subscribing = null;
    await row.getByRole('button', { name: words.askToDeliver }).click();
    await page.getByText(words.delivers.replace('{{name}}', 'Lumen on Facebook')).waitFor();
    await row.getByRole('button', { name: words.askToDeliver }).waitFor({ state: 'detached' });
    expect(facebook.subscribed).toEqual({ [String(facebook.settings['appId'])]: expect.any(Array) });

    await row.getByRole('link', { name: words.deliveries }).click();
    await page.getByText(words.noDeliveries).waitFor();
    await expectGood(page, 'deliveries-of-facebook');
    expect(faults).toEqual([]);
  }, 400_000);

  it.each(['en', 'fr'] as const)(
    'connects an account of Instagram, and a hashtag that nobody can be answered under (%s)',
    async (language) => {
      const { sources: said, problems, vocabulary } = { en: english, fr: french }[language];
      const visitor = await here.signedIn('administrator', { language });
      const { page, faults } = visitor;
      instagram.posts = [{ id: '4001', text: 'Where is my refund?', at: new Date() }];
      // Another one for each language: an account that has looked for a hashtag may do so again.
      const hashtag = await new InstagramHashtagServer().listen();
      hashtag.posts = [{ id: '5001', text: 'Stuck in the tunnel #lumen', at: new Date() }];
      const dialog = page.getByRole('dialog');
      const begin = async () => {
        await page.goto('/sources');
        await page.getByRole('button', { name: said.new }).first().click();
        await dialog.getByLabel(said.network, { exact: true }).click();
        await page.getByRole('option', { name: vocabulary.network.instagram, exact: true }).click();
        await dialog.getByText(said.guides.instagram.split('\n')[0]!).waitFor();
      };
      const fill = async (server: InstagramServer | InstagramHashtagServer) => {
        const { accessToken, appSecret } = server.credentials;
        await dialog.getByLabel(said.fields.appId).fill(String(server.settings['appId']));
        await dialog.getByLabel(said.fields.appSecret).fill(appSecret!);
        await dialog.getByLabel(said.fields.accessToken).fill(accessToken!);
        await dialog.getByLabel(said.fields.server).fill(server.url);
        await dialog.getByLabel(said.fields.allowPrivateAddress).check();
      };
      const connect = async (name: string) => {
        await dialog.getByLabel(said.name).fill(name);
        await dialog.getByRole('button', { name: said.connect, exact: true }).click();
        await dialog.waitFor({ state: 'detached' });
        return page.getByRole('listitem').filter({ hasText: name });
      };

      await begin();
      await fill(instagram);
      instagram.professional = false;
      await dialog.getByRole('button', { name: said.tryAccess }).click();
      await dialog.getByText(problems['token-refused']).first().waitFor();
      instagram.professional = true;
      await dialog.getByRole('button', { name: said.tryAccess }).click();
      await dialog.getByText('Our new timetable').waitFor();
      await expectGood(page, `connect-instagram-${language}`);
      const account = await connect(`Lumen on Instagram (${language})`);
      await account.getByText(/@lumen/).waitFor();
      await account.getByRole('link', { name: said.deliveries }).waitFor();

      await begin();
      await dialog.getByLabel(said.watch).click();
      await page.getByRole('option', { name: said.watches.hashtag }).click();
      await dialog.getByText(said.termHints.instagram.hashtag).waitFor();
      await dialog.getByLabel(said.terms.hashtag).fill('lumen');
      await fill(hashtag);
      hashtag.looked = 30;
      await dialog.getByRole('button', { name: said.tryAccess }).click();
      await dialog.getByText(problems['hashtag-limit']).first().waitFor();
      hashtag.looked = 0;
      await dialog.getByRole('button', { name: said.tryAccess }).click();
      await dialog.getByText('Stuck in the tunnel #lumen').waitFor();
      await expectGood(page, `connect-instagram-hashtag-${language}`);
      const tagged = await connect(`#lumen (${language})`);
      await tagged.getByText(new RegExp(said.lastRead.split('{{')[0]!)).waitFor();
      expect(await tagged.getByRole('link', { name: said.deliveries }).count()).toBe(0);
      for (const row of [account, tagged]) {
        await row.getByRole('button', { name: new RegExp(`^${said.disconnect}`) }).click();
        await dialog.getByLabel(said.eraseMentions).check();
        await dialog.getByRole('button', { name: said.disconnect }).click();
        await row.waitFor({ state: 'detached' });
      }
      expect(faults).toEqual([]);
      await visitor.leave();
      await hashtag.stop();
    },
    400_000,
  );
});
