import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type LessonKey, lessonOf } from '#rules/fundamentals';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { messages as french } from '../../apps/console/src/i18n/fr.js';
import { expectGood } from '../setup/good-page.js';
import { startJourneys } from '../setup/journeys.js';

const here = startJourneys();

const WORDS = { en: english.fundamentals, fr: french.fundamentals };

/** Answers every question right; the first one wrong before, to read why. */
async function answerQuestions(page: Page, key: LessonKey, language: 'en' | 'fr'): Promise<void> {
  const words = WORDS[language];
  for (const [index, { text, options }] of lessonOf(key).questions.entries()) {
    const question = page.getByRole('group', { name: text[language] });
    const check = page.getByRole('button', {
      name: words.checkOf.replace('{{question}}', text[language]),
      exact: true,
    });
    const tries = options
      .filter(({ right }) => right || index === 0)
      .sort((a, b) => Number(a.right) - Number(b.right));
    for (const { text: option, why } of tries) {
      await question.getByRole('radio', { name: option[language], exact: true }).check();
      await check.click();
      await page.getByText(why[language]).waitFor();
    }
    await page.getByText(words.right, { exact: true }).nth(index).waitFor();
  }
}

/** Opens the exercise in a tab beside the lesson, and the first mention there, from the keyboard. */
async function openFirstMention(lesson: Page, language: 'en' | 'fr'): Promise<Page> {
  const desk = await lesson.context().newPage();
  desk.setDefaultTimeout(60_000);
  await desk.goto(lesson.url());
  await desk.getByRole('link', { name: WORDS[language].go }).click();
  await desk.getByRole('option').first().waitFor();
  await desk.keyboard.press('j');
  await desk.keyboard.press('Enter');
  const inbox = language === 'fr' ? french.inbox : english.inbox;
  await desk.getByRole('article', { name: inbox.mentionLabel }).waitFor();
  return desk;
}

describe('the fundamentals', () => {
  it('are read, checked, and done in the real screens; the lesson ticks itself off (in English)', async () => {
    const tom = await here.signedIn('secondManager');
    await tom.api('POST', '/api/training/scenario', { action: 'pause' });
    await tom.api('POST', '/api/training/posts', {
      ...{ authorHandle: 'bus_hater', authorName: 'Bus hater', text: 'cry more, nobody asked' },
    });
    const { page } = tom;
    const words = WORDS.en;
    await page.goto('/fundamentals');
    await page.getByRole('link', { name: lessonOf('when-not-to-answer').title.en }).click();
    await page.getByRole('button', { name: words.begin }).click();
    await answerQuestions(page, 'when-not-to-answer', 'en');
    await page.getByText(words.waiting).waitFor();
    await expectGood(page, 'fundamentals-lesson-begun-en-light-1440');

    const desk = await openFirstMention(page, 'en');
    await desk.keyboard.press('n');
    await desk.getByRole('dialog').waitFor();
    await desk.keyboard.press('1');
    await desk.getByText(english.inbox.decided.no_reply_one).waitFor();
    // Nobody touches the lesson: it hears of the decision.
    await page.getByRole('link', { name: words.openDone }).waitFor();
    await page.getByText(words.state.completed, { exact: true }).waitFor();
    await desk.close();

    // A colleague takes back two such decisions: the lesson is suggested, and the list opens what was counted.
    const camille = await here.signedIn('manager');
    const { items } = await tom.api<{ items: { id: string }[] }>(
      'GET',
      '/api/mentions?realm=training&state=new&limit=2',
    );
    for (const { id } of items) {
      await tom.api('POST', `/api/mentions/${id}/decisions`, { action: 'no_reply', reason: 'troll' });
      await camille.api('POST', `/api/mentions/${id}/decisions`, { action: 'reopen' });
    }
    await page.goto('/fundamentals');
    const suggested = page.getByRole('region', { name: words.suggested });
    await suggested.getByText(words.need.no_reply_reopened_other.replace('{{count}}', '2')).waitFor();
    await expectGood(page, 'fundamentals-suggested-en-light-1440');
    await suggested.getByRole('listitem').first().getByRole('link').click();
    await page.getByRole('article', { name: english.inbox.mentionLabel }).waitFor();
    expect(tom.faults).toEqual([]);
    await camille.leave();
    await tom.leave();
  });

  it('know who speaks, on a phone (in French); the team and the certificate show who is how far', async () => {
    const words = WORDS.fr;
    const camille = await here.signedIn('manager', { language: 'fr', width: 375, height: 740 });
    // Somebody from the press speaks.
    await camille.api('POST', '/api/training/posts', {
      authorHandle: 'gazette_presse',
      authorName: 'La Gazette',
      text: 'Combien de trajets Lumen ont été supprimés cette semaine ?',
    });
    const { page } = camille;
    await page.goto('/fundamentals/stakeholders');
    await page.getByRole('button', { name: words.begin }).click();
    await answerQuestions(page, 'stakeholders', 'fr');
    await expectGood(page, 'fundamentals-lesson-begun-fr-light-375');
    const wide = await camille.page.context().newPage();
    wide.setDefaultTimeout(60_000);
    await wide.setViewportSize({ width: 1440, height: 900 });
    await wide.goto('/fundamentals/stakeholders');
    await wide.getByRole('link', { name: words.go }).click();
    await wide.getByRole('option').first().click();
    await wide.getByRole('button', { name: french.inbox.moreActions }).click();
    await wide.getByRole('menuitem', { name: french.inbox.action.take }).click();
    await page.getByRole('link', { name: words.openDone }).waitFor();
    await page.getByText(words.state.completed, { exact: true }).waitFor();
    await wide.close();

    const julien = await here.signedIn('crisisLead', { language: 'fr' });
    await julien.page.goto('/fundamentals');
    await julien.page.getByRole('link', { name: words.team }).click();
    const row = (name: string) => julien.page.getByRole('row').filter({ hasText: name });
    await row('Camille Arnaud').getByText('1 sur 7').waitFor();
    await row('Élise Morvan').getByText('7 sur 7').waitFor();

    const elise = await here.signedIn('executive', { language: 'fr' });
    await elise.page.goto('/fundamentals/certificate');
    const certificate = elise.page.getByRole('article', { name: words.certificateHeading });
    await certificate.getByText('Élise Morvan').waitFor();
    expect(await certificate.getByRole('listitem').count()).toBe(7);
    expect([...camille.faults, ...julien.faults, ...elise.faults]).toEqual([]);
    for (const one of [camille, julien, elise]) await one.leave();
  });
});
