/// <reference lib="dom" />
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { messages as french } from '../../apps/console/src/i18n/fr.js';
import { keepPicture } from '../setup/good-page.js';
import { startJourneys } from '../setup/journeys.js';

const here = startJourneys();

const QUESTION = 'Where can I leave my folding kayak?';
const FIRST = 'You can leave it anywhere, {{first_name}}.';
const BETTER = 'Ask any agent at the station: they keep it for the day.';

/** Presses j until the text that waits is the one asked for. */
async function moveTo(page: Page, question: string): Promise<void> {
  const shown = page.getByRole('article').getByRole('heading', { level: 2 }).first();
  for (let step = 0; step < 10; step += 1) {
    const text = await shown.innerText();
    if (text === question) return;
    await page.keyboard.press('j');
    await page.waitForFunction(
      (before) => document.querySelector('article h2')?.textContent !== before,
      text,
    );
  }
}

describe('an approver', () => {
  it('refuses with a reason, sees word by word what was changed, approves by keyboard, and the answer can be used', async () => {
    const author = await here.signedIn('manager', { language: 'en' });
    const approver = await here.signedIn('legalApprover', { language: 'fr' });
    await author.api('POST', '/api/training/scenario', { action: 'pause' });

    // The author writes, and asks for approval.
    const { page: desk } = author;
    await desk.goto('/library/new');
    await desk.getByLabel(english.answers.questionIn.en).fill(QUESTION);
    await desk.getByRole('combobox', { name: english.answers.language }).click();
    await desk.getByRole('option', { name: 'English' }).click();
    await desk.getByRole('textbox', { name: /^Text in English/ }).fill(FIRST);
    await desk.getByRole('combobox', { name: english.answers.departments }).click();
    await desk.getByRole('option', { name: 'Legal' }).click();
    await desk.keyboard.press('Escape');
    await desk.getByRole('button', { name: english.answers.saveDraft }).click();
    await desk.getByRole('heading', { level: 1, name: QUESTION }).waitFor();

    // An undeclared blank is refused in words, and nothing is asked of anybody.
    await desk.getByRole('button', { name: english.answers.submit }).click();
    await desk.getByText(english.problems['placeholder-undeclared']).first().waitFor();
    await desk.getByRole('link', { name: english.answers.edit }).click();
    await desk.getByRole('textbox', { name: /^Text in English/ }).fill(FIRST.replace(', {{first_name}}', ''));
    await desk.getByRole('button', { name: english.answers.submit }).click();
    await desk.getByText(english.vocabulary.versionState.in_review).first().waitFor();

    // The approver finds it waiting, and refuses it: not without saying why.
    const { page: office } = approver;
    await office.goto('/library/approvals');
    await office.getByRole('heading', { level: 1, name: french.answers.approvalsTitle }).waitFor();
    const heading = office.getByRole('heading', { level: 2, name: QUESTION });
    await moveTo(office, QUESTION);
    await heading.waitFor();
    await office.getByRole('button', { name: french.answers.refuse }).click();
    await office.getByText(french.problems.required).first().waitFor();
    await office.getByLabel(french.answers.comment).fill('Pas sur les quais, s’il vous plaît.');
    await office.getByRole('button', { name: french.answers.refuse }).click();
    await heading.waitFor({ state: 'detached' });

    // The author reads the reason live, writes better, asks again.
    await desk.getByText('Pas sur les quais').first().waitFor();
    await desk.getByRole('link', { name: english.answers.edit }).click();
    await desk.getByRole('textbox', { name: /^Text in English/ }).fill(BETTER);
    await desk.getByRole('button', { name: english.answers.submit }).click();
    await desk.getByText(english.vocabulary.versionState.in_review).first().waitFor();

    // By keyboard alone this time.
    await office.reload();
    await office.getByRole('heading', { level: 1, name: french.answers.approvalsTitle }).waitFor();
    await moveTo(office, QUESTION);
    await heading.waitFor();
    await office.keyboard.press('a');
    await heading.waitFor({ state: 'detached' });

    // It is in force at once, and proposed to whoever answers.
    await desk.getByText(english.vocabulary.versionState.approved).first().waitFor();
    await author.api('POST', '/api/training/posts', {
      authorHandle: 'paddler',
      authorName: 'Paddler',
      text: 'Where can I leave my folding kayak when I take the tram?',
    });
    await desk.goto('/inbox');
    await desk.getByRole('option').filter({ hasText: 'folding kayak' }).click();
    await desk.getByRole('region', { name: english.reasons.title }).waitFor();
    await desk.keyboard.press('r');
    await desk.getByRole('button').filter({ hasText: BETTER }).first().waitFor();
    expect([...author.faults, ...approver.faults]).toEqual([]);
    await author.leave();
    await approver.leave();
  }, 400_000);

  it('on a phone reads the text first, and decides at the lower edge', async () => {
    const approver = await here.signedIn('legalApprover', { language: 'fr', width: 375, height: 812 });
    const { page } = approver;
    await page.goto('/library/approvals');
    const approve = page.getByRole('button', { name: french.answers.approve });
    await approve.waitFor();
    await keepPicture(page, 'approval-phone');
    const lower = await page.locator('main').evaluate((main) => main.getBoundingClientRect().bottom);
    const button = await approve.boundingBox();
    expect(button!.y + button!.height).toBeLessThanOrEqual(lower);
    expect(button!.y).toBeGreaterThan(lower / 2);
    const title = page.getByRole('article').getByRole('heading', {
      name: new RegExp(`^(${french.answers.texts}|${french.answers.compareLabel})$`),
    });
    const text = await title.first().boundingBox();
    expect(text!.y).toBeLessThan(button!.y);
    // What was read to its end is not hidden behind the decision.
    const said = page.getByRole('region', { name: french.answers.approvals });
    await said.scrollIntoViewIfNeeded();
    await page.locator('main > div').evaluate((scrolled) => scrolled.scrollTo(0, scrolled.scrollHeight));
    const [last, first] = [
      await said.boundingBox(),
      await page.getByLabel(french.answers.comment).boundingBox(),
    ];
    expect(last!.y + last!.height).toBeLessThanOrEqual(first!.y);
    expect(approver.faults).toEqual([]);
    await approver.leave();
  }, 400_000);

  it('cannot approve words of their own, and reads why', async () => {
    const approver = await here.signedIn('legalApprover', { language: 'en' });
    const departments = await approver.api<{ items: { id: string; key: string }[] }>(
      'GET',
      '/api/departments',
    );
    const legal = departments.items.find(({ key }) => key === 'legal')!;
    const answer = await approver.api<{ id: string }>('POST', '/api/answers', {
      kind: 'answer',
      content: {
        question: { fr: '', en: 'May I quote you?' },
        wordings: { fr: [], en: [] },
        departmentIds: [legal.id],
        variants: [{ language: 'en', network: null, body: 'Yes, with our name.' }],
      },
    });
    await approver.api('POST', `/api/answers/${answer.id}/versions/1/submission`);
    await approver.page.goto(`/library/${answer.id}`);
    await approver.page.getByText(english.answers.ownWords).waitFor();
    expect(await approver.page.getByRole('button', { name: english.answers.approve }).count()).toBe(0);
    await expect(
      approver.api('POST', `/api/answers/${answer.id}/versions/1/approvals`, {
        departmentId: legal.id,
        decision: 'approved',
      }),
    ).rejects.toThrow(/own-words/);
    await approver.leave();
  }, 400_000);
});
