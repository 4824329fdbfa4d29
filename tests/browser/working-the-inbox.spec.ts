import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until } from '#platform/testing';
import { messages } from '../../apps/console/src/i18n/en.js';
import { expectGood } from '../setup/good-page.js';
import type { Visitor } from '../setup/people.js';
import { startJourneys } from '../setup/journeys.js';

let anna: Visitor;
let tom: Visitor;

const here = startJourneys({ scenario: 'paused' });
beforeAll(async () => {
  anna = await here.signedIn('manager');
  tom = await here.signedIn('secondManager');
}, 400_000);

async function openInbox(page: Page) {
  await page.goto('/inbox');
  await page.getByRole('option').first().waitFor();
  await page.getByText(messages.shell.live, { exact: true }).first().waitFor();
}

const withoutReply = async (visitor: Visitor) =>
  (await visitor.api<{ byState: Record<string, number> }>('GET', '/api/mentions/counts?realm=training'))
    .byState['no_reply'] ?? 0;

describe('the inbox by keyboard alone', () => {
  it('moves, opens, decides on no reply with a reason, and undoes it', async () => {
    const { page } = anna;
    await openInbox(page);
    const before = await withoutReply(anna);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: messages.inbox.mentionLabel }).waitFor();
    await page.keyboard.press('n');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('1');
    await page.getByText(messages.inbox.decided.no_reply_one).waitFor();
    expect(await withoutReply(anna)).toBe(before + 1);
    await page.keyboard.press('u');
    await page.getByText(messages.inbox.undone_one).waitFor();
    expect(await withoutReply(anna)).toBe(before);
  }, 400_000);

  it('searches, ticks a range and decides on all of them at once', async () => {
    const { page } = anna;
    await openInbox(page);
    const before = await withoutReply(anna);
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
      messages.inbox.searchLabel,
    );
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').focus();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Shift+X');
    await page.getByText(messages.inbox.bulk.selected_other.replace('{{count}}', '3')).waitFor();
    await page.keyboard.press('n');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('1');
    await page.getByText(messages.inbox.decided.no_reply_other.replace('{{count}}', '3')).waitFor();
    expect(await withoutReply(anna)).toBe(before + 3);
    await page.keyboard.press('u');
    await page.getByText(messages.inbox.undone_other.replace('{{count}}', '3')).waitFor();
    expect(await withoutReply(anna)).toBe(before);
  }, 400_000);

  it('answers the mention that was clicked a moment before the key', async () => {
    const { page } = anna;
    await openInbox(page);
    await page.getByRole('option').nth(1).click();
    await page.keyboard.press('r');
    await page.getByRole('region', { name: messages.reply.pick }).waitFor();
    await page.getByRole('option').nth(2).click();
    await page.getByRole('region', { name: messages.reply.pick }).waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    await page.keyboard.press('r');
    await page.getByRole('region', { name: messages.reply.pick }).waitFor();
  }, 400_000);

  it('says all its keys', async () => {
    const { page } = anna;
    await openInbox(page);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: messages.inbox.help.title }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }, 400_000);
});

describe('several people who ask the same', () => {
  it('get one approved answer, picked once, and each a reply of their own', async () => {
    const { page } = anna;
    for (const where of ['line 7', 'line 12', 'the night bus']) {
      await anna.api('POST', '/api/training/posts', {
        ...{ authorHandle: 'commuter', authorName: 'Kim' },
        text: `Zebrafish or not, is there a strike on ${where} this Thursday?`,
      });
    }
    await page.goto('/inbox?search=zebrafish');
    await page.getByRole('option').nth(2).waitFor();
    const ids = await page
      .getByRole('option')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-mention-id')));
    const { items } = await anna.api<{
      items: { answerId: string; question: string; body: string; placeholders: object[] }[];
    }>('GET', `/api/mentions/${ids[0]}/suggestions?search=strike`);
    const pick = items.find(({ placeholders }) => placeholders.length === 0)!;

    // By keyboard: all that is loaded, then the answer.
    await page.getByRole('listbox').focus();
    await page.keyboard.press('*');
    await page.getByText(messages.inbox.bulk.selected_other.replace('{{count}}', '3')).waitFor();
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', {
      name: messages.reply.several.title_other.replace('{{count}}', '3'),
    });
    await dialog.getByRole('searchbox', { name: messages.reply.searchLibrary }).fill('strike');
    await dialog.getByRole('button', { name: pick.question }).first().click();
    await dialog.getByText(pick.body).nth(2).waitFor();
    await expectGood(page, 'answering-several');

    // One of them is left out: it keeps its tick, and gets no reply.
    await dialog.getByRole('checkbox').nth(1).uncheck();
    await dialog
      .getByRole('button', { name: messages.requests.answerAll_other.replace('{{count}}', '2') })
      .click();
    await page.getByText(messages.requests.sent_other.replace('{{count}}', '2')).waitFor();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(messages.inbox.bulk.selected_one.replace('{{count}}', '1')).waitFor();
    const replies = await anna.api<{ items: { mentionId: string; text: string }[] }>(
      'GET',
      `/api/replies?answerId=${pick.answerId}&limit=10`,
    );
    expect(replies.items.map(({ mentionId }) => mentionId).sort()).toEqual([ids[0], ids[2]].sort());
    expect(replies.items.map(({ text }) => text)).toEqual([pick.body, pick.body]);
  }, 400_000);
});

describe('two people on the same mention', () => {
  it('see each other, live, before work is done twice', async () => {
    const [first] = (
      await anna.api<{ items: { id: string }[] }>('GET', '/api/mentions?realm=training&limit=1')
    ).items;
    await anna.page.goto(`/inbox/${first!.id}`);
    await tom.page.goto(`/inbox/${first!.id}`);
    await tom.page.getByRole('article', { name: messages.inbox.mentionLabel }).waitFor();
    await anna.page.getByRole('article', { name: messages.inbox.mentionLabel }).waitFor();
    await anna.page.keyboard.press('r');
    await tom.page
      .getByText(messages.inbox.isAnsweringBanner.replace('{{name}}', 'Camille Arnaud'))
      .waitFor();
    await anna.page.goto('/library');
    await tom.page
      .getByText(messages.inbox.isAnsweringBanner.replace('{{name}}', 'Camille Arnaud'))
      .waitFor({ state: 'detached' });
  }, 400_000);

  it('are told when a colleague has answered already', async () => {
    const post = 'My refund has still not arrived after three weeks, where is my money?';
    await anna.api('POST', '/api/training/posts', {
      authorHandle: 'slow_refund',
      authorName: 'Slow',
      text: post,
    });
    const mention = await until(async () => {
      const { items: newest } = await anna.api<{ items: { id: string; text: string }[] }>(
        'GET',
        '/api/mentions?realm=training&limit=50',
      );
      return newest.find(({ text }) => text === post);
    }, 'the mention');
    await tom.page.goto(`/inbox/${mention.id}`);
    await tom.page.getByRole('article', { name: messages.inbox.mentionLabel }).waitFor();
    await tom.page.keyboard.press('r');
    await tom.page.getByRole('region', { name: messages.reply.pick }).waitFor();

    const { items } = await anna.api<{
      items: { variantId: string; placeholders: { name: string; type: string }[] }[];
    }>('GET', `/api/mentions/${mention.id}/suggestions?search=refund`);
    const values: Record<string, string> = { first_name: 'Ann', reference: 'LV-1' };
    const pick = items.find(({ placeholders }) => placeholders.every(({ type }) => type in values))!;
    await anna.api('POST', `/api/mentions/${mention.id}/replies`, {
      answerVariantId: pick.variantId,
      placeholders: Object.fromEntries(pick.placeholders.map(({ name, type }) => [name, values[type]])),
    });
    await tom.page
      .getByText(messages.problems['mention-already-answered'])
      .or(tom.page.getByText(messages.reply.state.sent))
      .first()
      .waitFor();
  }, 90_000);
});
