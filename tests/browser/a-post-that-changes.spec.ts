import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { Source } from '#contract/networks';
import { until } from '#platform/testing';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { messages as french } from '../../apps/console/src/i18n/fr.js';
import { expectGood } from '../setup/good-page.js';
import { startJourneys } from '../setup/journeys.js';
import { MastodonServer } from '../simulators/mastodon-server.js';

let mastodon: MastodonServer;

const here = startJourneys({
  settings: () => ({
    PASSERELLE_SECRET_KEY: randomBytes(32).toString('base64'),
    // Long enough for the author to change the post before the reply leaves.
    PASSERELLE_REPLY_DELAY: '20',
  }),
});
beforeAll(async () => {
  mastodon = await new MastodonServer().listen();
  const administrator = await here.signedIn('administrator');
  const { id } = await administrator.api<Source>('POST', '/api/sources', {
    network: 'mastodon',
    name: 'Lumen on Mastodon',
    settings: mastodon.settings,
    credentials: mastodon.credentials,
    pullEverySeconds: 86_400,
  });
  const isLive = async () =>
    (await administrator.api<{ items: Source[] }>('GET', '/api/sources')).items.some(
      (source) => source.id === id && typeof source.live?.since === 'string',
    );
  await until(isLive, 'the source to be listened to');
  await administrator.leave();
}, 400_000);
afterAll(async () => {
  await mastodon?.stop();
}, 400_000);

const JOURNEYS = [
  {
    language: 'en',
    words: english,
    who: 'secondManager',
    visit: { language: 'en' },
    id: '1001',
    first: 'Where is my refund? It has been three weeks, order zephyr.',
    then: 'Where is my refund? It has been three weeks, and nobody answers, order zephyr.',
    last: 'Where is my refund? It has been four weeks, and nobody answers, order zephyr.',
    word: 'zephyr',
    question: /refund/i,
  },
  {
    language: 'fr',
    words: french,
    who: 'manager',
    visit: { language: 'fr', scheme: 'dark', width: 375, height: 740 },
    id: '1002',
    first: 'Où est mon remboursement ? Cela fait trois semaines, commande alizé.',
    then: 'Où est mon remboursement ? Cela fait trois semaines, sans réponse, commande alizé.',
    last: 'Où est mon remboursement ? Cela fait quatre semaines, sans réponse, commande alizé.',
    word: 'alizé',
    question: /remboursement/i,
  },
] as const;

describe.each(JOURNEYS)('a post that its author changes, in $language', (journey) => {
  it('warns whoever answers it, shows what it said before, and holds the reply until it was read again', async () => {
    const { language, words, id: number } = journey;
    const visitor = await here.signedIn(journey.who, journey.visit);
    const { page } = visitor;
    const edit = (text: string) => {
      mastodon.edit(number, text, new Date());
      mastodon.tell(
        'status.update',
        mastodon.posts.find(({ id }) => id === number)!,
      );
    };
    const post = { id: number, text: journey.first, at: new Date() };
    mastodon.posts.push(post);
    mastodon.tell('notification', post);
    const found = async () =>
      (
        await visitor.api<{ items: { id: string }[] }>(
          'GET',
          `/api/mentions?realm=live&search=${encodeURIComponent(journey.word)}&state=new`,
        )
      ).items[0];
    const mention = await until(found, 'the mention');

    // Picks an answer; meanwhile the author writes something else.
    await page.goto(`/inbox/${mention.id}?state=all`);
    await page.getByRole('button', { name: words.inbox.action.reply }).first().waitFor();
    await page.keyboard.press('r');
    const panel = page.getByRole('region', { name: words.reply.pick });
    await panel.getByRole('button').filter({ hasText: journey.question }).first().click();
    const compose = page.getByRole('region', { name: words.reply.compose });
    const fields = compose.getByRole('textbox');
    await fields.first().waitFor();
    for (const [index, value] of ['Zoé', 'LV-4711'].entries()) {
      if ((await fields.count()) > index) await fields.nth(index).fill(value);
    }
    const send = compose.locator('button:enabled', { hasText: words.reply.send });
    await send.waitFor();
    edit(journey.then);
    const warning = compose.getByRole('alert').filter({ hasText: words.reply.editedWarning.slice(0, 40) });
    await warning.getByText(journey.then).waitFor();
    expect(await send.count()).toBe(0);
    await page.getByText(words.inbox.editedBefore).click();
    await page.getByText(journey.first).first().waitFor();
    await expectGood(page, `edited-while-answering-${language}`);

    // Has read it, and publishes: the author changes it once more before the reply leaves.
    await warning.getByRole('button', { name: words.reply.haveRead }).click();
    await warning.waitFor({ state: 'detached' });
    await send.click();
    await page
      .getByRole('status')
      .filter({ hasText: /LV-4711/ })
      .waitFor();
    edit(journey.last);
    const held = page.getByRole('status').filter({ hasText: words.reply.held.edited });
    await held.getByText(journey.then).waitFor();
    await held.getByText(journey.last).waitFor();
    await expectGood(page, `reply-held-for-edit-${language}`);
    expect(mastodon.replies.filter(({ parent }) => parent === number)).toEqual([]);
    await held.getByRole('button', { name: words.reply.stillFits }).click();
    await page.getByRole('status').filter({ hasText: words.reply.state.sent }).waitFor();
    expect(mastodon.replies.filter(({ parent }) => parent === number)).toHaveLength(1);
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  }, 400_000);
});
