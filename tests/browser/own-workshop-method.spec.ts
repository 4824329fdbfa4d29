import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { messages as french } from '../../apps/console/src/i18n/fr.js';
import { expectGood } from '../setup/good-page.js';
import { startJourneys } from '../setup/journeys.js';

const here = startJourneys();

const NAME = 'Quick café';
const IDEA = 'People want a date, not a promise';
const RUDE = 'Our neighbours are fools';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const words = english.workshops;

describe('a method of one’s own', () => {
  it('is adapted from a ready one, planned with, and what is written becomes a message and a note', async () => {
    const { page, faults, leave } = await here.signedIn('crisisLead');
    await adapt(page);
    await planWithIt(page);
    await writeInTheRoom(page);
    await becomesMessage(page);
    await becomesNote(page);
    expect(faults).toEqual([]);
    await leave();
  });

  it('goes out as a file and comes in again; a broken one is refused with the field at fault', async () => {
    const { page, leave } = await here.signedIn('crisisLead');
    await page.goto('/workshops/methods');
    await page.getByRole('list', { name: words.method.own }).getByRole('link').first().click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, words.method.export).click(),
    ]);
    const path = await download.path();
    await page.goto('/workshops/methods');
    const input = page.locator('input[type=file]');
    await input.setInputFiles({
      name: 'broken.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"method": {"name": {"fr": "", "en": ""}}}'),
    });
    await page.getByText('method.phases', { exact: true }).waitFor();
    await input.setInputFiles(path);
    await page.getByRole('heading', { name: words.method.versions }).waitFor();
    await leave();
  });

  it('is written in one language and says so in the other', async () => {
    const { page, leave } = await here.signedIn('crisisLead', { language: 'fr' });
    const say = french.workshops.method;
    await page.goto('/workshops/methods/new');
    await page.getByRole('textbox', { name: say.name }).fill('Tour de table');
    await page.getByRole('textbox', { name: french.workshops.plan.title, exact: true }).fill('Parler');
    await button(page, french.workshops.save).click();
    await page.getByText(french.problems['objective-missing']).first().waitFor();
    await page.getByRole('combobox', { name: french.workshops.objective.share }).click();
    await page.getByRole('option', { name: say.strength.made, exact: true }).click();
    await button(page, french.workshops.save).click();
    await page.getByRole('heading', { name: 'Tour de table', level: 1 }).waitFor();
    await page.getByText(say.gap.replace('{{language}}', 'English')).waitFor();
    await expectGood(page, 'own-method-fr-light-1440');
    await leave();
  });
});

async function adapt(page: Page): Promise<void> {
  await page.goto('/workshops');
  await page.getByRole('link', { name: words.method.title, exact: true }).click();
  await page.getByRole('link', { name: 'Copy and adapt: World Café', exact: true }).click();
  await page.getByRole('textbox', { name: words.method.name }).fill(NAME);
  await page.getByRole('spinbutton', { name: words.method.people.min }).fill('4');
  await button(page, words.save).click();
  await page.getByRole('heading', { name: NAME, level: 1 }).waitFor();
  await page.getByText('Adapted from: World Café').waitFor();
}

async function planWithIt(page: Page): Promise<void> {
  await page.goto('/workshops/new');
  await page.getByRole('textbox', { name: words.field.title }).fill('What do people wait for?');
  await page.getByRole('spinbutton', { name: words.field.people }).fill('6');
  // Six are too few for the ready method, and enough for the adapted one.
  await button(page, `Prepare with this method: ${NAME}`).click();
  await page.getByRole('heading', { name: 'What do people wait for?' }).waitFor();
  await page.getByText(NAME, { exact: true }).waitFor();
  await page.getByRole('link', { name: words.toRoom }).click();
}

async function writeInTheRoom(page: Page): Promise<void> {
  await button(page, words.move.open).click();
  await page.getByRole('img', { name: words.join.code }).waitFor();
  const link = await page.locator('code').innerText();
  const guest = await here.newVisitor({ width: 375, height: 740 });
  await guest.page.goto(link);
  await guest.page.getByRole('textbox', { name: words.room.name }).fill('Nour');
  await button(guest.page, words.room.join).click();
  await guest.page.getByText('You are Nour.').waitFor();
  await button(page, words.move.start).click();
  await page.getByRole('heading', { name: 'Welcome' }).waitFor();
  await button(page, words.move.next).click();
  await guest.page.getByRole('textbox', { name: words.write.idea }).fill(IDEA);
  await button(guest.page, words.room.send).click();
  await page.getByRole('heading', { name: '1 item written' }).waitFor();
  await takeAwayWhatIsRude(page, guest.page);
  expect(guest.faults).toEqual([]);
  await guest.leave();
}

/** What the facilitator takes away is not read on the phone that wrote it either. */
async function takeAwayWhatIsRude(page: Page, phone: Page): Promise<void> {
  await phone.getByRole('textbox', { name: words.write.idea }).fill(RUDE);
  await button(phone, words.room.send).click();
  await phone.getByText(`Sent: ${RUDE}`).waitFor();
  await page.getByRole('heading', { name: '2 items written' }).waitFor();
  await openMenu(page, words.board.hide, RUDE);
  await page.getByRole('dialog').getByRole('button', { name: words.board.hide }).click();
  await page.getByRole('heading', { name: '1 item written' }).waitFor();
  await phone.getByText(RUDE).first().waitFor({ state: 'detached' });
}

async function openMenu(page: Page, entry: string, text = IDEA): Promise<void> {
  await page.getByRole('button', { name: `What to do with: ${text}`, exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: entry, exact: true }).press('Enter');
}

async function becomesMessage(page: Page): Promise<void> {
  await openMenu(page, words.harvest.toMessage);
  await page.getByRole('dialog').getByRole('checkbox', { name: 'Customer care' }).check();
  await button(page, words.harvest.addMessage).click();
  await page.getByText(words.became.message).waitFor();
  const room = page.url();
  await page.getByRole('link', { name: IDEA }).click();
  await page.getByRole('heading', { name: english.keyMessages.origins }).waitFor();
  await page.getByRole('link', { name: 'What do people wait for?' }).waitFor();
  await expectGood(page, 'message-from-workshop-en-light-1440');
  await page.goto(room);
}

async function becomesNote(page: Page): Promise<void> {
  await openMenu(page, words.harvest.toNote);
  await page.getByRole('combobox', { name: words.harvest.stakeholder }).click();
  const chosen = page.getByRole('option').first();
  const name = await chosen.innerText();
  await chosen.click();
  await button(page, words.harvest.addNote).click();
  await page.getByText(words.became.note).waitFor();
  await page.getByRole('link', { name, exact: true }).click();
  const notes = page.getByRole('list', { name: english.stakeholders.notes });
  await notes.getByText(IDEA).waitFor();
  await notes.getByText('Nour').waitFor();
  await expectGood(page, 'stakeholder-note-en-light-1440');
}
