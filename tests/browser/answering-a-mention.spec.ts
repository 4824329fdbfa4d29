import { describe, expect, it } from '@jest/globals';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { messages as french } from '../../apps/console/src/i18n/fr.js';
import { keepPicture } from '../setup/good-page.js';
import { startJourneys } from '../setup/journeys.js';

// The product prepares its own demonstration, as at the first start of `npm start`.
const here = startJourneys({ prepared: false, scenario: 'paused' });

const JOURNEYS = [
  {
    language: 'en',
    words: english,
    name: 'Tom Whitfield',
    post: 'Still waiting for my refund from @lumenvelo after three weeks. Where is my money?',
    question: /refund/i,
    evidence: 'refund',
    firstName: 'Anna',
  },
  {
    language: 'fr',
    words: french,
    name: 'Camille Arnaud',
    post: 'Bonjour @lumenvelo, j’attends toujours mon remboursement depuis trois semaines. Où est mon argent ?',
    question: /remboursement/i,
    evidence: 'remboursement',
    firstName: 'Zoé',
  },
] as const;

describe.each(JOURNEYS)('a community manager, in $language', (journey) => {
  it('sees a mention arrive, reads why it has its level, answers with approved words, and finds them on the network', async () => {
    const { language, words } = journey;
    const visitor = await here.newVisitor({ language });
    const { page } = visitor;

    // Signs in from the list of invented people.
    await page.goto('/');
    await page.getByRole('button', { name: `${words.signIn.signInAs} ${journey.name}` }).click();
    await page.getByRole('heading', { level: 1, name: words.inbox.title }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    const list = page.getByRole('listbox', { name: words.inbox.listLabel });
    await list.getByRole('option').first().waitFor();
    await page.getByText(words.shell.live, { exact: true }).first().waitFor();

    // Somebody out there posts; the mention arrives by itself.
    await visitor.api('POST', '/api/training/posts', {
      authorHandle: `customer_${language}`,
      authorName: journey.firstName,
      text: journey.post,
    });
    const row = list.getByRole('option').filter({ hasText: journey.post.slice(0, 40) });
    await row.waitFor();
    await row.click();

    // Reads why.
    const why = page.getByRole('region', { name: words.reasons.title });
    await why.waitFor();
    expect(await why.innerText()).toContain(journey.evidence);

    // Picks an approved answer and fills in its blanks: nothing else can be typed.
    await page.keyboard.press('r');
    const panel = page.getByRole('region', { name: words.reply.pick });
    await panel.getByRole('button').filter({ hasText: journey.question }).first().click();
    const compose = page.getByRole('region', { name: words.reply.compose });
    const fields = compose.getByRole('textbox');
    await fields.first().waitFor();
    expect(await compose.locator('textarea').count()).toBe(0);
    await fields.nth(0).fill(journey.firstName);
    if ((await fields.count()) > 1) await fields.nth(1).fill('LV-4711');
    await compose.getByText(journey.firstName).first().waitFor();
    await keepPicture(page, `answering-${language}`);
    await compose.getByRole('button', { name: words.reply.send }).click();

    // It leaves after the delay for calling it back, and stands under the mention with its version.
    const status = page.getByRole('status').filter({ hasText: words.reply.state.sent });
    await status.waitFor();
    const published = await status.innerText();
    expect(published).toContain(journey.firstName);
    expect(published).toContain('LV-4711');
    expect(published).toMatch(/version \d/);

    // And on the network, under the post that it answers.
    await status.getByRole('link', { name: words.inbox.openOnNetwork }).click();
    await page.getByRole('heading', { level: 1, name: words.training.title }).waitFor();
    await page.getByText(journey.post).first().waitFor();
    const answer = page.getByText(/LV-4711/).filter({ hasText: journey.firstName });
    await answer.first().waitFor();
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  });
});
