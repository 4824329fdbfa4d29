import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { DrillDetail } from '#contract/drills';
import { until } from '#platform/testing';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { messages as french } from '../../apps/console/src/i18n/fr.js';
import { READY_PICTURES } from '../../libs/drills/ready/pictures.js';
import { expectGood } from '../setup/good-page.js';
import type { Visitor } from '../setup/people.js';
import { startJourneys } from '../setup/journeys.js';

const words = english.drills;
let lead: Visitor;
let manager: Visitor;

const here = startJourneys();
beforeAll(async () => {
  lead = await here.signedIn('crisisLead');
  manager = await here.signedIn('manager');
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const choose = async (page: Page, label: string, option: string) => {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

describe('a scenario', () => {
  it('is copied, changed along its timeline, saved as a file and brought in again', async () => {
    const { page } = lead;
    await page.goto('/drills/scenarios');
    await page.getByRole('link', { name: 'The app goes down on Monday morning' }).click();
    await button(page, words.scenario.copy).click();
    await page.getByRole('textbox', { name: words.scenario.nameEn }).fill('Our outage');
    await page.getByRole('button', { name: `${words.inject.later} (1)` }).press('Enter');
    await page
      .getByRole('button', { name: `${words.scenario.edit} (1, Dominic Fairweather)` })
      .press('Enter');
    await page.getByRole('textbox', { name: words.inject.textEn }).fill('Is it only me?');
    await page.locator('input[type=file]').setInputFiles({
      name: 'screen.png',
      mimeType: 'image/png',
      buffer: Buffer.from(PIXEL, 'base64'),
    });
    await page.getByRole('textbox', { name: words.picture.altEn }).fill('A loading screen');
    await button(page, words.scenario.save).click();
    await page.getByText(english.problems['picture-without-words']).first().waitFor();
    await page.getByRole('textbox', { name: words.picture.altFr }).fill('Un écran de chargement');
    await expectGood(page, 'scenario-editor-open-en-light-1440');
    await button(page, words.scenario.save).click();
    // The editor shows all of this as well: it is the page to read that has to, and what it knew before is shown at first.
    await button(page, words.scenario.export).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Our outage' }).waitFor();
    await page.getByText('Is it only me?').waitFor();
    await page.getByText('0:02:00').waitFor();
    await shown(page, 'A loading screen');

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, words.scenario.export).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    const scenario = JSON.parse(text);
    expect(scenario).toMatchObject({ name: { en: 'Our outage' }, crisisType: 'service_outage' });
    expect(scenario.injects[0].expected).toEqual([
      { kind: 'reply', withinSeconds: 1200, answer: 'The Lumen app is not working' },
    ]);

    await page.goto('/drills/scenarios');
    scenario.injects[1].key = scenario.injects[0].key;
    scenario.injects[2].expected[0].withinSeconds = 'soon';
    await bringIn(page, JSON.stringify(scenario));
    const refusal = page.getByRole('alert');
    await refusal.getByText('injects.2.expected.0.withinSeconds').waitFor();
    await expectGood(page, 'scenario-file-refused-en-light-1440');
    await bringIn(page, text.replace('Our outage', 'From a file'));
    await page.getByRole('heading', { level: 1, name: 'From a file' }).waitFor();
    await shown(page, 'A loading screen');
    // Its own, and the one that the ready scenario brings.
    expect(Object.values(scenario.pictures).toSorted()).toEqual([
      `data:image/png;base64,${PIXEL}`,
      expect.stringMatching(/^data:image\/webp;base64,/),
    ]);
    expect(lead.faults).toEqual([]);
  });
});

/** One grey pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** Waits until the picture with these words has been drawn, not only asked for. */
async function shown(page: Page, alt: string): Promise<void> {
  const picture = page.getByRole('img', { name: alt });
  await picture.waitFor();
  await picture.evaluate((element: HTMLImageElement) => element.decode());
}

async function bringIn(page: Page, text: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({
    name: 'scenario.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
}

describe('a drill', () => {
  it('that cannot be is refused with the part of the address that is wrong', async () => {
    const { page } = manager;
    await page.goto('/drills/none');
    await page.getByRole('list', { name: english.errors.fieldsTitle }).getByText('drillId').waitFor();
  });

  it('goes at 60 times the speed from the first inject to the debriefing', async () => {
    const desk = lead.page;
    await desk.goto('/drills');
    await button(desk, words.prepare).first().click();
    const dialog = desk.getByRole('dialog');
    await choose(desk, words.field.scenario, 'The app goes down on Monday morning');
    await dialog.getByRole('textbox', { name: words.field.title }).fill('Monday at nine');
    await choose(desk, words.field.speed, '60 ×');
    await button(desk, words.prepare).last().click();
    await desk.getByRole('heading', { level: 1, name: 'Monday at nine' }).waitFor();
    await expectGood(desk, 'drill-prepared-en-light-1440');
    const drillId = new URL(desk.url()).pathname.split('/').at(-1)!;
    await button(desk, words.move.start).click();
    await button(desk, words.move.pause).waitFor();

    await answerAndLeaveAlone(desk, drillId);
    await noteAndInject(desk);
    await seesNoMore(drillId);
    await expectGood(desk, 'drill-running-en-light-1440');

    // The last deadline is an hour after the start: a minute.
    await desk.getByText(words.run.finished).waitFor({ timeout: 240_000 });
    await button(desk, words.move.end).click();
    await desk.getByRole('dialog').getByRole('button', { name: words.move.end }).click();
    await desk.getByRole('heading', { name: words.timeline.title }).waitFor();
    await desk.getByText(words.caused.closed.replace('{{name}}', 'Julien Marchetti')).waitFor();
    await debrief(desk, drillId);

    const executive = await here.signedIn('executive', { width: 375, height: 740 });
    await executive.page.goto('/drills/comparison');
    await executive.page.getByRole('link', { name: 'Monday at nine' }).click();
    await executive.page.getByText('Name a lead first').waitFor();
    await expectGood(executive.page, 'drill-debriefed-en-light-375');
    expect([...executive.faults, ...lead.faults, ...manager.faults]).toEqual([]);
    await executive.leave();
  }, 600_000);
});

describe('un exercice', () => {
  const mots = french.drills;

  it('se mène en français : une photo arrive, on escalade, tout se clôt avec lui, et le débriefing s’emporte', async () => {
    const julien = await here.signedIn('crisisLead', { language: 'fr' });
    const camille = await here.signedIn('manager', { language: 'fr', width: 375, height: 740 });
    const desk = julien.page;
    await desk.goto('/drills/scenarios/product_defect');
    await shown(desk, READY_PICTURES['burning-battery'].alt.fr);
    await expectGood(desk, 'drill-scenario-picture-fr-light-1440');
    await desk.getByRole('link', { name: mots.prepareThis }).click();
    await desk.getByRole('dialog').getByRole('textbox', { name: mots.field.title }).fill('La batterie');
    await button(desk, mots.prepare).last().click();
    await desk.getByRole('heading', { level: 1, name: 'La batterie' }).waitFor();
    const drillId = new URL(desk.url()).pathname.split('/').at(-1)!;
    await button(desk, mots.move.start).click();
    await desk.getByRole('button', { name: /^Injecter maintenant.*Anna T\., 0:10:00$/ }).press('Enter');

    const mentionId = await mentionOf(drillId, 'burned');
    await camille.page.goto(`/inbox/${mentionId}?state=all`);
    await shown(camille.page, READY_PICTURES['burning-battery'].alt.fr);
    await expectGood(camille.page, 'drill-mention-picture-fr-light-375');
    const question = 'Ferme-t-on la station ?';
    const { escalationId } = await camille.api<{ escalationId: string }>('POST', '/api/escalations', {
      ...{ mentionIds: [mentionId], question },
    });

    await button(desk, mots.move.end).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('link', { name: question }).waitFor();
    await expectGood(desk, 'drill-end-fr-light-1440');
    // Chosen unless one does not want it; it can be done later.
    await dialog.getByRole('checkbox', { name: mots.caused.close, checked: true }).uncheck();
    await dialog.getByRole('button', { name: mots.move.end }).click();
    await desk.getByRole('heading', { name: mots.timeline.title }).waitFor();
    await desk.getByRole('link', { name: question }).waitFor();
    await expectGood(desk, 'drill-still-open-fr-light-1440');
    await button(desk, mots.caused.closeNow).click();
    await desk.getByRole('dialog').getByRole('button', { name: mots.caused.closeNow }).click();
    await desk.getByText(mots.caused.closed.replace('{{name}}', 'Julien Marchetti')).waitFor();
    await expectGood(desk, 'drill-debrief-fr-light-1440');
    await desk.goto(`/escalations/${escalationId}?view=all`);
    await desk.getByText(french.escalations.closedBecause.drill_over).waitFor();
    await desk.goto(`/drills/${drillId}`);
    for (const [format, begins] of [
      ['pdf', '%PDF-'],
      ['docx', 'PK'],
    ] as const) {
      const [download] = await Promise.all([
        desk.waitForEvent('download'),
        desk.getByRole('link', { name: mots.file[format] }).click(),
      ]);
      const file = await readFile(await download.path(), 'latin1');
      expect([download.suggestedFilename(), file.startsWith(begins)]).toEqual([
        ...[`debriefing-${drillId}.${format}`, true],
      ]);
    }
    expect([...julien.faults, ...camille.faults]).toEqual([]);
    await julien.leave();
    await camille.leave();
  });

  it('de la démonstration montre une réponse à temps, une à côté, une en retard, et le message d’attente qui manque', async () => {
    const elise = await here.signedIn('executive', { language: 'fr' });
    const { page } = elise;
    await page.goto('/drills');
    await page.getByRole('link', { name: 'Premier exercice : la panne du lundi' }).click();
    const grid = page.getByRole('list', { name: mots.grid.measured });
    await grid.getByText(mots.grid.never).waitFor();
    for (const state of ['done', 'wrong', 'late', 'missing'] as const)
      await page.getByText(mots.outcome[state], { exact: true }).first().waitFor();
    await grid
      .getByRole('button', { name: /^\d+ de plus$/ })
      .first()
      .click();
    await expectGood(page, 'drill-of-demonstration-fr-light-1440');
    expect(elise.faults).toEqual([]);
    await elise.leave();
  });
});

const read = (drillId: string, who: Visitor = lead) => who.api<DrillDetail>('GET', `/api/drills/${drillId}`);

/** The mention of an inject, once it has come and was read in as every post is. */
const mentionOf = (drillId: string, key: string): Promise<string> =>
  until(async () => {
    const { injects } = await read(drillId);
    return injects.find((inject) => inject.key === key)?.mentionId;
  }, `the mention of the inject ${key}`);

/** The clock stands as soon as both have come: however slow the machine, the others have not. */
async function answerAndLeaveAlone(desk: Page, drillId: string): Promise<void> {
  const first = await mentionOf(drillId, 'first');
  await waitUntilAssessed(first);
  const { items } = await manager.api<{ items: { variantId: string; question: string }[] }>(
    'GET',
    `/api/mentions/${first}/suggestions?search=app%20not%20working&language=en`,
  );
  const outage = items.find(({ question }) => question === 'The Lumen app is not working')!;
  await manager.api('POST', `/api/mentions/${first}/replies`, {
    answerVariantId: outage.variantId,
    placeholders: {},
  });
  const joke = await mentionOf(drillId, 'joke');
  await button(desk, words.move.pause).click();
  await desk.getByText(words.run.standing).waitFor();
  await waitUntilAssessed(joke);
  await manager.api('POST', `/api/mentions/${joke}/decisions`, { action: 'no_reply', reason: 'satire' });
}

const waitUntilAssessed = (mentionId: string) =>
  until(async () => {
    const mention = await manager
      .api<{ assessment: unknown }>('GET', `/api/mentions/${mentionId}`)
      .catch(() => null);
    return mention?.assessment;
  }, 'the assessment of the mention');

/** While the clock stands, one inject is let come by hand. */
async function noteAndInject(desk: Page): Promise<void> {
  await desk.getByRole('textbox', { name: words.note.label }).fill('The team has found the answer');
  await button(desk, words.note.add).click();
  await desk.getByText('The team has found the answer').waitFor();
  await desk.getByRole('button', { name: /^Inject now: Grace O’Dell/ }).press('Enter');
  await desk.getByText(/by hand, Julien Marchetti/).waitFor();
  await button(desk, words.move.resume).click();
  await button(desk, words.move.pause).waitFor();
}

/** Who takes part sees what has come, and neither what is to come nor what is expected. */
async function seesNoMore(drillId: string): Promise<void> {
  const { injects, evaluation } = await read(drillId, manager);
  expect(evaluation).toBeNull();
  expect(injects.every(({ outcome, expected }) => outcome === 'posted' && expected.length === 0)).toBe(true);
}

async function debrief(desk: Page, drillId: string): Promise<void> {
  const { evaluation, injects } = await read(drillId);
  const stateOf = (inject: string, kind: string) =>
    evaluation?.outcomes.find((one) => one.inject === inject && one.kind === kind)?.state;
  // How fast this machine is decides nothing: in time or late, it was done; the others were not.
  expect(['done', 'late']).toContain(stateOf('first', 'reply'));
  expect(['done', 'late']).toContain(stateOf('joke', 'no_reply'));
  expect(stateOf('second', 'escalate')).toBe('missing');
  expect(stateOf('wave', 'holding_statement')).toBe('missing');
  // Nothing was said, so the rumour came.
  expect(injects.find(({ key }) => key === 'hacked')).toMatchObject({ outcome: 'posted' });
  expect(evaluation?.measures.find(({ criterion }) => criterion === 'right_answer')).toMatchObject({
    ...{ value: 1, of: 1, score: 100 },
  });
  expect(evaluation?.measures.find(({ criterion }) => criterion === 'holding_statement')).toMatchObject({
    score: 0,
  });

  const grid = desk.getByRole('list', { name: words.grid.measured });
  await grid
    .getByRole('link', { name: /^Mention / })
    .first()
    .waitFor();
  const roles = desk.getByRole('form', { name: words.criterion.roles });
  await roles.getByRole('spinbutton', { name: words.observe.score }).fill('30');
  await roles.getByRole('textbox', { name: words.observe.note }).fill('Nobody led');
  await roles.getByRole('button', { name: words.observe.save }).click();
  await desk.getByText(/Julien Marchetti: 30/).waitFor();
  await desk.getByRole('textbox', { name: words.lessons.next }).fill('Name a lead first');
  await button(desk, words.lessons.save).click();
  await desk.getByText(words.lessons.saved).last().waitFor();
  await expectGood(desk, 'drill-debrief-en-light-1440');
  await button(desk, words.move.debrief).click();
  await desk.getByRole('dialog').getByRole('button', { name: words.move.debrief }).click();
  await desk.getByText(words.state.debriefed).waitFor();
  // A figure is opened by a click.
  await grid
    .getByRole('link', { name: /^Mention / })
    .first()
    .click();
  await desk.getByRole('article', { name: english.inbox.mentionLabel }).waitFor();
  await desk.goBack();
}
