import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { messages as french } from '../../apps/console/src/i18n/fr.js';
import { expectGood } from '../setup/good-page.js';
import type { Visitor } from '../setup/people.js';
import { startJourneys } from '../setup/journeys.js';

const here = startJourneys();

const words = english.workshops;
const NAMES = Array.from({ length: 12 }, (_, index) => `Guest ${index + 1}`);
const ideaOf = (name: string) => `An idea of ${name}`;
/** A button by exactly this name. */
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('a workshop', () => {
  it('goes from advice through twelve phones to a draft answer and an action', async () => {
    const facilitator = await here.signedIn('manager');
    const desk = facilitator.page;
    const link = await prepareAndOpen(desk);

    const guests = await Promise.all(NAMES.map((name) => joined(name, link)));
    await desk.getByRole('heading', { name: '12 participants' }).waitFor();
    await button(desk, words.move.start).click();
    await desk.getByRole('heading', { name: 'Frame' }).waitFor();
    await button(desk, words.move.next).click();

    await Promise.all(guests.map(({ page }) => page.getByRole('heading', { name: 'Diverge' }).waitFor()));
    await writeWithoutConnection(guests[0]!);
    await Promise.all(guests.slice(1).map(({ page }, index) => write(page, ideaOf(NAMES[index + 1]!))));
    await desk.getByRole('heading', { name: '12 items written' }).waitFor();
    await expectGood(desk, 'workshop-room-running-en-light-1440');
    await expectGood(guests[1]!.page, 'workshop-seat-running-en-light-375');

    await cluster(desk);
    await guests[2]!.page.getByRole('heading', { name: 'Evenings' }).waitFor();

    await button(desk, words.move.next).click();
    await desk.getByRole('heading', { name: 'Group', exact: true }).waitFor();
    await button(desk, words.move.next).click();
    await Promise.all(guests.slice(0, 3).map(({ page }) => vote(page, ideaOf('Guest 1'), 3)));
    await item(desk, ideaOf('Guest 1')).getByText('9 dots').waitFor();
    const spent = item(guests[0]!.page, ideaOf('Guest 1')).getByRole('button', { name: words.room.dotMore });
    expect(await spent.isDisabled()).toBe(true);

    await harvest(desk);
    await button(desk, words.move.close).click();
    await desk.getByRole('dialog').getByRole('button', { name: words.move.close }).click();
    await guests[5]!.page.getByText(words.room.closed).waitFor();
    await reportsAndActions(desk);

    for (const { faults, leave } of guests) {
      expect(faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
      await leave();
    }
    expect(facilitator.faults).toEqual([]);
    await facilitator.leave();
  }, 600_000);
});

describe('un atelier', () => {
  const mots = french.workshops;

  it('se tient en français : paires tirées avec leur borne, un téléphone par personne, une note sur une partie prenante', async () => {
    const facilitator = await here.signedIn('crisisLead', { language: 'fr' });
    const desk = facilitator.page;
    await desk.goto('/workshops/new');
    await desk.getByRole('textbox', { name: mots.field.title }).fill('Que disent les riverains du dépôt ?');
    await desk.getByRole('spinbutton', { name: mots.field.people }).fill('4');
    await desk.getByRole('spinbutton', { name: mots.field.minutes }).fill('15');
    await desk.getByRole('combobox', { name: mots.field.language }).click();
    await desk.getByRole('option', { name: 'Français' }).click();
    await desk.getByRole('button', { name: /^Préparer avec cette méthode.*Pensée éclair/ }).click();
    await desk.getByText(/K\. Hudson/).waitFor();
    await desk.getByRole('link', { name: mots.toRoom }).click();
    await button(desk, mots.move.open).click();
    const link = await desk.locator('code').innerText();

    const names = ['Anne', 'Bruno', 'Chloé', 'David'];
    const guests = await Promise.all(names.map((name) => seated(name, link)));
    await desk.getByRole('heading', { name: '4 participants' }).waitFor();
    await button(desk, mots.groups.draw).click();
    // Two rounds of two pairs: four meetings, and no plan of this shape could give more.
    await desk.getByText(/Paires qui se rencontrent\s?: 4\s?; .* plus de 4 \(100\s?%\)/).waitFor();
    await button(desk, mots.move.start).click();
    await button(desk, mots.move.next).click();
    await Promise.all(
      guests.map(({ page }) => page.getByRole('heading', { name: mots.groups.yours }).waitFor()),
    );
    await expectGood(guests[0]!.page, 'workshop-seat-pair-fr-light-375');
    await guests[0]!.page
      .getByRole('textbox', { name: mots.write.idea })
      .fill('La nuit, le bruit des essais');
    await button(guests[0]!.page, mots.room.send).click();
    await item(desk, 'La nuit, le bruit des essais').waitFor();

    await desk.getByRole('button', { name: /^Que faire de.*La nuit, le bruit des essais/ }).press('Enter');
    await desk.getByRole('menuitem', { name: mots.harvest.toNote, exact: true }).press('Enter');
    await desk.getByRole('combobox', { name: mots.harvest.stakeholder }).click();
    await desk.getByRole('option', { name: 'Riverains du dépôt Nord' }).click();
    await button(desk, mots.harvest.addNote).click();
    await item(desk, 'La nuit, le bruit des essais').getByText(mots.became.note).waitFor();
    await expectGood(desk, 'workshop-room-pairs-fr-light-1440');
    for (const { faults, leave } of [...guests, facilitator]) {
      expect(faults).toEqual([]);
      await leave();
    }
  });

  async function seated(name: string, link: string): Promise<Visitor> {
    const guest = await here.newVisitor({ language: 'fr', width: 375, height: 740 });
    await guest.page.goto(link);
    await guest.page.getByRole('textbox', { name: mots.room.name }).fill(name);
    await button(guest.page, mots.room.join).click();
    await guest.page.getByText(new RegExp(name)).first().waitFor();
    return guest;
  }
});

/** Advice, a plan, and the link for participants. */
async function prepareAndOpen(desk: Page): Promise<string> {
  await desk.goto('/workshops');
  await desk.getByRole('link', { name: words.create }).click();
  await desk.getByRole('textbox', { name: words.field.title }).fill('How do we answer in the evening?');
  await desk.getByText(words.advice.caution['no-sponsor']).waitFor();
  await desk.getByRole('textbox', { name: words.field.sponsor }).fill('Élise Morvan');
  await desk.getByRole('textbox', { name: words.field.stake }).fill('Silence costs trust');
  await desk.getByRole('textbox', { name: words.field.strategy }).fill('Answer within the hour');
  await desk.getByText(words.advice.caution['no-sponsor']).waitFor({ state: 'detached' });
  await desk.getByRole('combobox', { name: words.field.objective }).click();
  await desk.getByRole('option', { name: words.objective.solve }).click();
  await desk.getByRole('spinbutton', { name: words.field.minutes }).fill('45');
  await desk.getByText(`${words.advice.verdict.recommended} · `).first().waitFor();
  await desk.getByRole('checkbox', { name: 'Compare Brainstorming (Osborn)' }).check();
  await desk.getByRole('checkbox', { name: 'Compare World Café' }).check();
  await desk.getByRole('region', { name: words.advice.comparison }).first().waitFor();
  await button(desk, 'Prepare with this method: Brainstorming (Osborn)').click();
  await desk.getByRole('heading', { name: 'How do we answer in the evening?' }).waitFor();
  await desk.getByRole('link', { name: words.toRoom }).click();
  await button(desk, words.move.open).click();
  await desk.getByRole('img', { name: words.join.code }).waitFor();
  return desk.locator('code').innerText();
}

/** A phone on which somebody has joined by the link. */
async function joined(name: string, link: string): Promise<Visitor> {
  const guest = await here.newVisitor({ width: 375, height: 740 });
  await guest.page.goto(link);
  await guest.page.getByRole('textbox', { name: words.room.name }).fill(name);
  await button(guest.page, words.room.join).click();
  await guest.page.getByText(`You are ${name}.`).waitFor();
  return guest;
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: words.write.idea }).fill(text);
  await button(page, words.room.send).click();
}

/** What is typed while the phone has no connection is sent, once, when it is back. */
async function writeWithoutConnection({ page }: Visitor): Promise<void> {
  await page.context().setOffline(true);
  await write(page, ideaOf('Guest 1'));
  await page.getByText(/waits for the connection/).waitFor();
  await page.context().setOffline(false);
  await page.getByText(`Sent: ${ideaOf('Guest 1')}`).waitFor();
}

function item(page: Page, text: string) {
  return page.getByRole('listitem').filter({ has: page.getByText(text, { exact: true }) });
}

async function openMenu(desk: Page, text: string, entry: string): Promise<void> {
  await desk.getByRole('button', { name: `What to do with: ${text}`, exact: true }).press('Enter');
  await desk.getByRole('menuitem', { name: entry, exact: true }).press('Enter');
}

/** A new group from the keyboard, one item moved by keyboard and one by dragging. */
async function cluster(desk: Page): Promise<void> {
  await openMenu(desk, ideaOf('Guest 1'), words.board.newClusterMenu);
  await desk.getByRole('textbox', { name: words.board.clusterTitle }).fill('Evenings');
  await button(desk, words.board.create).click();
  const group = desk.getByRole('list', { name: 'Evenings' });
  await group.getByText(ideaOf('Guest 1'), { exact: true }).waitFor();
  await openMenu(desk, ideaOf('Guest 2'), 'Evenings');
  await group.getByText(ideaOf('Guest 2'), { exact: true }).waitFor();
  await item(desk, ideaOf('Guest 3')).dragTo(desk.getByRole('region', { name: 'Evenings' }));
  await group.getByText(ideaOf('Guest 3'), { exact: true }).waitFor();
}

async function vote(page: Page, text: string, dots: number): Promise<void> {
  await page.getByText('5 dots left to give').waitFor();
  const own = page.getByRole('group', { name: `Your dots on: ${text}`, exact: true });
  for (let given = 1; given <= dots; given += 1) {
    await own.getByRole('button', { name: words.room.dotMore }).click();
    await own.getByText(String(given), { exact: true }).waitFor();
  }
}

async function harvest(desk: Page): Promise<void> {
  await openMenu(desk, ideaOf('Guest 1'), words.harvest.toAnswer);
  await desk.getByRole('checkbox', { name: 'Customer care' }).check();
  await button(desk, words.harvest.draft).click();
  await item(desk, ideaOf('Guest 1')).getByText(words.became.answer).waitFor();
  await openMenu(desk, ideaOf('Guest 2'), words.harvest.toAction);
  await desk.getByRole('combobox', { name: words.actions.owner }).click();
  await desk.getByRole('option', { name: 'Tom Whitfield' }).click();
  await button(desk, words.harvest.makeAction).click();
  await item(desk, ideaOf('Guest 2')).getByText(words.became.action, { exact: true }).waitFor();
}

async function reportsAndActions(desk: Page): Promise<void> {
  await desk.getByRole('link', { name: words.backToPlan }).click();
  for (const [name, begins] of [
    [words.reportPdf, '%PDF-'],
    [words.reportDocx, 'PK'],
  ] as const) {
    const address = await desk.getByRole('link', { name }).getAttribute('href');
    const file = await (await desk.context().request.get(address!)).body();
    expect(file.subarray(0, begins.length).toString()).toBe(begins);
  }
  await desk.getByRole('link', { name: ideaOf('Guest 1') }).click();
  await desk
    .getByRole('heading', { name: ideaOf('Guest 1') })
    .first()
    .waitFor();
  await desk.goto('/workshops/actions');
  await desk.getByRole('button', { name: `Done: ${ideaOf('Guest 2')}` }).click();
  await desk.getByText(ideaOf('Guest 2')).waitFor({ state: 'detached' });
}
