import { describe, expect, it } from '@jest/globals';
import { until } from '#platform/testing';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { messages as french } from '../../apps/console/src/i18n/fr.js';
import { expectGood } from '../setup/good-page.js';
import type { Visitor } from '../setup/people.js';
import { startJourneys } from '../setup/journeys.js';

const here = startJourneys({ scenario: 'paused' });

const COLLEAGUE = 'Gwenaëlle Riou';
const PHONE = { width: 375, height: 780 };

const JOURNEYS = [
  {
    language: 'en',
    words: english,
    post: 'Still waiting for my refund from @lumenvelo after three weeks. Where is my money?',
    question: /refund/i,
    field: null,
  },
  {
    language: 'fr',
    words: french,
    post: 'Bonjour @lumenvelo, j’attends toujours mon remboursement depuis trois semaines. Où est mon argent ?',
    question: /remboursement/i,
    field: 'Accessibilité',
  },
] as const;

/** Somebody posts on the training network; returns the id of the mention, once it is there. */
async function mentionOf(manager: Visitor, authorName: string, text: string): Promise<string> {
  await manager.api('POST', '/api/training/posts', {
    authorHandle: `writer_${authorName.length}`,
    authorName,
    text,
  });
  const { id } = await until(async () => {
    const { items } = await manager.api<{ items: { id: string; author: { name: string } }[] }>(
      'GET',
      '/api/mentions?realm=training&state=new&limit=50',
    );
    return items.find(({ author }) => author.name === authorName);
  }, `the mention of ${authorName}`);
  return id;
}

describe.each(JOURNEYS)(
  'a colleague who is asked, in $language',
  ({ language, words, post, question, field }) => {
    it('reads, chooses and sends on a phone; it leaves once whoever asked had a look', async () => {
      const manager = await here.signedIn('manager', { language });
      const author = language === 'en' ? 'Annabel' : 'Zoé';
      const mentionId = await mentionOf(manager, author, post);
      const desk = manager.page;

      await desk.goto(`/inbox/${mentionId}?state=all`);
      await desk.getByRole('button', { name: words.colleagues.ask, exact: true }).click();
      const dialog = desk.getByRole('dialog', { name: words.colleagues.askTitle });
      if (field) {
        await dialog.getByRole('radio', { name: words.colleagues.byField }).check();
        await dialog.getByRole('combobox', { name: words.colleagues.field }).click();
        await desk.getByRole('option', { name: field }).click();
      } else {
        await dialog.getByRole('combobox', { name: words.colleagues.person }).click();
        await desk.getByRole('option', { name: COLLEAGUE }).click();
      }
      await dialog.getByRole('textbox', { name: words.colleagues.note }).fill('LV-4711');
      await dialog.getByRole('button', { name: words.colleagues.ask }).click();
      const note = desk.getByRole('status').filter({ hasText: field ?? COLLEAGUE });
      await note.first().waitFor();
      await expectGood(desk, `colleague-asked-${language}`);

      // She sees what she is asked, and nothing else.
      const colleague = await here.signedIn('colleague', { language, ...PHONE });
      const { page } = colleague;
      await page.goto('/');
      await page.getByRole('heading', { level: 1, name: words.invitations.title }).waitFor();
      expect(page.url()).toMatch(/\/invitations$/);
      await page
        .getByRole('link')
        .filter({ hasText: post.slice(0, 40) })
        .click();
      await page.getByRole('heading', { level: 1, name: words.invitations.read }).waitFor();
      await page.getByText('LV-4711').waitFor();
      await expectGood(page, `invitation-read-${language}`);
      await page.getByRole('button', { name: words.invitations.answer, exact: true }).click();

      await page.getByRole('heading', { level: 1, name: words.invitations.pick }).waitFor();
      await page.getByRole('button').filter({ hasText: question }).first().waitFor();
      await expectGood(page, `invitation-pick-${language}`);
      await desk
        .getByRole('status')
        .filter({ hasText: words.colleagues.note_taken.replace('{{name}}', COLLEAGUE) })
        .waitFor();
      await page.getByRole('button').filter({ hasText: question }).first().click();

      await page.getByRole('heading', { level: 1, name: words.invitations.check }).waitFor();
      const fields = page.getByRole('main').getByRole('textbox');
      const fill = async () => {
        if ((await fields.count()) > 0) await fields.nth(0).fill(author);
        if ((await fields.count()) > 1) await fields.nth(1).fill('LV-4711');
      };
      expect(await page.locator('main textarea').count()).toBe(0);
      await fill();
      await page.getByText(words.invitations.named).waitFor();
      await page.getByTestId('reply-preview').filter({ hasText: author }).waitFor();
      await expectGood(page, `invitation-check-${language}`);
      await page.getByRole('button', { name: words.invitations.send, exact: true }).click();
      await page.getByText(words.invitations.done.awaiting_second).waitFor();

      // She calls it back, and has the post again as it was.
      await page.getByRole('button', { name: words.reply.callBack, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: words.invitations.check }).waitFor();
      await fill();
      await page.getByTestId('reply-preview').filter({ hasText: author }).waitFor();
      await page.getByRole('button', { name: words.invitations.send, exact: true }).click();
      await page.getByText(words.invitations.done.awaiting_second).waitFor();

      await desk.getByRole('button', { name: words.colleagues.letLeave }).click();
      await page.getByText(words.invitations.done.sent).waitFor();
      await expectGood(page, `invitation-sent-${language}`);

      // Whoever asked finds it counted, and from the figure the reply, in her name.
      await desk.goto('/colleagues');
      await desk
        .getByRole('link', {
          name: words.colleagues.openReplies
            .replace('{{value}}', language === 'en' ? '1' : '2')
            .replace('{{name}}', COLLEAGUE),
        })
        .first()
        .click();
      await desk.getByText(words.colleagues.ofInvited).waitFor();
      await desk.getByText(author).first().waitFor();
      expect([...manager.faults, ...colleague.faults]).toEqual([]);
      await manager.leave();
      await colleague.leave();
    }, 400_000);
  },
);

describe('a colleague without an account', () => {
  it('comes by a one-time link, sees what is asked, and may say no', async () => {
    const words = english;
    const manager = await here.signedIn('secondManager');
    const desk = manager.page;
    await desk.goto('/colleagues');
    await desk.getByRole('button', { name: words.colleagues.inviteNewcomer }).click();
    const dialog = desk.getByRole('dialog', { name: words.colleagues.newcomerTitle });
    await dialog.getByRole('textbox', { name: words.colleagues.name }).fill('Robin Ashe');
    await dialog.getByRole('textbox', { name: words.colleagues.email }).fill('robin.ashe@lumen.example');
    await dialog.getByRole('button', { name: words.colleagues.inviteNewcomer }).click();
    const link = desk.getByRole('dialog', { name: words.people.linkTitle.replace('{{name}}', 'Robin Ashe') });
    const address = await link.getByRole('textbox').first().inputValue();

    const mentionId = await mentionOf(manager, 'Marlow', 'Which bus goes to the harbour on Sundays?');
    const { items } = await manager.api<{ items: { id: string; name: string }[] }>('GET', '/api/colleagues');
    const robin = items.find(({ name }) => name === 'Robin Ashe')!;
    await manager.api('POST', `/api/mentions/${mentionId}/answer-invitation`, { personId: robin.id });

    const newcomer = await here.newVisitor(PHONE);
    const { page } = newcomer;
    await page.goto(new URL(address).pathname + new URL(address).search);
    await page.locator('input[type=password]').first().fill('a long enough password');
    const again = page.locator('input[type=password]').nth(1);
    if ((await again.count()) > 0) await again.fill('a long enough password');
    await page.locator('button[type=submit]').click();
    await page.getByRole('heading', { level: 1, name: words.invitations.title }).waitFor();
    await page.getByRole('link').filter({ hasText: 'harbour' }).click();
    await page.getByRole('button', { name: words.invitations.pass }).click();
    await page.getByRole('dialog').getByRole('button', { name: words.invitations.pass }).click();
    await page.getByText(words.invitations.over.passed).waitFor();
    // The pages of the daily work are not theirs.
    await page.goto('/inbox');
    await page.getByText(words.shell.forbiddenTitle).waitFor();

    await desk.goto(`/inbox/${mentionId}?state=all`);
    await desk.getByText(words.colleagues.note_declined.replace('{{name}}', 'Robin Ashe')).first().waitFor();
    await manager.leave();
    await newcomer.leave();
  }, 400_000);
});
