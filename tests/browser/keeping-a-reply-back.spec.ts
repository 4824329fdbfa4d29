import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until } from '#platform/testing';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { messages as french } from '../../apps/console/src/i18n/fr.js';
import { expectGood } from '../setup/good-page.js';
import type { Visitor } from '../setup/people.js';
import { startJourneys } from '../setup/journeys.js';

let manager: Visitor;
let lead: Visitor;

const here = startJourneys({ scenario: 'paused' });
beforeAll(async () => {
  manager = await here.signedIn('manager', { language: 'fr' });
  lead = await here.signedIn('crisisLead', { language: 'en' });
}, 400_000);
afterAll(async () => {
  await manager?.leave();
  await lead?.leave();
}, 400_000);

interface Suggested {
  variantId: string;
  placeholders: { name: string; type: string; required: boolean }[];
}
const VALUES: Record<string, string> = {
  first_name: 'Zoé',
  reference: 'LV-4711',
  phone: '3949',
  date: '2026-12-01',
};

let posted = 0;

/** A post of the public, as the mention that it becomes. */
async function mention(): Promise<string> {
  posted += 1;
  const word = `voyage${posted}x`;
  await manager.api('POST', '/api/training/posts', {
    authorHandle: `client_${posted}`,
    authorName: 'Zoé',
    text: `Bonjour @lumenvelo, où en est mon remboursement pour ${word} ?`,
  });
  const { id } = await until(async () => {
    const { items } = await manager.api<{ items: { id: string }[] }>(
      'GET',
      `/api/mentions?realm=training&search=${word}&state=new`,
    );
    return items[0];
  }, `the mention of ${word}`);
  return id;
}

/** The first approved answer that fits, given as a person would. */
async function answer(mentionId: string): Promise<{ id: string; state: string }> {
  const { items } = await manager.api<{ items: Suggested[] }>(
    'GET',
    `/api/mentions/${mentionId}/suggestions?search=remboursement&language=fr`,
  );
  const [suggested] = items;
  if (!suggested) throw new Error('no answer was suggested');
  const wanted = suggested.placeholders.filter(({ type }) => VALUES[type] !== undefined);
  for (const placeholders of [
    Object.fromEntries(wanted.map(({ name, type }) => [name, VALUES[type]])),
    Object.fromEntries(
      wanted.filter(({ required }) => required).map(({ name, type }) => [name, VALUES[type]]),
    ),
  ]) {
    try {
      return await manager.api('POST', `/api/mentions/${mentionId}/replies`, {
        answerVariantId: suggested.variantId,
        placeholders,
      });
    } catch {
      // A placeholder that this text does not use.
    }
  }
  throw new Error('the reply was refused');
}

async function open(page: Page, mentionId: string): Promise<void> {
  await page.goto(`/inbox/${mentionId}?state=all`);
}

describe('a reply', () => {
  it('is held by a freeze of the crisis lead, says why, and leaves when it is released', async () => {
    const words = english.replies;
    const { page } = lead;
    await page.goto('/replies');
    await page.getByRole('button', { name: words.freeze }).click();
    const dialog = page.getByRole('dialog', { name: words.freezeTitle });
    await dialog.getByLabel(english.reply.reason).fill('Accident on line 4');
    await dialog.getByRole('button', { name: words.freeze }).click();
    await page.getByText(words.frozenAll).waitFor();
    await expectGood(page, 'replies-frozen');

    const id = await mention();
    await answer(id);
    await open(manager.page, id);
    await manager.page.getByText(french.reply.held.freeze).waitFor();
    await manager.page
      .getByText(/Accident on line 4/)
      .first()
      .waitFor();
    await expectGood(manager.page, 'reply-held');

    await page.getByRole('button', { name: words.unfreeze }).click();
    await page.getByRole('dialog').getByRole('button', { name: words.unfreeze }).click();
    await manager.page.getByText(french.reply.state.sent).waitFor();
  }, 400_000);

  it('waits for a second person, who confirms with two keys', async () => {
    await lead.api('PUT', '/api/reply-rules', { secondFromLevel: 0, secondAtHighSensitivity: true });
    const id = await mention();
    const { state } = await answer(id);
    expect(state).toBe('awaiting_second');
    await lead.api('PUT', '/api/reply-rules', { secondFromLevel: 3, secondAtHighSensitivity: true });
    const { page } = lead;
    await page.goto('/replies?state=awaiting_second');
    const queue = page.getByRole('list', { name: english.replies.secondTitle });
    await queue.getByText(english.reply.state.awaiting_second).waitFor();
    await page.locator('body').press('c');
    await page.getByText(english.replies.armed).waitFor();
    await expectGood(page, 'second-person');
    await page.locator('body').press('Enter');
    await page.getByText(english.replies.noneFound).waitFor();
    await open(manager.page, id);
    await manager.page.getByText(french.reply.state.sent).waitFor();
    await manager.page
      .getByText(/confirmée par/)
      .first()
      .waitFor();
  }, 400_000);

  it('is put off to a later hour, and called back', async () => {
    const { page } = manager;
    const id = await mention();
    await open(page, id);
    await page.getByRole('button', { name: french.inbox.action.reply }).first().waitFor();
    await page.keyboard.press('r');
    const panel = page.getByRole('region', { name: french.reply.pick });
    await panel
      .getByRole('button')
      .filter({ hasText: /remboursement/i })
      .first()
      .click();
    const compose = page.getByRole('region', { name: french.reply.compose });
    await compose.getByRole('textbox').first().waitFor();
    for (const [index, value] of ['Zoé', 'LV-4711'].entries()) {
      if ((await compose.getByRole('textbox').count()) > index)
        await compose.getByRole('textbox').nth(index).fill(value);
    }
    await compose.getByRole('button', { name: french.reply.later }).click();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16);
    await compose.getByLabel(french.reply.laterAt).fill(tomorrow);
    await compose.locator('button:enabled', { hasText: french.reply.sendLater }).waitFor();
    await expectGood(page, 'reply-later');
    await compose.getByRole('button', { name: french.reply.sendLater }).click();
    const status = page.getByRole('status').filter({ hasText: /La réponse part le/ });
    await status.waitFor();
    await status.getByRole('button', { name: french.reply.callBack }).click();
    await status.waitFor({ state: 'detached' });
    const after = await manager.api<{ state: string }>('GET', `/api/mentions/${id}`);
    expect(after.state).toBe('new');
  }, 400_000);

  it('is removed from the network, and stands removed under the mention and on the network', async () => {
    const { page } = manager;
    const id = await mention();
    const { id: replyId } = await answer(id);
    await open(page, id);
    const status = page.getByRole('status').filter({ hasText: french.reply.state.sent });
    await status.waitFor();
    await status.getByRole('button', { name: french.reply.remove }).click();
    const dialog = page.getByRole('dialog', { name: french.reply.ask.remove.title });
    await dialog.getByLabel(french.reply.reason).fill('Mauvais dossier');
    await dialog.getByRole('button', { name: french.reply.ask.remove.confirm }).click();
    await page.getByText(french.reply.removed, { exact: true }).waitFor();
    await page
      .getByText(/Mauvais dossier/)
      .first()
      .waitFor();
    await expectGood(page, 'reply-removed');
    const { items } = await manager.api<{ items: { id: string; externalId: string }[] }>(
      'GET',
      `/api/replies?mentionId=${id}`,
    );
    const post = items.find((reply) => reply.id === replyId);
    await page.goto(`/training?post=${post?.externalId ?? ''}`);
    await page.getByText(french.training.removed).first().waitFor();
    expect(manager.faults).toEqual([]);
    expect(lead.faults).toEqual([]);
  }, 400_000);

  it('that the network refuses says why and what to do next', async () => {
    const { page } = manager;
    await manager.api('POST', '/api/training/faults', { fault: 'author_blocked' });
    const id = await mention();
    await answer(id);
    await open(page, id);
    await page.getByText(french.replies.why['author-blocked']).first().waitFor();
    await page.getByText(french.replies.next['author-blocked']).waitFor();
    const after = await manager.api<{ state: string }>('GET', `/api/mentions/${id}`);
    expect(after.state).toBe('new');
  }, 400_000);
});
